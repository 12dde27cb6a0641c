"""Feedback: read into notes, turned into what someone saw or heard, and weighed."""
