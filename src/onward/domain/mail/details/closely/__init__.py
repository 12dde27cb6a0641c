"""Reads an English mail closely: a small net made for its details alone."""
