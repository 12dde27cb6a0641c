"""Taking in a no: what it could mean, whom to talk to, and one thing for today."""
