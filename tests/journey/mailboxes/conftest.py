"""What tests of mailboxes on servers get: a real one, which nothing may change."""

from collections.abc import Iterator

import pytest

from tests.journey.mailboxes.search import mails_of_a_search
from tests.mail_server import deliver
from tools.dovecot import Dovecot, server


@pytest.fixture
def dovecot() -> Iterator[Dovecot]:
    """Lend a mail server; whatever a test does, its mailbox must not be changed."""
    with server() as running:
        yield running
        assert running.changes() == []


@pytest.fixture
def full(dovecot: Dovecot) -> Dovecot:
    """Lend a mail server with a search in its inbox."""
    deliver(dovecot, mails_of_a_search())
    return dovecot
