"""What was done, by whom and how to undo it."""
