"""Walking into an interview ready: what to look up, what is needed, and the day."""
