"""The questions that interviews ask, and which of them are likely for one role."""
