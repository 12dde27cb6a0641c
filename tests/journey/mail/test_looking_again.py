from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from onward.adapters.mailboxes.mbox import MboxFile
from onward.domain.mail.message import Fault, ParsedMail
from onward.domain.mail.parsing.parse import parse
from onward.journey.applications.models import Application
from onward.journey.mail import understanding
from onward.journey.mail.digests import mark_of
from onward.journey.mail.importing import never, read_import
from onward.journey.mail.models import Import, Message, Seen
from onward.journey.mail.related import IN_HASTE
from onward.journey.mail.services import pause_import, resume_import, stop_import
from onward.journey.mail.tasks import take_up_imports
from onward.ports.mailbox import MovedError
from onward.web.shown.mail_imports import import_of
from tests.journey.mail.letters import Mail, no, ordinary, write_mbox
from tests.journey.mail.reading import (
    all_that_is_known,
    begin_anew,
    give,
    in_small_steps,
    in_two_looks,
    read,
)
from tests.journey.mail.test_importing_killed import _mails
from tests.journey.mail.test_related_mail import MAILS as RELATIVES

LIST = {"List-Id": "<news.made.example>"}


def _hidden_no() -> Mail:
    """Return a no in a mail to many whose subject says nothing."""
    mail = no("hidden", "Stock Planner", day=5)
    sender = "Borough News <news@borough.example>"
    return replace(mail, subject="Spring edition", sender=sender, headers=LIST)


def _all() -> Iterator[Mail]:
    yield from _mails()
    yield _hidden_no()
    yield replace(ordinary("n", day=2), headers=LIST)


def _look_once(path: Path) -> Import:
    reading = give(path)
    assert read_import(reading.pk, pace=in_two_looks(), may_look_again=never) == (
        "waiting"
    )
    reading.refresh_from_db()
    return reading


def _details() -> dict[str, dict[str, object]]:
    return {m.message_id: m.details for m in Message.objects.all()}


def _numbers() -> set[str]:
    return {m.message_id.strip("<").partition("@")[0] for m in Message.objects.all()}


@pytest.mark.django_db
def test_two_looks_come_to_the_same_as_reading_it_all_at_once(tmp_path: Path) -> None:
    path = write_mbox(tmp_path / "mail.mbox", _all())
    at_once = read(path, in_small_steps())
    known = all_that_is_known()
    begin_anew()
    twice = read(path, in_two_looks())
    assert all_that_is_known() == known
    for count in ("seen", "kept", "ordinary", "known", "refused"):
        assert getattr(twice, count) == getattr(at_once, count)
    assert (twice.later, twice.look) == (0, "whole")
    assert not Seen.objects.filter(is_open=True).exists()


@pytest.mark.django_db
def test_what_belongs_to_kept_mail_is_read_in_haste_and_then_with_care(
    tmp_path: Path,
) -> None:
    path = write_mbox(tmp_path / "mail.mbox", RELATIVES)
    read(path, in_small_steps())
    with_care = _details()
    assert with_care["<s@made.example>"]["related"] is True
    begin_anew()
    reading = _look_once(path)
    assert _details()["<s@made.example>"]["related"] == IN_HASTE
    read_import(reading.pk, pace=in_two_looks())
    assert _details()["<s@made.example>"] == with_care["<s@made.example>"]


@pytest.mark.django_db
def test_a_no_read_in_haste_is_read_again_for_what_its_sentences_say(
    tmp_path: Path,
) -> None:
    path = write_mbox(tmp_path / "mail.mbox", _all())
    read(path, in_small_steps())
    with_care = _details()
    begin_anew()
    reading = _look_once(path)
    noes = {bytes(m.digest) for m in Message.objects.filter(meaning="rejection")}
    waiting = Seen.objects.filter(is_open=True).values_list("digest", flat=True)
    assert noes
    assert noes <= {bytes(mark) for mark in waiting}
    read_import(reading.pk, pace=in_two_looks())
    assert _details() == with_care


@pytest.mark.django_db
def test_the_first_look_files_what_speaks_of_work_and_counts_the_rest(
    tmp_path: Path,
) -> None:
    reading = _look_once(write_mbox(tmp_path / "mail.mbox", _all()))
    assert reading.look == "second"
    assert reading.later == Seen.objects.filter(is_open=True).count() > 0
    assert reading.seen == reading.kept + reading.ordinary == len(list(_all()))
    assert {"n0", "t0", "i"} <= _numbers()
    assert "hidden" not in _numbers()
    assert Application.objects.count() >= 5


@pytest.mark.django_db
def test_what_hid_its_meaning_is_found_by_the_second_look(tmp_path: Path) -> None:
    reading = _look_once(write_mbox(tmp_path / "mail.mbox", _all()))
    assert read_import(reading.pk, pace=in_two_looks()) == "done"
    assert "hidden" in _numbers()


@pytest.mark.django_db
def test_the_page_says_that_a_closer_look_goes_on(tmp_path: Path) -> None:
    reading = _look_once(write_mbox(tmp_path / "mail.mbox", _all()))
    shown = import_of(reading)
    assert f"{reading.later} of them are now read more closely" in shown.sentence
    assert shown.share == 0
    assert (shown.rate, shown.remaining) == ("", "")
    assert shown.pause_url


@pytest.mark.django_db
def test_the_worker_takes_the_second_look_up_by_itself(tmp_path: Path) -> None:
    reading = _look_once(write_mbox(tmp_path / "mail.mbox", _all()))
    take_up_imports()
    reading.refresh_from_db()
    assert (reading.state, reading.later) == ("done", 0)


@pytest.mark.django_db
def test_the_same_mailbox_is_known_while_its_second_look_waits(tmp_path: Path) -> None:
    path = write_mbox(tmp_path / "mail.mbox", _all())
    first = _look_once(path)
    again = give(path)
    assert read_import(again.pk, pace=in_two_looks()) == "done"
    again.refresh_from_db()
    assert (again.known, again.seen) == (first.seen, first.seen)


@pytest.mark.django_db
def test_a_second_look_in_turns_comes_to_the_same(tmp_path: Path) -> None:
    path = write_mbox(tmp_path / "mail.mbox", _all())
    read(path, in_small_steps())
    known = all_that_is_known()
    begin_anew()
    reading = _look_once(path)
    turns = 0
    state = "waiting"
    while state == "waiting":
        state = read_import(
            reading.pk,
            pace=in_two_looks(),
            may_look_again=partial(next, iter([True]), False),  # noqa: FBT003 - not a flag
        )
        turns += 1
    assert turns > 2
    assert all_that_is_known() == known


@pytest.mark.django_db
def test_paused_in_its_second_look_it_goes_on_where_it_was(tmp_path: Path) -> None:
    reading = _look_once(write_mbox(tmp_path / "mail.mbox", _all()))
    pause_import(reading=reading)
    reading.refresh_from_db()
    assert import_of(reading).sentence.startswith("Paused.")
    resume_import(reading=reading, is_read_here=True)
    assert read_import(reading.pk, pace=in_two_looks()) == "done"
    assert "hidden" in _numbers()


@pytest.mark.django_db
def test_stopped_in_its_second_look_it_says_what_was_not_read(tmp_path: Path) -> None:
    path = write_mbox(tmp_path / "mail.mbox", _all())
    reading = _look_once(path)
    stop_import(reading=reading)
    assert read_import(reading.pk, pace=in_two_looks()) == "stopped"
    reading.refresh_from_db()
    assert f"Of {reading.later} messages only the sender" in reading.said
    assert not Message.objects.filter(settled_at=None).exists()
    read(path, in_small_steps())
    assert "hidden" in _numbers()


@pytest.mark.django_db
def test_a_mailbox_gone_before_its_second_look_keeps_the_first(tmp_path: Path) -> None:
    path = write_mbox(tmp_path / "mail.mbox", _all())
    reading = _look_once(path)
    kept = _numbers()
    path.unlink()
    assert read_import(reading.pk, pace=in_two_looks()) == "done"
    reading.refresh_from_db()
    assert "only the sender and the subject" in reading.said
    assert _numbers() == kept
    write_mbox(path, _all())
    read(path, in_two_looks())
    assert "hidden" in _numbers()


@pytest.mark.django_db
def test_mail_kept_in_haste_goes_unless_the_person_said_it_counts(
    tmp_path: Path,
) -> None:
    reading = _look_once(write_mbox(tmp_path / "mail.mbox", _all()))
    hasty = [_kept_in_haste(reading, name) for name in ("p00", "p01")]
    Message.objects.filter(pk=hasty[1].pk).update(confirmed_at=reading.added_at)
    before = reading.kept
    Import.objects.filter(pk=reading.pk).update(kept=before + 2)
    assert read_import(reading.pk, pace=in_two_looks()) == "done"
    assert "p00" not in _numbers()
    assert "p01" in _numbers()


def _kept_in_haste(reading: Import, number: str) -> Message:
    """Keep an ordinary mail of the mailbox, as a quick reading may."""
    mail = next(mail for mail in _all() if mail.number == number)
    raw = mail.raw if mail.raw.endswith(b"\n") else mail.raw + b"\n"
    mark = mark_of(raw)
    assert Seen.objects.filter(digest=mark).update(is_open=True) == 1
    some = Message.objects.filter(reading=reading).first()
    assert some is not None
    some.pk, some.digest, some.message_id = None, mark, f"<{number}@made.example>"
    some.save()
    return some


@pytest.mark.django_db(transaction=True)
def test_processes_beside_come_to_the_same(tmp_path: Path) -> None:
    path = write_mbox(tmp_path / "mail.mbox", _all())
    read(path, in_small_steps())
    known = all_that_is_known()
    begin_anew()
    pace = in_two_looks()
    pace.beside = 2
    reading = read(path, pace)
    assert all_that_is_known() == known
    assert reading.seen == len(list(_all()))


@pytest.mark.django_db(transaction=True)
def test_where_a_mailbox_moves_under_the_readers_it_is_read_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_mbox(tmp_path / "mail.mbox", _all())
    read(path, in_small_steps())
    known = all_that_is_known()
    begin_anew()

    def moved(_box: MboxFile, _outlines: object) -> None:
        raise MovedError

    monkeypatch.setattr(MboxFile, "standing_at", moved)
    pace = in_two_looks()
    pace.beside = 2
    read(path, pace)
    assert pace.beside == 0
    assert all_that_is_known() == known


@pytest.mark.django_db
def test_what_cannot_be_read_and_comes_twice_adds_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = _look_once(write_mbox(tmp_path / "usual.mbox", _mails())).ordinary
    begin_anew()
    twice = replace(ordinary("twice", day=2), headers=LIST)

    def broken(raw: bytes, *known: Any) -> ParsedMail:
        found = parse(raw, *known)
        is_broken = found.message_id == "<twice@made.example>"
        return replace(found, faults=(Fault.UNREADABLE,)) if is_broken else found

    monkeypatch.setattr(understanding, "parse", broken)
    monkeypatch.setattr(understanding, "worth_opening", lambda some: [True] * len(some))
    path = write_mbox(tmp_path / "mail.mbox", [twice, *_mails(), twice])
    reading = _look_once(path)
    assert (reading.refused, reading.known, reading.ordinary) == (2, 0, usual)
