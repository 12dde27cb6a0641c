"""From the bytes of a message to its headers, parts and texts, within bounds."""
