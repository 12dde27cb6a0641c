"""The lines to a real server: open, encrypted from the start, and made so."""

import ssl
import time
from collections.abc import Iterator

import pytest

from onward.adapters.mailboxes.imap import ImapServer
from onward.adapters.mailboxes.imap_watch import ImapWatch
from onward.domain.mailboxes.trouble import MailServerError, Trouble
from onward.ports.mail_server import Access, Role, Security
from tests.journey.mail.letters import MAILS_OF_ONE_SEARCH, thanks
from tests.mail_server import contents, deliver, needs_dovecot
from tools.dovecot import PASSWORD, USER, Dovecot, server

pytestmark = needs_dovecot


@pytest.fixture(scope="module")
def dovecot() -> Iterator[Dovecot]:
    """Lend a server with a small search in its inbox."""
    with server() as running:
        deliver(running, MAILS_OF_ONE_SEARCH)
        yield running


def _access(port: int, security: Security, secret: str = PASSWORD) -> Access:
    return Access("localhost", port, USER, secret, security)


def _trusting(dovecot: Dovecot) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(dovecot.certificate))


@pytest.mark.parametrize("security", list(Security))
def test_a_mailbox_is_read_and_left_as_it_was(
    dovecot: Dovecot, security: Security
) -> None:
    before = contents(dovecot.maildir)
    port = dovecot.private if security is Security.TLS else dovecot.plain
    reader = ImapServer(_access(port, security), _trusting(dovecot))
    roles = {folder.name: folder.role for folder in reader.folders()}
    assert roles == {"INBOX": Role.INBOX, "Sent": Role.SENT, "Trash": Role.TRASH}
    (batch,) = reader.headings("INBOX", "", None)
    numbers = [one.number for one in batch]
    told = {one.content for one in reader.messages("INBOX", numbers, 10**6)}
    assert told == {mail.raw for mail in MAILS_OF_ONE_SEARCH}
    reader.close()
    assert contents(dovecot.maildir) == before
    assert dovecot.changes() == []


def test_a_server_that_cannot_prove_who_it_is_gets_no_password(
    dovecot: Dovecot,
) -> None:
    before = dovecot.log()
    reader = ImapServer(_access(dovecot.private, Security.TLS))
    with pytest.raises(MailServerError) as caught:
        reader.folders()
    assert caught.value.trouble is Trouble.CERTIFICATE
    assert "Login:" not in dovecot.log()[len(before) :]


def test_a_wrong_password_and_a_wrong_port_are_told_apart(dovecot: Dovecot) -> None:
    wrong = {
        Trouble.PASSWORD: _access(dovecot.private, Security.TLS, "wröng"),
        Trouble.ENCRYPTION: _access(dovecot.plain, Security.TLS),
        Trouble.NAME: Access("nowhere.invalid", 993, USER, PASSWORD),
    }
    for trouble, access in wrong.items():
        with pytest.raises(MailServerError) as caught:
            ImapServer(access, _trusting(dovecot)).folders()
        assert caught.value.trouble is trouble


def test_news_is_told_as_it_arrives(dovecot: Dovecot) -> None:
    access = _access(dovecot.private, Security.TLS)
    watch = ImapWatch(access, "INBOX", _trusting(dovecot))
    try:
        assert not watch.wait(0.01)
        deliver(dovecot, [thanks("new")])
        until = time.monotonic() + 30
        while not (heard := watch.wait(1)) and time.monotonic() < until:
            pass
        assert heard
    finally:
        watch.close()
    with pytest.raises(MailServerError):
        watch.wait(0.01)
