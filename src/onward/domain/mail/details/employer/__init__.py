"""Who decides, and who writes for them, as rules find it."""
