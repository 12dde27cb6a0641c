"""Who wrote, and who will be there."""
