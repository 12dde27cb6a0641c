"""One focus at a time, and the plan that holds it."""
