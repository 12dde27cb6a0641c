"""When a talk is to take place."""
