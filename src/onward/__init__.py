"""Onward turns each interview rejection into the next offer."""

__version__ = "0.1.0"
