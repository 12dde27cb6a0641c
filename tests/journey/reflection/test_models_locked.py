"""Nobody without the key can read a reflection, wherever the database lies."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from onward.domain.reflection.account import LongPart
from onward.domain.reflection.feelings import Feelings
from onward.domain.reflection.walk import Screen
from onward.journey.applications.models import Round
from onward.journey.applications.search import find_applications
from onward.journey.history.models import Change
from onward.journey.history.services import undo_change
from onward.journey.people.models import Lock
from onward.journey.people.sealing import SealedAwayError, begin_anew, forget_key
from onward.journey.reflection.deleting import delete_reflection
from onward.journey.reflection.finding import choose_who_sees
from onward.journey.reflection.models import Reflection
from onward.journey.reflection.reading import account_of
from onward.journey.reflection.services import (
    give_guess,
    keep_facts,
    keep_long_form,
    reflection_of,
)
from onward.journey.subscriptions import subscribe
from tests.builders import person
from tests.journey.reflection.looked_back import interviewed, kept, told

SENTINEL = "okapimarmalade"  # no other test writes this word

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _own_key() -> Iterator[None]:
    subscribe()
    yield
    forget_key(person=person())


def _written() -> Round:
    _, about = interviewed()
    told(about, f"Tell me about {SENTINEL}")
    keep_facts(
        of=about, screen=Screen.FEELINGS, feelings=Feelings(before=f"{SENTINEL} a")
    )
    give_guess(of=about, guess=40)
    kept(about, f"{SENTINEL} b", f"{SENTINEL} c")
    keep_long_form(of=about, parts={LongPart.FELT: f"{SENTINEL} d"})
    return Round.objects.select_related("reflection").get(pk=about.pk)


def _on_disk(tmp_path: Path) -> bytes:
    """Return the database file, its log, and a copy made by SQLite's own backup."""
    file = Path(connection.settings_dict["NAME"])
    copy = tmp_path / "copy.sqlite3"
    with sqlite3.connect(file) as source, sqlite3.connect(copy) as target:
        source.backup(target)
    source.close()
    target.close()
    beside = file.parent.glob(f"{file.name}*")
    return b"".join(each.read_bytes() for each in [*beside, copy])


@pytest.fixture
def _sqlite() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("another database keeps its files to itself")


@pytest.mark.usefixtures("_sqlite")
def test_no_word_of_it_is_in_the_file_the_log_or_a_backup(tmp_path: Path) -> None:
    about = _written()
    on_disk = _on_disk(tmp_path)
    assert b"Acme" in on_disk
    assert SENTINEL.encode() not in on_disk
    assert SENTINEL in account_of(reflection_of(about)).meaning.keep


@pytest.mark.usefixtures("_sqlite")
def test_only_a_tick_lets_the_search_find_it_and_unticked_it_is_gone(
    tmp_path: Path,
) -> None:
    row = reflection_of(_written())
    assert not find_applications(person(), SENTINEL).exists()
    choose_who_sees(reflection=row, is_findable=True, goes_along=False)
    assert list(find_applications(person(), SENTINEL)) == [row.application_id]
    assert SENTINEL.encode() in _on_disk(tmp_path)
    choose_who_sees(reflection=row, is_findable=False, goes_along=False)
    assert not find_applications(person(), SENTINEL).exists()
    assert SENTINEL.encode() not in _on_disk(tmp_path)


@pytest.mark.usefixtures("_sqlite")
def test_deleted_it_can_be_had_back_and_stays_locked_meanwhile(
    tmp_path: Path,
) -> None:
    about = _written()
    delete_reflection(reflection=reflection_of(about))
    assert Reflection.objects.count() == 0
    assert SENTINEL.encode() not in _on_disk(tmp_path)
    change = Change.objects.of(person()).get(undoer="reflection.deleted")
    undo_change(change=change)
    back = account_of(Reflection.objects.get())
    assert (back.guess, back.meaning.keep) == (40, f"{SENTINEL} b")


def test_deleted_for_good_there_is_no_way_back() -> None:
    about = _written()
    delete_reflection(reflection=reflection_of(about), for_good=True)
    assert not Change.objects.of(person()).filter(undoer="reflection.deleted").exists()


def test_without_the_key_it_says_so_and_can_be_given_up() -> None:
    about = _written()
    lock = Lock.objects.of(person()).get()
    forget_key(person=person())
    lock.save(force_insert=True)
    with pytest.raises(SealedAwayError):
        account_of(reflection_of(about))
    begin_anew(person=person())
    assert Reflection.objects.count() == 0
    assert not Round.objects.get().is_written_of
