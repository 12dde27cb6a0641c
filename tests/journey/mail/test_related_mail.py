from pathlib import Path

import pytest

from onward.journey.mail.models import Import, Message, Seen
from tests.journey.mail.letters import ME, Mail, ordinary, thanks, write_mbox
from tests.journey.mail.reading import (
    all_that_is_known,
    begin_anew,
    in_small_steps,
    read,
)

pytestmark = pytest.mark.django_db
SEE_YOU = Mail(
    "s",
    "Re: your application for Data Analyst",
    "Fine, see you on Tuesday then.\n\nRobin",
    day=4,
    sender="Robin Shaw <robin@acme.example>",
    answers=("a",),
)
ANSWER = Mail(
    "r",
    "Re: your application for Data Analyst",
    "Lovely, looking forward to it.",
    day=5,
    sender=ME,
    to="Robin Shaw <robin@acme.example>",
    answers=("a", "s"),
)
MAILS = [ANSWER, ordinary("o1"), SEE_YOU, thanks("a"), ordinary("o2", day=1)]


def _accounted(reading: Import) -> bool:
    parts = reading.kept + reading.ordinary + reading.known + reading.refused
    return reading.seen == parts


def test_what_answers_kept_mail_is_kept_whatever_its_words(tmp_path: Path) -> None:
    reading = read(write_mbox(tmp_path / "mail.mbox", MAILS))
    kept = set(Message.objects.values_list("message_id", flat=True))
    assert kept == {f"<{number}@made.example>" for number in "asr"}
    assert _accounted(reading)
    assert (reading.kept, reading.ordinary) == (3, 2)


def test_related_mail_lies_where_the_mail_does_that_it_answers(tmp_path: Path) -> None:
    read(write_mbox(tmp_path / "mail.mbox", MAILS))
    applications = {
        message.filings.get().application_id for message in Message.objects.all()
    }
    assert len(applications) == 1


def test_of_many_answers_none_is_left_out(tmp_path: Path) -> None:
    said = ("Fine.", "See you then.", "Lovely.")
    answers = [
        Mail(f"s{n}", "Tuesday", said[n % 3], n / 9, SEE_YOU.sender, answers=("a",))
        for n in range(60)
    ]
    reading = read(write_mbox(tmp_path / "mail.mbox", [*answers, thanks("a")]))
    assert (reading.kept, reading.ordinary) == (61, 0)


def test_small_steps_find_the_same_relatives(tmp_path: Path) -> None:
    path = write_mbox(tmp_path / "mail.mbox", MAILS)
    read(path)
    known = all_that_is_known()
    begin_anew()
    read(path, in_small_steps())
    assert all_that_is_known() == known


def test_a_forgotten_mail_does_not_come_back_as_a_relative(tmp_path: Path) -> None:
    path = write_mbox(tmp_path / "mail.mbox", MAILS)
    read(path)
    gone = Message.objects.get(message_id="<s@made.example>")
    Seen.objects.filter(digest=gone.digest).update(chance=-1.0)
    gone.delete()
    path.write_bytes(path.read_bytes() + b"\n")
    read(path)
    assert not Message.objects.filter(message_id="<s@made.example>").exists()
