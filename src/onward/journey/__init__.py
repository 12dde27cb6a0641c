"""The journey: what happened to a person and what may be done about it."""
