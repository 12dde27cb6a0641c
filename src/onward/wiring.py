"""Which adapter serves which port, read like a table."""

from pathlib import Path

from onward.adapters.mailboxes import open_mailbox
from onward.ports.mailbox import Mailbox


def mailbox(path: Path) -> Mailbox:
    """Return the mailbox a person points to; raises what they can be told."""
    return open_mailbox(path)
