"""Letters: what they say, how they sound, and better words."""
