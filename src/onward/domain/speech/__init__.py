"""Speech: how an answer was said, measured in words, pauses and sound."""
