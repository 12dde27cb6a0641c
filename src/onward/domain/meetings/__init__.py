"""Times to meet: when both are free, invitations, and a calendar of one's own."""
