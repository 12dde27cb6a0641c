"""Who the data belongs to: the person, their addresses and preferences."""
