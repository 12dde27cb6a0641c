"""Employer and role, chosen among all that a mail names."""
