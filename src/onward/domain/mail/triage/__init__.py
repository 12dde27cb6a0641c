"""Tells what is worth a closer look, before it is taken."""
