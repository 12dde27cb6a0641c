"""Which evidence cards could serve which criteria, and why."""
