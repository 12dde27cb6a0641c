"""Evidence cards: what a good one has, what disagrees, and what a CV could give."""
