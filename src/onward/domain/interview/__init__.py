"""What an interview looks for, what it asks, and what a person can show for it."""
