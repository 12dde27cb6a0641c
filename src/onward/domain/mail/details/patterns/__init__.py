"""Patterns in files, each tried only where the words it needs stand."""
