"""Onward's knowledge in plain Python: no framework, no clock, no disk, no network."""
