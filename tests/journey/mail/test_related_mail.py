from dataclasses import replace
from email.utils import parseaddr
from pathlib import Path

import pytest

from onward.domain.applications.events import EventKind
from onward.domain.mail.verdict import Meaning
from onward.journey.applications.models import Event
from onward.journey.mail.models import Import, Message, Seen
from onward.journey.mail.related import Place, fetched
from onward.journey.mail.rereading import reread_in_conversation
from onward.journey.mail.settling import settle_for_good
from onward.wiring import mailbox
from tests.journey.mail.letters import (
    ME,
    Mail,
    ordinary,
    thanks,
    write_maildir,
    write_mbox,
)
from tests.journey.mail.reading import (
    all_that_is_known,
    begin_anew,
    in_small_steps,
    read,
)

pytestmark = pytest.mark.django_db
SEE_YOU = Mail(
    "s",
    "Re: parking",
    "The car park is behind the house, by the green door.",
    day=4,
    sender="Robin Shaw <robin@acme.example>",
    answers=("a",),
)
ANSWER = Mail(
    "r",
    "Re: parking",
    "The green door, and the car park behind the house.",
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


def test_in_a_maildir_the_same_is_found(tmp_path: Path) -> None:
    reading = read(write_maildir(tmp_path / "mail", MAILS))
    related = {m.message_id for m in Message.objects.all() if m.details.get("related")}
    assert "<s@made.example>" in related
    assert (reading.kept, reading.ordinary) == (3, 2)


def test_of_a_mailbox_that_changed_meanwhile_the_places_are_counted(
    tmp_path: Path,
) -> None:
    path = write_mbox(tmp_path / "mail.mbox", MAILS)
    reading = read(path)
    items = list(mailbox(path).messages())
    wanted = {Place(0, ""), Place(2, items[1].position)}
    before = list(fetched(wanted, mailbox(path), reading))
    assert before == [items[0], items[2]]
    with path.open("ab") as box:
        box.write(write_mbox(tmp_path / "more.mbox", [ordinary("m")]).read_bytes())
    misplaced = {Place(0, items[3].position), Place(2, "")}
    assert list(fetched(misplaced, mailbox(path), reading)) == before


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


ROBIN = "Robin Shaw <robin@acme.example>"
INVITED = Mail(
    "i",
    "Re: your note",
    "Come and see us on Thursday at 10, second floor.",
    day=4,
    sender=ROBIN,
    answers=("a",),
)
REFUSED = replace(
    INVITED, words="It won't be you this time, sorry Sam. We went with Kim."
)


def _told(mail: Mail) -> Message:
    return Message.objects.get(message_id=f"<{mail.number}@made.example>")


def _doubted(reading: Import, mail: Mail, chance: float) -> Message:
    """Return a mail as one whose own words left it in doubt, and file it anew."""
    told = _told(mail)
    told.meaning, told.confidence = Meaning.NOT_JOB_RELATED, 1 - chance
    told.chance, told.details = chance, {"asks": True}
    told.save()
    settle_for_good(person=reading.person, reading=reading)
    told.refresh_from_db()
    return told


def test_what_answers_mail_about_the_search_is_asked_about_less(
    tmp_path: Path,
) -> None:
    reading = read(write_mbox(tmp_path / "mail.mbox", [INVITED, thanks("a")]))
    told = _doubted(reading, INVITED, 0.6)
    assert told.meaning == Meaning.INTERVIEW_INVITATION
    assert not told.details["asks"]
    filed = told.filings.get(ended_at=None)
    assert filed.application_id == _told(thanks("a")).filings.get().application_id


def test_what_stands_alone_stays_a_question(tmp_path: Path) -> None:
    alone = replace(INVITED, answers=())
    reading = read(write_mbox(tmp_path / "mail.mbox", [alone, thanks("a")]))
    assert _doubted(reading, alone, 0.6).details["asks"]


@pytest.mark.parametrize(("chance", "asks"), [(0.6, True), (0.95, False)])
def test_a_no_that_only_its_conversation_makes_likely_is_asked_about(
    tmp_path: Path, chance: float, *, asks: bool
) -> None:
    reading = read(write_mbox(tmp_path / "mail.mbox", [REFUSED, thanks("a")]))
    told = _doubted(reading, REFUSED, chance)
    assert (told.meaning, told.details["asks"]) == (Meaning.REJECTION, asks)


def test_what_the_person_said_of_it_is_not_read_again(tmp_path: Path) -> None:
    reading = read(write_mbox(tmp_path / "mail.mbox", [INVITED, thanks("a")]))
    told = _told(INVITED)
    told.details, told.told_meaning = {"asks": True}, Meaning.OTHER
    told.save()
    assert reread_in_conversation(reading=reading) == 0
    Message.objects.filter(pk=told.pk).update(told_meaning="")
    assert reread_in_conversation(reading=reading) == 1


def test_an_event_says_what_its_message_says_once_that_was_read_again(
    tmp_path: Path,
) -> None:
    reading = read(write_mbox(tmp_path / "mail.mbox", [thanks("a")]))
    told = _told(thanks("a"))
    event = Event.objects.get(kind=EventKind.ACKNOWLEDGED)
    words = (event.quote, event.confidence)
    assert words[0]
    Event.objects.filter(pk=event.pk).update(quote="Hello", confidence=0.4)
    told.settled_at, told.why = None, ""
    told.save()
    settle_for_good(person=reading.person, reading=reading)
    event.refresh_from_db()
    assert (event.quote, event.confidence) == words


def test_what_turns_out_to_be_the_person_s_stays_an_answer(tmp_path: Path) -> None:
    reading = read(write_mbox(tmp_path / "mail.mbox", MAILS))
    answer = Message.objects.filter(message_id="<r@made.example>")
    answer.update(own=False, meaning=Meaning.OTHER, settled_at=None)
    reading.person.addresses = [parseaddr(ME)[1]]
    reading.person.save()
    settle_for_good(person=reading.person, reading=reading)
    now = _told(ANSWER)
    assert (now.own, now.meaning) == (True, Meaning.FOLLOW_UP)
    assert now.details["related"]
