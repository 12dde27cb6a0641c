"""Listening: recorded or live speech turned into words, on this machine."""
