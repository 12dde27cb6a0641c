"""Which adapter serves which port."""
