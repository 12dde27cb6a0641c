"""Keeping passwords: the system's key ring, or a sealed file."""
