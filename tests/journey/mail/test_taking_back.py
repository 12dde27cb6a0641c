from pathlib import Path

import pytest

from onward.journey.applications.models import Application, Event, Passage
from onward.journey.history.models import Change
from onward.journey.history.services import undo_change
from onward.journey.mail.corrections import confirm_message
from onward.journey.mail.models import Message
from tests.builders import application
from tests.journey.mail.letters import MAILS_OF_ONE_SEARCH, write_mbox
from tests.journey.mail.reading import all_that_is_known, read

pytestmark = pytest.mark.django_db


def _reading_of(name: str) -> Change:
    return Change.objects.get(undoer="mail.import", text__contains=name)


def test_a_whole_reading_can_be_taken_back(tmp_path: Path) -> None:
    application("Zenith")
    read(write_mbox(tmp_path / "mail.mbox", MAILS_OF_ONE_SEARCH))
    undo_change(change=_reading_of("mail.mbox"))
    assert not Message.objects.exists()
    assert not Event.objects.exists()
    assert not Passage.objects.filter(key__startswith="message").exists()
    assert Application.objects.get().employer.name == "Zenith"


def test_after_that_the_mailbox_can_be_read_again(tmp_path: Path) -> None:
    path = write_mbox(tmp_path / "mail.mbox", MAILS_OF_ONE_SEARCH)
    read(path)
    known = all_that_is_known()
    undo_change(change=_reading_of("mail.mbox"))
    read(path)
    assert all_that_is_known() == known


def test_what_the_person_decided_about_stays(tmp_path: Path) -> None:
    read(write_mbox(tmp_path / "mail.mbox", MAILS_OF_ONE_SEARCH))
    agreed = Message.objects.get(message_id="<c@made.example>")
    confirm_message(message=agreed)
    undo_change(change=_reading_of("mail.mbox"))
    assert Message.objects.get() == agreed
    assert Application.objects.get().ending == "rejected"
