import json
from collections.abc import Iterator

import pytest

from onward.cli.mail_connect import (
    NoSuchFolderError,
    NothingConnectedError,
    SecurityNotKnownError,
    begin,
    connect_one,
    given_by,
    look_into_all,
    told_of_folders,
)
from onward.journey.mailboxes.connecting import Given, OpenLineError
from onward.journey.mailboxes.models import ConnectedMailbox
from tests.imap_server import Scripted, serving
from tests.journey.mail.letters import MAILS_OF_ONE_SEARCH

pytestmark = pytest.mark.django_db


@pytest.fixture
def mailbox() -> Iterator[ConnectedMailbox]:
    """Lend a connected mailbox that was not looked into yet."""
    raw = (mail.raw.replace(b"\n", b"\r\n") for mail in MAILS_OF_ONE_SEARCH)
    with serving(Scripted(dict(enumerate(raw, 1)))) as script:
        address = "sam@field.example"
        yield connect_one(
            Given(address, "127.0.0.1", script.port, "none", address, "hush")
        )


def test_it_says_which_folders_are_read(mailbox: ConnectedMailbox) -> None:
    begin(mailbox, ["inbox"], None)
    assert told_of_folders(mailbox).splitlines() == [
        "sam@field.example is connected. It reads:",
        "  * Inbox",
        "    Sent Items",
    ]
    with pytest.raises(NoSuchFolderError):
        begin(mailbox, ["Outbox of dreams"], None)


def test_a_look_tells_what_came_of_it(
    mailbox: ConnectedMailbox, capsys: pytest.CaptureFixture[str]
) -> None:
    begin(mailbox, ["Inbox"], None)
    assert look_into_all(as_json=False) == 0
    told = capsys.readouterr().out
    assert told == "sam@field.example: 6 new, 4 of them about your search.\n"
    assert look_into_all(as_json=True) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["seen"], told["kept"], told["ordinary"]) == (6, 4, 2)
    assert told["trouble"] == ""


def test_without_a_mailbox_it_says_how_to_connect_one() -> None:
    with pytest.raises(NothingConnectedError, match="onward mail connect"):
        look_into_all(as_json=False)


def test_the_password_is_asked_for_and_never_an_argument(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.StringIO("hush hush\nmore"))
    given = given_by("sam@gmail.com", "", "tls", "")
    assert (given.host, given.port, given.secret) == (
        *("imap.gmail.com", 993),
        "hush hush",
    )
    with pytest.raises(SecurityNotKnownError):
        given_by("sam@gmail.com", "", "perhaps", "")


def test_no_password_goes_over_an_open_line() -> None:
    with pytest.raises(OpenLineError):
        connect_one(Given("s@f.example", "mail.f.example", 143, "none", "s", "hush"))
