"""Ways to turn speech into words, and doing without."""
