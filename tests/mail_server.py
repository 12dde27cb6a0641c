"""A real mail server in tests, with the small search of a person in its inbox."""

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from onward.journey.mailboxes.connecting import Given, choose, connect
from onward.journey.mailboxes.looking import look
from onward.journey.mailboxes.models import ConnectedMailbox
from onward.journey.people.models import Person
from tests.journey.mail.letters import Mail
from tools.dovecot import PASSWORD, USER, Dovecot
from tools.system import dovecot

needs_dovecot = pytest.mark.skipif(
    dovecot() is None, reason="there is no Dovecot on this machine"
)


def deliver(server: Dovecot, mails: Iterable[Mail], folder: str = "INBOX") -> None:
    """Put mails into a folder in their order, as they would have arrived."""
    arrivals = server.box(folder) / "new"
    before = arrivals.stat().st_mtime if arrivals.exists() else 0
    for place, mail in enumerate(mails):
        name = f"1{place:09}.{mail.number}.made"
        server.deliver(mail.raw.replace(b"\n", b"\r\n"), name, folder)
    # Dovecot sees by whole seconds whether a folder has changed since it last looked.
    if arrivals.stat().st_mtime < before + 1:
        os.utime(arrivals, (before + 1, before + 1))


def connected(port: int, person: Person | None = None) -> ConnectedMailbox:
    """Connect the mailbox that a port leads to, to be read as far as it goes."""
    person = person or Person.objects.local()
    given = Given(USER, "127.0.0.1", port, "none", USER, PASSWORD)
    mailbox = connect(person=person, given=given)
    chosen = mailbox.folders.filter(is_chosen=True).values_list("pk", flat=True)
    choose(mailbox=mailbox, folders=list(chosen), since=None)
    return mailbox


def looked(mailbox: ConnectedMailbox, most: int = 60) -> ConnectedMailbox:
    """Look until it goes well, as the worker does after each pause."""
    for _ in range(most):
        if look(ConnectedMailbox.objects.get(pk=mailbox.pk)):
            return ConnectedMailbox.objects.get(pk=mailbox.pk)
    pytest.fail(ConnectedMailbox.objects.get(pk=mailbox.pk).trouble)


def contents(folder: Path) -> dict[str, bytes]:
    """Return every message of a Maildir by the part of its name that stays.

    What follows the colon are flags: a message that was marked would differ.
    """
    found = {}
    for path in folder.rglob("*"):
        if path.is_file() and path.parent.name in {"cur", "new"}:
            name, _, flags = path.name.partition(":2,")
            found[f"{path.parent.parent.name}/{name} {flags}"] = path.read_bytes()
    return found
