"""The worker hears of news, looks when it is time, and tries again after trouble."""

import time
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone

from onward.domain.mailboxes.trouble import MailServerError, Trouble
from onward.journey.mail.models import Message
from onward.journey.mailboxes import watching
from onward.journey.mailboxes.connecting import Given, choose, connect, pause
from onward.journey.mailboxes.models import ConnectedMailbox, Heading
from onward.journey.mailboxes.second_look import want_wider
from onward.journey.mailboxes.tasks import look_into_mailboxes
from onward.journey.mailboxes.timing import due_now, note_trouble, note_well
from onward.journey.people.models import Person, Width
from tests.imap_server import Scripted, serving
from tests.journey.mail.letters import MAILS_OF_ONE_SEARCH, no
from tests.mail_server import connected, deliver, needs_dovecot
from tools.dovecot import server

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def script() -> Iterator[Scripted]:
    """Lend a mail server with a small search in its inbox."""
    raw = (mail.raw.replace(b"\n", b"\r\n") for mail in MAILS_OF_ONE_SEARCH)
    with serving(Scripted(dict(enumerate(raw, 1)))) as script:
        yield script


@pytest.fixture
def mailbox(script: Scripted) -> ConnectedMailbox:
    """Return a mailbox that waits for its first look."""
    address = "sam@field.example"
    given = Given(address, "127.0.0.1", script.port, "none", address, "hush")
    made = connect(person=Person.objects.local(), given=given)
    chosen = made.folders.filter(role="inbox").values_list("pk", flat=True)
    choose(mailbox=made, folders=list(chosen), since=None)
    return made


def _again(mailbox: ConnectedMailbox) -> ConnectedMailbox:
    return ConnectedMailbox.objects.get(pk=mailbox.pk)


def test_the_worker_looks_into_what_is_due(mailbox: ConnectedMailbox) -> None:
    look_into_mailboxes()
    assert Message.objects.count() == 4
    after = _again(mailbox)
    assert after.looked_at is not None
    assert after.due_at is not None
    assert timedelta(minutes=14) < after.due_at - timezone.now()
    assert not due_now().exists()


def test_a_paused_mailbox_is_left_alone(
    mailbox: ConnectedMailbox, script: Scripted
) -> None:
    pause(mailbox=mailbox)
    script.heard.clear()
    look_into_mailboxes()
    assert script.heard == []


def test_passing_trouble_is_tried_again_later_and_later(
    mailbox: ConnectedMailbox,
) -> None:
    waits = []
    for _ in range(9):
        note_trouble(mailbox, MailServerError(Trouble.REACH, "imap.example", 993))
        assert mailbox.due_at is not None
        waits.append(round((mailbox.due_at - timezone.now()).total_seconds()))
    assert waits == sorted(waits)
    assert waits[0] == 30
    assert waits[-1] == 3_600
    assert not mailbox.needs_person
    note_well(mailbox)
    assert (_again(mailbox).tries, _again(mailbox).trouble) == (0, "")


def test_what_the_person_must_put_right_is_said_and_seldom_tried(
    mailbox: ConnectedMailbox, script: Scripted
) -> None:
    script.says["LOGIN"] = "NO Invalid credentials"
    look_into_mailboxes()
    after = _again(mailbox)
    assert after.needs_person
    assert "did not accept" in after.trouble
    assert after.due_at is not None
    assert after.due_at - timezone.now() > timedelta(hours=5)


def test_a_wider_setting_fetches_what_was_let_go(mailbox: ConnectedMailbox) -> None:
    look_into_mailboxes()
    person = Person.objects.local()
    person.mail_width = Width.WIDE
    want_wider(mailbox, person)  # what was in doubt until now
    row = Heading.objects.filter(state=Heading.State.KEPT).first()
    assert row is not None
    Message.objects.filter(digest=row.digest).delete()
    row.state = Heading.State.FETCHED
    row.save()
    assert want_wider(mailbox, person) == 1
    row.refresh_from_db()
    assert row.state == Heading.State.WANTED


def test_a_folder_made_later_can_be_chosen(
    mailbox: ConnectedMailbox, script: Scripted
) -> None:
    script.says["LIST"] = '* LIST () "/" INBOX\r\n* LIST () "/" Jobs\r\nOK'
    look_into_mailboxes()
    jobs = mailbox.folders.get(label="Jobs")
    assert not jobs.is_chosen


@needs_dovecot
def test_what_arrives_is_seen_within_seconds() -> None:
    with server() as dovecot:
        deliver(dovecot, MAILS_OF_ONE_SEARCH[:2])
        mailbox = connected(dovecot.plain)
        look_into_mailboxes()
        kept = Message.objects.count()
        try:
            _watched_until(lambda: mailbox.pk in watching._watchers)
            _watched_until(lambda: not due_now().exists())
            time.sleep(0.5)
            deliver(dovecot, [no("later", "Buyer", day=12)])
            _watched_until(lambda: Message.objects.count() > kept)
        finally:
            for watcher in watching._watchers.values():
                watcher.end()
            pause(mailbox=mailbox)
            watching.watch_all()
        assert watching._watchers == {}
        assert dovecot.changes() == []


def _watched_until(holds: object) -> None:
    """Do what the worker does every two seconds, until something holds."""
    until = time.monotonic() + 30
    while not holds():  # type: ignore[operator]
        assert time.monotonic() < until
        watching.watch_all()
        look_into_mailboxes()
        time.sleep(0.1)
