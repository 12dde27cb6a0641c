"""Encoders that read a text as a whole before it is cut."""
