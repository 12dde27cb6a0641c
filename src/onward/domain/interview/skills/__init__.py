"""Open lists of skills, and which of their entries a text names."""
