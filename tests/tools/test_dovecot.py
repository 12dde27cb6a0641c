"""The mail server for tests answers, tells of changes, and is gone afterwards."""

import imaplib
import time

import pytest

from tests.mail_server import needs_dovecot
from tools.dovecot import PASSWORD, USER, server

pytestmark = needs_dovecot


def test_it_serves_one_mailbox_and_names_who_changes_it() -> None:
    with server() as made:
        made.deliver(b"Subject: hello\r\n\r\nhello\r\n", "1.one.made")
        with imaplib.IMAP4("127.0.0.1", made.plain) as writer:
            writer.login(USER, PASSWORD)
            writer.select()
            assert writer.store("1", "+FLAGS", "\\Deleted")[0] == "OK"
        # Its log is written by a process of its own, a moment later.
        deadline = time.monotonic() + 10
        while not made.changes() and time.monotonic() < deadline:
            time.sleep(0.05)
        assert len(made.changes()) == 1
    with pytest.raises(OSError, match="refused"):
        imaplib.IMAP4("127.0.0.1", made.plain)
    assert not made.folder.exists()
