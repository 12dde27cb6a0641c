from datetime import UTC, datetime
from pathlib import Path

import pytest

from onward.journey.applications.models import Application
from onward.journey.mail import importing
from onward.journey.mail.importing import Pace, read_import
from onward.journey.mail.models import Import, Message, Seen
from onward.journey.mail.services import resume_import
from onward.journey.people.models import Person
from tests.journey.mail.letters import (
    MAILS_OF_ONE_SEARCH,
    Mail,
    no,
    thanks,
    write_folder,
    write_maildir,
    write_mbox,
    write_zip,
)
from tests.journey.mail.reading import (
    all_that_is_known,
    begin_anew,
    give,
    in_small_steps,
    read,
)

pytestmark = pytest.mark.django_db
KINDS = {
    "mbox": write_mbox,
    "folder": write_folder,
    "Maildir": write_maildir,
    "zip": write_zip,
}
MAILS = MAILS_OF_ONE_SEARCH


def test_what_a_mailbox_tells_becomes_applications(tmp_path: Path) -> None:
    reading = read(write_mbox(tmp_path / "mail.mbox", MAILS))
    assert (reading.state, reading.kept, reading.ordinary) == ("done", 4, 2)
    applications = {a.role: a for a in Application.objects.all()}
    assert set(applications) == {"Data Analyst", "Office Manager"}
    first = applications["Data Analyst"]
    assert (first.stage, first.ending) == ("interview", "rejected")
    kinds = list(
        first.events.order_by("happened_at", "id").values_list("kind", flat=True)
    )
    assert kinds == [
        *("applied", "acknowledged", "invited", "interview_scheduled", "rejected")
    ]


def test_a_no_becomes_an_outcome_with_its_words(tmp_path: Path) -> None:
    read(write_mbox(tmp_path / "mail.mbox", MAILS))
    outcome = Application.objects.get(role="Data Analyst").outcomes.get()
    assert outcome.words in no("c").words.replace("\n", " ")
    assert "decided not to move" in outcome.words


def test_an_invitation_becomes_a_round_at_its_time(tmp_path: Path) -> None:
    read(write_mbox(tmp_path / "mail.mbox", MAILS))
    held = Application.objects.get(role="Data Analyst").rounds.get()
    assert held.starts_at == datetime(2026, 9, 24, 9, tzinfo=UTC)  # 10:00 in London


def test_of_ordinary_mail_only_a_mark_is_kept(tmp_path: Path) -> None:
    read(write_mbox(tmp_path / "mail.mbox", MAILS))
    assert Seen.objects.count() == len(MAILS)
    assert not Message.objects.filter(subject="Saturday").exists()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_mailbox_gives_the_same(kind: str, tmp_path: Path) -> None:
    read(write_mbox(tmp_path / "mail.mbox", sorted(MAILS, key=lambda m: m.day)))
    known = all_that_is_known()
    begin_anew()
    read(KINDS[kind](tmp_path / kind, MAILS))
    assert all_that_is_known() == known


def test_small_steps_lead_to_the_same_as_one(tmp_path: Path) -> None:
    path = write_mbox(tmp_path / "mail.mbox", MAILS * 3)
    read(path)
    known = all_that_is_known()
    begin_anew()
    read(path, in_small_steps())
    assert all_that_is_known() == known


def test_the_same_mailbox_again_adds_nothing_and_says_so(tmp_path: Path) -> None:
    path = write_mbox(tmp_path / "mail.mbox", MAILS)
    read(path)
    known = all_that_is_known()
    again = read(path)
    assert (again.kept, again.ordinary, again.known) == (0, 0, len(MAILS))
    assert again.said == "Nothing new: all of it was read before."
    assert all_that_is_known() == known


def test_a_mailbox_that_grew_brings_only_what_is_new(tmp_path: Path) -> None:
    path = write_mbox(tmp_path / "mail.mbox", MAILS[1:])
    read(path)
    write_mbox(path, [*MAILS[1:], MAILS[0]])
    again = read(path)
    assert (again.seen, again.known, again.kept) == (len(MAILS), len(MAILS) - 1, 1)
    assert Application.objects.get(role="Data Analyst").ending == "rejected"


def test_two_messages_with_one_message_id_are_both_kept(tmp_path: Path) -> None:
    twice = [thanks("a", day=1), thanks("a", "Office Manager", day=2)]
    reading = read(write_mbox(tmp_path / "mail.mbox", twice))
    assert reading.kept == 2


def test_one_message_in_two_folders_is_one(tmp_path: Path) -> None:
    write_folder(tmp_path / "inbox", [thanks("a")])
    write_folder(tmp_path / "archive", [thanks("a")])
    reading = read(tmp_path)
    assert (reading.seen, reading.kept, reading.known) == (2, 1, 1)


def test_everything_read_is_accounted_for(tmp_path: Path) -> None:
    path = write_folder(tmp_path / "mail", MAILS)
    (path / "empty.eml").write_bytes(b"")
    (path / "broken.eml").write_bytes(b"\xff\xfe\x00" * 50)
    reading = read(path)
    parts = reading.kept + reading.ordinary + reading.known + reading.refused
    assert reading.seen == parts
    assert reading.refused == reading.problems.count() > 0


def test_a_reading_that_was_paused_goes_on_where_it_was(tmp_path: Path) -> None:
    path = write_mbox(tmp_path / "mail.mbox", MAILS)
    read(path)
    known = all_that_is_known()
    begin_anew()
    reading = give(path)

    def ask(now: Import) -> None:
        Import.objects.filter(pk=now.pk, seen__lt=4).update(wanted="pause")

    pace = Pace(at_once=2)
    assert read_import(reading.pk, after_batch=ask, pace=pace) == "paused"
    resume_import(reading=reading, is_read_here=True)
    assert read_import(reading.pk, pace=pace) == "done"
    assert all_that_is_known() == known


def test_mail_sent_to_somebody_else_is_no_application(tmp_path: Path) -> None:
    words = no("x").words
    told = Mail(
        "f", "Fwd: Update on your application", words, sender="Jo <jo@j.example>"
    )
    read(write_mbox(tmp_path / "mail.mbox", [told, *MAILS[1:2]]))
    assert not Application.objects.exists()


def test_a_mailbox_that_has_not_changed_is_not_opened_again(tmp_path: Path) -> None:
    path = write_mbox(tmp_path / "mail.mbox", MAILS)
    first = read(path)
    Seen.objects.all().delete()  # it would be read anew if it were looked at
    again = read(path)
    assert (again.seen, again.known, again.kept) == (first.seen, first.seen, 0)
    assert again.said == "Nothing new: all of it was read before."


def test_a_wider_setting_looks_at_all_of_it_again(tmp_path: Path) -> None:
    path = write_mbox(tmp_path / "mail.mbox", MAILS)
    read(path)
    Seen.objects.filter(chance__lt=0.5).update(chance=0.2)
    Person.objects.update(mail_width="wide")
    again = read(path)
    assert (again.known, again.kept + again.ordinary) == (4, 2)


@pytest.mark.parametrize(
    "kind", sorted(KINDS.keys() - {"zip"})
)  # its last bytes are no mail
@pytest.mark.parametrize(("at_once", "meanwhile"), [(2, 2), (6, 0)])
def test_what_is_all_read_is_filed_once_at_the_end(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    at_once: int,
    meanwhile: int,
) -> None:
    filed: list[Person] = []

    def settle(*, person: Person) -> None:
        filed.append(person)

    monkeypatch.setattr(importing, "settle_mail", settle)
    pace = Pace(at_once=at_once, first_filing=0.0, between_filings=0.0)
    read(KINDS[kind](tmp_path / "mail", MAILS), pace)
    assert len(filed) == meanwhile
    assert Application.objects.count() == 2
