"""How answers are practised: rungs, returns, one's own usual, and what changed."""
