"""Applications as history: what happened, and what that makes of them."""
