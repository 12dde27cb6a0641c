"""What a person can fill in."""
