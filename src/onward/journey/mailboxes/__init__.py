"""Mailboxes that lie on servers: connected, looked at again and again, let go."""
