"""Listening to feedback: the shape of a call, and remarks that are hard to hear."""
