"""Employers, applications and the events that are their history."""
