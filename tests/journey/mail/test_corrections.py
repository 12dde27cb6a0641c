from pathlib import Path

import pytest

from onward.domain.applications.events import EventKind
from onward.domain.mail.verdict import Meaning
from onward.journey.applications.models import Application, Passage
from onward.journey.history.models import Change
from onward.journey.history.services import undo_change
from onward.journey.mail.corrections import (
    WordsGoneError,
    begin_application,
    confirm_message,
    correct_message,
    forget_message,
)
from onward.journey.mail.forgetting import sweep_forgotten
from onward.journey.mail.importing import read_import
from onward.journey.mail.models import Import, Learned, Message, Seen
from tests.journey.mail.letters import Mail, no, ordinary, thanks, write_mbox
from tests.journey.mail.reading import all_that_is_known, give, in_small_steps, read

pytestmark = pytest.mark.django_db
# Each is the same letter, filled in for another role.
NOES = [no(f"n{n}", role, day=n) for n, role in enumerate(("Buyer", "Ward Clerk"))]


def _kinds(application: Application) -> list[str]:
    counting = application.events.filter(superseded_by=None)
    kept = counting.exclude(kind=EventKind.RETRACTED).order_by("happened_at", "id")
    return list(kept.values_list("kind", flat=True))


def _message(number: str) -> Message:
    return Message.objects.get(message_id=f"<{number}@made.example>")


def _application(number: str) -> Application:
    filing = _message(number).filings.get(ended_at=None)
    return filing.application


def test_another_meaning_takes_the_place_of_the_first(tmp_path: Path) -> None:
    read(write_mbox(tmp_path / "mail.mbox", [thanks("a"), no("n", day=9)]))
    row = _application("n")
    correct_message(message=_message("n"), meaning=Meaning.OTHER, applications=[row])
    row.refresh_from_db()
    assert _kinds(row) == ["applied", "acknowledged", "heard"]
    assert row.ending == ""
    assert not row.outcomes.filter(stands=True).exists()


def test_what_was_corrected_stays_in_the_history_struck_through(
    tmp_path: Path,
) -> None:
    read(write_mbox(tmp_path / "mail.mbox", [no("n")]))
    row = _application("n")
    correct_message(message=_message("n"), meaning=Meaning.OTHER, applications=[row])
    struck = row.events.get(kind=EventKind.REJECTED)
    assert struck.superseded_by.get().kind == EventKind.HEARD


def test_a_correction_is_applied_to_look_alikes(tmp_path: Path) -> None:
    read(write_mbox(tmp_path / "mail.mbox", NOES))
    change = correct_message(
        message=_message("n0"),
        meaning=Meaning.OTHER,
        applications=[_application("n0")],
    )
    assert change.text.endswith("and one more like it")
    assert _message("n1").says is Meaning.OTHER
    assert _kinds(_application("n1")) == ["heard"]


def test_a_correction_is_remembered_for_what_comes(tmp_path: Path) -> None:
    read(write_mbox(tmp_path / "mail.mbox", NOES[:1]))
    correct_message(
        message=_message("n0"),
        meaning=Meaning.OTHER,
        applications=[_application("n0")],
    )
    read(write_mbox(tmp_path / "later.mbox", NOES[1:]))
    assert _message("n1").says is Meaning.OTHER


def test_a_correction_can_be_undone(tmp_path: Path) -> None:
    read(write_mbox(tmp_path / "mail.mbox", NOES))
    rows = {number: _kinds(_application(number)) for number in ("n0", "n1")}
    change = correct_message(
        message=_message("n0"),
        meaning=Meaning.OTHER,
        applications=[_application("n0")],
    )
    undo_change(change=change)
    assert {n: _kinds(_application(n)) for n in ("n0", "n1")} == rows
    assert _message("n0").confirmed_at is None
    assert not Learned.objects.exists()


def test_a_corrected_mail_is_not_moved_again(tmp_path: Path) -> None:
    read(write_mbox(tmp_path / "mail.mbox", [thanks("a"), thanks("b", "Buyer")]))
    elsewhere = _application("b")
    correct_message(
        message=_message("a"),
        meaning=Meaning.ACKNOWLEDGEMENT,
        applications=[elsewhere],
    )
    read(write_mbox(tmp_path / "later.mbox", [no("n", day=9, answers=("a",))]))
    assert _application("a") == elsewhere


def test_agreeing_changes_nothing_but_that_it_is_said(tmp_path: Path) -> None:
    read(write_mbox(tmp_path / "mail.mbox", [no("n")]))
    confirm_message(message=_message("n"))
    assert _kinds(_application("n")) == ["rejected"]
    assert _message("n").confirmed_at is not None


def test_an_answer_may_begin_an_application(tmp_path: Path) -> None:
    read(write_mbox(tmp_path / "mail.mbox", [thanks("a"), no("n", day=9)]))
    message = _message("n")
    new = begin_application(message=message)
    change = correct_message(message=message, meaning=message.says, applications=[new])
    assert _kinds(new) == ["rejected"]
    assert Application.objects.count() == 2
    undo_change(change=change)
    assert Application.objects.count() == 1
    assert _kinds(_application("n")) == ["applied", "acknowledged", "rejected"]


def test_a_forgotten_mail_leaves_no_trace_in_the_pipeline(tmp_path: Path) -> None:
    read(write_mbox(tmp_path / "mail.mbox", [thanks("a"), no("n", day=9)]))
    forget_message(message=_message("n"))
    assert _kinds(_application("a")) == ["applied", "acknowledged"]
    assert not Passage.objects.filter(text__contains="unfortunately").exists()
    assert not Message.objects.filed().filter(subject__startswith="Update").exists()


def test_an_application_that_only_a_forgotten_mail_made_goes(tmp_path: Path) -> None:
    read(write_mbox(tmp_path / "mail.mbox", [no("n")]))
    change = forget_message(message=_message("n"))
    assert not Application.objects.exists()
    undo_change(change=change)
    assert _kinds(_application("n")) == ["rejected"]
    assert Application.objects.get().employer.name == "Acme"


def test_in_the_end_only_the_mark_of_a_forgotten_mail_stays(tmp_path: Path) -> None:
    path = write_mbox(tmp_path / "mail.mbox", [no("n"), ordinary("o")])
    read(path)
    change = forget_message(message=_message("n"))
    sweep_forgotten(before=change.made_at.replace(year=2100))
    assert not Message.objects.exists()
    assert Seen.objects.count() == 2
    again = read(path)
    assert (again.kept, again.known) == (0, 2)
    with pytest.raises(WordsGoneError):
        undo_change(change=Change.objects.get(pk=change.pk))


def test_mail_like_a_forgotten_one_is_not_kept_any_more(tmp_path: Path) -> None:
    alert = Mail(
        "j1",
        "New jobs for you",
        "Dear Sam,\n\nThank you for applying to jobs like Data Analyst. Apply now to"
        " these positions that match your application.\n\nJobs4U",
        sender="Jobs4U <news@jobs4u.example>",
    )
    read(write_mbox(tmp_path / "mail.mbox", [alert, thanks("a")]))
    for message in Message.objects.filter(message_id="<j1@made.example>"):
        forget_message(message=message)
    again = Mail("j2", alert.subject, alert.words, day=1, sender=alert.sender)
    read(write_mbox(tmp_path / "later.mbox", [again]))
    assert not Message.objects.filter(message_id="<j2@made.example>").exists()


def test_undoing_a_forgetting_is_complete(tmp_path: Path) -> None:
    read(write_mbox(tmp_path / "mail.mbox", [thanks("a"), no("n", day=9)]))
    before = all_that_is_known()
    undo_change(change=forget_message(message=_message("n")))
    after = all_that_is_known()
    assert after["messages"] == before["messages"]
    assert after["passages"] == before["passages"]
    assert _kinds(_application("n")) == ["applied", "acknowledged", "rejected"]


def test_an_application_somebody_wrote_in_stays_where_it_is(tmp_path: Path) -> None:
    mails = [thanks("a"), *(ordinary(f"o{n}") for n in range(9)), no("n", day=9)]
    reading = give(write_mbox(tmp_path / "mail.mbox", mails))
    read_import(reading.pk, after_batch=_write_a_note, pace=in_small_steps())
    row = Application.objects.get(note="I liked them.")
    assert _application("a") == _application("n") == row


def _write_a_note(_now: Import) -> None:
    Application.objects.update(note="I liked them.")
