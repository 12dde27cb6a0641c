"""What a message newly says, as a person would read it."""
