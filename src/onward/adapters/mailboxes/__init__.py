"""Mailboxes on disk: mbox, Maildir, single messages, folders and zips of these."""

from onward.adapters.mailboxes.opening import open_mailbox

__all__ = ["open_mailbox"]
