"""Sending mail through the person's own server."""
