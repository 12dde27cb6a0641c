"""Which application a message belongs to."""
