"""What would help today, and what was put off."""
