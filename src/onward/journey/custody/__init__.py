"""What a person may do with all of their data at once."""
