"""Saying a question aloud, with a voice that lives on this machine."""
