"""Feedback taken in, opened, and decided on to the last point."""

import pytest
from pytest_django import Settings

from onward.domain.applications.events import EventKind
from onward.domain.today.steps import Kind
from onward.journey.applications.models import Application
from onward.journey.development.focusing import focus_from_note
from onward.journey.development.today import plan_candidates
from onward.journey.feedback.deciding import decide, take_decision_back
from onward.journey.feedback.words import bring_in, paragraphs_around, say_ready
from onward.journey.outcome.models import Outcome
from onward.journey.outcome.queries import taken
from tests import builders

pytestmark = pytest.mark.django_db
THEIRS = """Your no

Dear Amira,

You were warm with residents. It fell
down on the one about medication.

Best, Shona"""


def rejected() -> Application:
    made = builders.application("Larkhill")
    builders.event(made, EventKind.REJECTED, ago=2)
    made.refresh_from_db()
    return made


def is_weighed(about: Application) -> bool:
    outcome = Outcome.objects.of(about.person).ending(about)
    return taken(outcome).feedback_done_at is not None


TWO_POINTS = "Your examples were clear. Your answers were too long for the panel."


@pytest.fixture(autouse=True)
def _stand_still(settings: Settings) -> None:
    settings.TODAY = builders.TODAY


def test_what_led_up_to_feedback_belongs_to_it() -> None:
    whole = "You were warm with residents. It fell\ndown on the one about medication."
    assert paragraphs_around("It fell\ndown on the one", THEIRS) == whole
    assert paragraphs_around("from elsewhere", THEIRS) == "from elsewhere"


def test_feedback_is_weighed_once_every_point_is_decided_on() -> None:
    about = rejected()
    text = bring_in(application=about, text=TWO_POINTS)
    notes = list(say_ready(text=text).notes.order_by("start"))
    assert len(notes) > 1
    for note in notes:
        assert not is_weighed(about)
        decide(note=note, decision="keep")
    assert is_weighed(about)
    take_decision_back(person=about.person, note=notes[0].pk, decision="", reason="")
    assert not is_weighed(about)


def test_words_without_any_point_are_weighed_when_they_are_read() -> None:
    about = rejected()
    say_ready(text=bring_in(application=about, text="..."))
    assert is_weighed(about)


def test_a_point_to_try_is_brought_up_until_it_is_worked_on() -> None:
    about = rejected()
    text = bring_in(application=about, text="Your examples were too long.")
    note = say_ready(text=text).notes.get()
    assert list(plan_candidates(about.person, builders.NOON)) == []
    decide(note=note, decision="try")
    moment = note.decided_at
    assert moment
    (found,) = plan_candidates(about.person, moment)
    assert (found.kind, found.application) == (Kind.TRY, about.pk)
    focus_from_note(note=note)
    assert found not in list(plan_candidates(about.person, moment))
