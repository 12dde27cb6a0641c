"""The role a message speaks of, as rules find it."""
