"""Processes of our own beside Onward, that hold what is large and end when idle."""
