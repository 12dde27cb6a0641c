import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from django.utils import timezone

from onward.journey.mail.importing import Pace, read_import
from onward.journey.mail.models import Import, Message
from onward.journey.mail.services import stop_import
from tests.journey.mail.killing import ends_within, forked
from tests.journey.mail.letters import (
    Mail,
    invitation,
    no,
    ordinary,
    thanks,
    write_mbox,
)
from tests.journey.mail.reading import (
    all_that_is_known,
    begin_anew,
    give,
    in_small_steps,
    in_two_looks,
    read,
)

KILLS = 25  # in each manner of reading
ROLES = ("Data Analyst", "Office Manager", "Ward Clerk", "Stock Planner", "Buyer")


def _mails() -> Iterator[Mail]:
    """Yield a mailbox out of order, with threads whose parts lie far apart."""
    for n, role in enumerate(ROLES):
        yield no(f"n{n}", role, day=40 + n, answers=(f"t{n}",))
        yield ordinary(f"o{n}", day=n)
    yield invitation(
        "i", "Thursday 24 September 2026 at 10:00", day=10, answers=("t0",)
    )
    words = "Fine, see you on Tuesday then."
    yield Mail("s", "Re: your application", words, day=4, answers=("t1",))
    for n, role in enumerate(ROLES):
        yield from (ordinary(f"p{n}{k}", day=n + k / 10) for k in range(8))
        yield thanks(f"t{n}", role, day=n)


def _reads(import_id: int, pace: Pace) -> int:
    """Start a process that reads; return its number."""
    return forked(lambda: read_import(import_id, pace=pace))


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("manner", [in_small_steps, in_two_looks])
def test_killed_at_many_moments_it_comes_to_the_same(
    tmp_path: Path, manner: Callable[[], Pace]
) -> None:
    path = write_mbox(tmp_path / "mail.mbox", _mails())
    began = time.monotonic()
    undisturbed = read(path, manner())
    whole = time.monotonic() - began
    known = all_that_is_known()
    random, kills = Random(1), 0
    while kills < KILLS:
        begin_anew()
        reading = give(path)
        while not ends_within(
            _reads(reading.pk, manner()), random.uniform(0, whole / 2)
        ):
            kills += 1
        reading.refresh_from_db()
        assert reading.state == "done"
        assert all_that_is_known() == known
        assert (reading.seen, reading.kept) == (undisturbed.seen, undisturbed.kept)


@pytest.mark.django_db(transaction=True)
def test_two_processes_never_read_one_import_at_once(tmp_path: Path) -> None:
    reading = give(write_mbox(tmp_path / "mail.mbox", _mails()))
    children = [_reads(reading.pk, in_small_steps()) for _ in range(3)]
    for child in children:
        assert ends_within(child, 60)
    reading.refresh_from_db()
    assert reading.state == "done"
    assert reading.known == 0
    assert reading.seen == len(list(_mails()))


@pytest.mark.django_db
def test_who_was_taken_for_dead_keeps_nothing_more(tmp_path: Path) -> None:
    reading = give(write_mbox(tmp_path / "mail.mbox", _mails()))

    def be_overtaken(now: Import) -> None:
        Import.objects.filter(pk=now.pk).update(holder="another:1:x")

    state = read_import(reading.pk, after_batch=be_overtaken, pace=in_small_steps())
    reading.refresh_from_db()
    assert state == "running"
    assert reading.seen == in_small_steps().at_once


@pytest.mark.django_db
def test_a_reader_that_gives_no_sign_is_replaced(tmp_path: Path) -> None:
    reading = give(write_mbox(tmp_path / "mail.mbox", _mails()))
    silent = timezone.now() - timedelta(minutes=2)
    held = Import.objects.filter(pk=reading.pk)
    held.update(state="running", holder="elsewhere:1:x", beat_at=silent)
    assert read_import(reading.pk) == "done"


@pytest.mark.django_db
def test_a_reader_that_gives_signs_is_left_alone(tmp_path: Path) -> None:
    reading = give(write_mbox(tmp_path / "mail.mbox", _mails()))
    held = Import.objects.filter(pk=reading.pk)
    held.update(state="running", holder="elsewhere:1:x", beat_at=timezone.now())
    assert read_import(reading.pk) == "running"
    reading.refresh_from_db()
    assert reading.seen == 0


@pytest.mark.django_db
def test_asked_to_end_it_keeps_what_is_whole_and_waits(tmp_path: Path) -> None:
    reading = give(write_mbox(tmp_path / "mail.mbox", _mails()))
    asked = iter([False] * 10)
    state = read_import(
        reading.pk, is_stopping=lambda: next(asked, True), pace=in_small_steps()
    )
    reading.refresh_from_db()
    assert state == "waiting"
    assert reading.seen == in_small_steps().at_once
    assert read_import(reading.pk) == "done"


@pytest.mark.django_db
def test_what_was_paused_and_then_stopped_is_put_in_order(tmp_path: Path) -> None:
    reading = give(write_mbox(tmp_path / "mail.mbox", _mails()))

    def ask(now: Import) -> None:
        Import.objects.filter(pk=now.pk).update(wanted="pause")

    assert read_import(reading.pk, after_batch=ask, pace=in_small_steps()) == "paused"
    stop_import(reading=reading)
    assert read_import(reading.pk) == "stopped"
    assert not Message.objects.filter(settled_at=None).exists()


@pytest.mark.django_db
def test_a_mailbox_that_vanishes_ends_the_reading_in_one_line(tmp_path: Path) -> None:
    path = write_mbox(tmp_path / "mail.mbox", _mails())
    reading = give(path)
    path.unlink()
    assert read_import(reading.pk) == "refused"
    reading.refresh_from_db()
    assert (
        reading.said == "There is nothing at this place. Check the path and try again."
    )
