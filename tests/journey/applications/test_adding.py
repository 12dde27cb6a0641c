"""Adding an application by hand."""

from datetime import date, timedelta

import pytest

from onward.domain.applications.channel import Channel
from onward.domain.applications.events import EventKind
from onward.domain.applications.line import Line, understand
from onward.domain.applications.state import Stage
from onward.journey.applications import search
from onward.journey.applications.adding import (
    AheadError,
    Beside,
    NamelessError,
    add_told,
)
from onward.journey.applications.models import Application, Event
from onward.journey.applications.telling import Telling, tell
from onward.journey.history.models import Change
from onward.journey.history.queries import undoable
from onward.journey.history.services import CannotUndoError, undo_change
from tests import builders

pytestmark = pytest.mark.django_db
LINE = "Acme, Data Analyst, Leeds, applied 3 Nov, via Sam"


def add(line: str = LINE) -> Application:
    told = understand(line, builders.TODAY)
    return add_told(person=builders.person(), told=told)


def last_change() -> Change:
    change = undoable(builders.person(), builders.NOON - timedelta(days=365))
    assert change
    return change


def test_a_line_becomes_an_application_with_its_first_event() -> None:
    added = add()
    assert (added.role, added.employer.name, added.place) == (
        "Data Analyst",
        "Acme",
        "Leeds",
    )
    assert added.channel_said == "via Sam"
    assert added.applied_at
    assert added.applied_at.date() == date(2026, 11, 3)
    assert [event.kind for event in added.events.all()] == [EventKind.APPLIED]


def test_without_a_day_it_was_today() -> None:
    added = add("Acme, Data Analyst, referral")
    assert added.applied_at
    assert added.applied_at.date() == builders.TODAY
    assert added.last_at == added.applied_at
    assert added.channel == Channel.REFERRAL


def test_who_has_not_applied_yet_has_found_it() -> None:
    added = add("Acme, Data Analyst, not applied yet")
    assert (added.stage, added.applied_at) == (Stage.APPROACHED, None)
    assert added.events.get().kind == EventKind.FOUND


def test_one_employer_under_two_spellings_is_one() -> None:
    assert add().employer == add("ACME Ltd, Cook").employer


def test_it_can_be_found_by_its_words_and_its_advert() -> None:
    told = understand(LINE, builders.TODAY)
    beside = Beside(advert="We want somebody who likes hedgehogs.")
    added = add_told(person=builders.person(), told=told, beside=beside)
    for words in ("acme", "leeds anal", "hedgehog", "sam"):
        assert list(search.find_applications(added.person, words)) == [added.pk]


def test_it_needs_a_name_and_a_day_that_has_come() -> None:
    with pytest.raises(NamelessError):
        add_told(person=builders.person(), told=Line(role="Cook"))
    with pytest.raises(AheadError):
        add("Acme, Cook, 3 Dec 2030")
    assert not Application.objects.exists()


def test_it_can_be_taken_out_again() -> None:
    add()
    undo_change(change=last_change())
    assert not Application.objects.exists()
    assert not Event.objects.exists()
    assert not search.find(builders.person(), "acme").exists()


def test_once_something_came_to_it_it_is_not_taken_out() -> None:
    added = add()
    change = last_change()
    tell(application=added, telling=Telling(EventKind.HEARD, builders.TODAY))
    with pytest.raises(CannotUndoError):
        undo_change(change=change)
    assert Application.objects.exists()
