"""Mailboxes on disk: mbox, Maildir, single messages, folders and zips of these."""
