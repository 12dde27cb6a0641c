"""What the person tells of an application, and taking it back."""

from datetime import date, time, timedelta

import pytest

from onward.domain.applications.events import EventKind as Kind
from onward.domain.applications.events import Source
from onward.domain.applications.state import Ending, Stage
from onward.journey.applications.adding import AheadError
from onward.journey.applications.models import Application, Event, Round
from onward.journey.applications.telling import (
    Telling,
    close_as_silent,
    correct,
    take_back,
    tell,
)
from onward.journey.history.models import Change
from onward.journey.history.services import CannotUndoError, undo_change
from onward.journey.outcome.models import Outcome
from tests import builders

pytestmark = pytest.mark.django_db
NOV_9 = date(2026, 11, 9)


@pytest.fixture
def acme() -> Application:
    made = builders.application()
    builders.event(made, Kind.APPLIED, ago=40)
    return made


def said(
    kind: Kind, day: date = NOV_9, at: time | None = None, words: str = ""
) -> Telling:
    return Telling(kind, day, at, words)


def again(application: Application) -> Application:
    return Application.objects.get(pk=application.pk)


def undo() -> None:
    undo_change(change=Change.objects.order_by("pk").last() or Change())


def test_what_is_told_counts_at_once(acme: Application) -> None:
    event = tell(application=acme, telling=said(Kind.REJECTED, words="They rang."))
    assert again(acme).ending == Ending.REJECTED
    assert (event.source, event.said, event.has_time) == (
        Source.PERSON,
        "They rang.",
        False,
    )


def test_what_is_told_of_today_is_not_ahead(acme: Application) -> None:
    tell(application=acme, telling=said(Kind.INTERVIEW_HELD, builders.TODAY))
    assert again(acme).interviews == 1


def test_only_an_interview_may_be_ahead(acme: Application) -> None:
    tomorrow = builders.TODAY + timedelta(days=1)
    planned = said(Kind.INTERVIEW_SCHEDULED, tomorrow, time(10, 30))
    event = tell(application=acme, telling=planned)
    assert again(acme).next_at == event.happened_at
    with pytest.raises(AheadError):
        tell(application=acme, telling=said(Kind.REJECTED, tomorrow))


def test_telling_can_be_undone(acme: Application) -> None:
    tell(application=acme, telling=said(Kind.REJECTED))
    undo()
    assert again(acme).ending == ""
    undo()
    assert again(acme).ending == ""


def test_a_correction_takes_the_place_and_keeps_the_quote(acme: Application) -> None:
    no = builders.event(
        acme, Kind.REJECTED, ago=9, quote="No.", message_key="message:4"
    )
    fresh = correct(event=no, telling=said(Kind.INVITED))
    assert (again(acme).ending, again(acme).stage) == ("", Stage.INTERVIEW)
    assert (fresh.quote, fresh.message_key, fresh.supersedes) == (
        "No.",
        "message:4",
        no,
    )


def test_undoing_a_correction_brings_back_what_it_corrected(acme: Application) -> None:
    no = builders.event(acme, Kind.REJECTED, ago=9)
    correct(event=no, telling=said(Kind.INVITED))
    undo()
    assert again(acme).ending == Ending.REJECTED


def test_a_second_correction_replaces_the_first(acme: Application) -> None:
    no = builders.event(acme, Kind.REJECTED, ago=9)
    first = correct(event=no, telling=said(Kind.INVITED))
    second = correct(event=no, telling=said(Kind.ASSESSMENT))
    assert second.supersedes == first
    assert again(acme).stage == Stage.ASSESSMENT


def test_what_was_corrected_since_is_not_undone_behind_its_back(
    acme: Application,
) -> None:
    no = tell(application=acme, telling=said(Kind.REJECTED))
    change = Change.objects.get()
    correct(event=no, telling=said(Kind.INVITED))
    with pytest.raises(CannotUndoError):
        undo_change(change=change)


def test_taking_back_an_automatic_event_keeps_it_and_can_be_undone(
    acme: Application,
) -> None:
    no = builders.event(acme, Kind.REJECTED, ago=9, source=Source.MESSAGE)
    take_back(event=no)
    assert again(acme).ending == ""
    assert Event.objects.filter(pk=no.pk).exists()
    undo()
    assert again(acme).ending == Ending.REJECTED


def test_an_outcome_stands_as_long_as_its_event(acme: Application) -> None:
    no = tell(application=acme, telling=said(Kind.REJECTED))
    Outcome.objects.update(feedback_offered="Just reply.")
    outcomes = Outcome.objects.of(acme.person)
    assert outcomes.ending(again(acme)) == Outcome.objects.get(event=no)
    take_back(event=no)
    assert not outcomes.standing().exists()
    undo()
    kept = outcomes.ending(again(acme))
    assert kept
    assert kept.feedback_offered == "Just reply."


def test_silence_opens_again_when_an_answer_comes(acme: Application) -> None:
    close_as_silent(application=acme)
    assert again(acme).ending == Ending.SILENT
    builders.event(acme, Kind.HEARD, ago=-1)
    assert again(acme).ending == ""


def test_an_interview_makes_a_round_and_holding_it_makes_no_second(
    acme: Application,
) -> None:
    plan = said(Kind.INTERVIEW_SCHEDULED, NOV_9, time(10, 30))
    planned = tell(application=acme, telling=plan)
    tell(application=acme, telling=said(Kind.INTERVIEW_HELD))
    assert Round.objects.get().event == planned
    assert Round.objects.get().starts_at == planned.happened_at


def test_a_round_goes_along_when_its_day_is_put_right(acme: Application) -> None:
    planned = tell(application=acme, telling=said(Kind.INTERVIEW_SCHEDULED))
    Round.objects.update(panel="Priya Nair")
    moved = correct(
        event=planned, telling=said(Kind.INTERVIEW_SCHEDULED, date(2026, 11, 12))
    )
    assert Round.objects.get().event == moved
    undo()
    kept = Round.objects.get()
    assert (kept.event, kept.panel) == (planned, "Priya Nair")


def test_a_round_with_words_outlives_its_interview(acme: Application) -> None:
    held = tell(application=acme, telling=said(Kind.INTERVIEW_HELD))
    empty = tell(application=acme, telling=said(Kind.INTERVIEW_HELD, date(2026, 11, 2)))
    Round.objects.filter(event=held).update(said="They asked about reports.")
    take_back(event=empty)
    take_back(event=held)
    assert Round.objects.get().event is None
    undo()
    assert Round.objects.get().event == held
