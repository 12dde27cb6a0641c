"""Questions over the whole history of a search."""
