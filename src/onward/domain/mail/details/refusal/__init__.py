"""What a no says of why, how far it had come, and feedback."""
