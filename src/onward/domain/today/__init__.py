"""What would help today: at most three steps, the most useful first."""
