"""Sound files, turned into samples."""
