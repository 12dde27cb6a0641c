"""Ways to say a question aloud, and doing without."""
