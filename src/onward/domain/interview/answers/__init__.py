"""Answers: their parts, how clear each is, and one thing to keep and one to try."""
