"""Asking a provider for leave to read a mailbox, in the person's own browser."""
