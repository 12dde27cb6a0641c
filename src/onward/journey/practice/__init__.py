"""Practised answers: sessions, takes and their reviews."""
