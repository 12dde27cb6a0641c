"""Passwords and tokens lie in the vault: in no row, no log line and no traceback."""

import traceback
from collections.abc import Iterator

import pytest
from django.apps import apps

from onward import wiring
from onward.domain.mailboxes.consent import Leave
from onward.journey.mailboxes.access import access_of
from onward.journey.mailboxes.connecting import Given, choose, connect
from onward.journey.mailboxes.looking import look
from onward.journey.mailboxes.models import ConnectedMailbox
from onward.journey.mailboxes.watching import Watcher
from onward.journey.people.models import Person
from tests.imap_server import Scripted, serving
from tests.journey.mail.letters import MAILS_OF_ONE_SEARCH

pytestmark = pytest.mark.django_db(transaction=True)
ADDRESS = "sam@field.example"
SECRET = "a-Secret-4711"


@pytest.fixture
def script() -> Iterator[Scripted]:
    """Lend a mail server with a small search in its inbox."""
    raw = (mail.raw.replace(b"\n", b"\r\n") for mail in MAILS_OF_ONE_SEARCH)
    with serving(Scripted(dict(enumerate(raw, 1)))) as script:
        yield script


def _given(script: Scripted) -> Given:
    return Given(ADDRESS, "127.0.0.1", script.port, "none", ADDRESS, SECRET)


def _stored() -> str:
    """Return everything that stands in the database, as text."""
    rows = (
        row
        for model in apps.get_models(include_auto_created=True)
        for row in model._base_manager.values_list()
    )
    return "\n".join(map(str, rows))


def test_a_password_is_in_no_row_and_no_log_whatever_happens(
    script: Scripted, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    given = _given(script)
    mailbox = connect(person=Person.objects.local(), given=given)
    inbox = mailbox.folders.get(role="inbox").pk
    choose(mailbox=mailbox, folders=[inbox], since=None)
    assert look(mailbox)
    script.says["LOGIN"] = lambda rest: f"NO [AUTHENTICATIONFAILED] no {rest}"
    mailbox.refresh_from_db()
    assert not look(mailbox)
    mailbox.refresh_from_db()
    assert mailbox.needs_person
    shown = repr([given, access_of(mailbox), Watcher(access_of(mailbox), "INBOX")])
    assert wiring.vault().get(mailbox.secret_name) == SECRET
    assert ADDRESS in _stored()
    assert SECRET not in _stored() + caplog.text + shown


def test_the_leave_of_a_provider_is_in_no_row_and_no_log(
    script: Scripted, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    mailbox = connect(person=Person.objects.local(), given=_given(script))
    leave = Leave("nobody", "my-number", f"refresh-{SECRET}", f"client-{SECRET}")
    ConnectedMailbox.objects.update(way=ConnectedMailbox.Way.GOOGLE)
    mailbox.refresh_from_db()
    wiring.vault().put(mailbox.secret_name, str(leave))
    with pytest.raises(KeyError) as caught:  # nobody of that name gives leave
        access_of(mailbox)
    told = "".join(traceback.format_exception(caught.value))
    assert "nobody" in told
    assert SECRET not in told + repr(leave) + _stored() + caplog.text
