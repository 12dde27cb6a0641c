"""Asking for feedback, listening to it and making it usable."""
