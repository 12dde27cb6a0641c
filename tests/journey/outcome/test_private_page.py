from pathlib import Path

import pytest
from django.db import connection, connections
from pytest_django import Settings

from onward.domain.applications.events import EventKind
from onward.domain.landing.walk import Screen
from onward.journey.applications.keeping import delete_application
from onward.journey.applications.models import Passage
from onward.journey.history.models import Change
from onward.journey.outcome import landing
from onward.journey.outcome.models import Landing, Outcome, PrivatePage
from onward.journey.outcome.private_page import (
    delete_unread,
    page_of,
    seal,
    unseal,
    write_privately,
)
from tests import builders

WORDS = "quinsybramble"


@pytest.fixture(autouse=True)
def _day(settings: Settings) -> None:
    settings.TODAY = builders.TODAY


def taken_in() -> Landing:
    made = builders.application()
    builders.event(made, EventKind.REJECTED, ago=0.1)
    return landing.go_to(outcome=Outcome.objects.get(), screen=Screen.PRIVATE_PAGE)


@pytest.mark.django_db
def test_a_page_is_written_sealed_opened_and_written_on() -> None:
    of = taken_in()
    assert page_of(of.outcome) is None
    page = seal(page=write_privately(landing=of, text=WORDS))
    assert page.sealed_at == builders.NOON
    again = write_privately(landing=of, text=f"{WORDS} and more")
    assert unseal(page=again).sealed_at is None
    assert PrivatePage.objects.get().text == f"{WORDS} and more"


@pytest.mark.django_db
def test_it_is_neither_searched_nor_told_in_the_history() -> None:
    page = seal(page=write_privately(landing=taken_in(), text=WORDS))
    assert not Passage.objects.filter(text__icontains=WORDS).exists()
    delete_unread(page=page)
    assert not PrivatePage.objects.exists()
    assert not Change.objects.exists()


@pytest.mark.django_db
def test_it_goes_with_its_application() -> None:
    of = taken_in()
    write_privately(landing=of, text=WORDS)
    delete_application(application=of.outcome.application)
    assert not PrivatePage.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="looks into SQLite's files")
def test_once_deleted_no_word_of_it_is_on_the_disk() -> None:
    of = taken_in()
    write_privately(landing=of, text=f"{WORDS} " * 400)
    page = write_privately(landing=of, text=f"{WORDS} rewritten")
    assert WORDS.encode() in _on_disk()
    delete_unread(page=page)
    assert WORDS.encode() not in _on_disk()


def _on_disk() -> bytes:
    name = Path(connections["default"].settings_dict["NAME"])
    return b"".join(path.read_bytes() for path in name.parent.glob(f"{name.name}*"))
