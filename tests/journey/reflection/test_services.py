from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from time_machine import Traveller

from onward.domain.applications.events import EventKind
from onward.domain.applications.loop import LoopStep, Taken, loop_step
from onward.domain.reflection.asked import Asked
from onward.domain.reflection.walk import Screen
from onward.journey.applications.models import Event, Round
from onward.journey.applications.rounds import keep_rounds
from onward.journey.outcome.models import Outcome
from onward.journey.outcome.queries import taken
from onward.journey.reflection.reading import account_of
from onward.journey.reflection.services import (
    GuessGivenError,
    NothingToKeepError,
    OutcomeKnownError,
    finish_facts,
    finish_meaning,
    give_guess,
    keep_facts,
    keep_meaning,
    reflection_of,
)
from tests.builders import NOON, event
from tests.journey.reflection.looked_back import interviewed, kept, told

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today() -> Iterator[Traveller]:
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def test_a_screen_kept_twice_is_kept_once() -> None:
    _, about = interviewed()
    for _time in range(2):
        told(about, "Tell me about a time you were late", "Any questions for us?")
    facts = account_of(reflection_of(_again(about))).facts
    assert [one.text for one in facts.questions] == [
        "Tell me about a time you were late",
        "Any questions for us?",
    ]


def test_one_screen_does_not_touch_what_another_kept() -> None:
    _, about = interviewed()
    told(about, "What is a join?")
    kept(about, "I drew the tables")
    keep_meaning(of=about, screen=Screen.COLLEAGUE, colleague="Breathe out first")
    account = account_of(reflection_of(_again(about)))
    assert account.facts.questions[0].text == "What is a join?"
    assert (account.meaning.keep, account.meaning.colleague) == (
        "I drew the tables",
        "Breathe out first",
    )


def test_a_guess_is_given_once_and_stays() -> None:
    _, about = interviewed()
    give_guess(of=about, guess=65)
    give_guess(of=_again(about), guess=65)
    with pytest.raises(GuessGivenError):
        give_guess(of=_again(about), guess=80)
    assert account_of(reflection_of(_again(about))).guess == 65


@pytest.mark.parametrize("ending", [EventKind.REJECTED, EventKind.OFFER])
def test_who_knows_the_outcome_cannot_guess_any_more(ending: EventKind) -> None:
    applied, about = interviewed()
    event(applied, ending)
    with pytest.raises(OutcomeKnownError):
        give_guess(of=_again(about), guess=10)


def test_a_change_needs_one_thing_to_keep_beside_it() -> None:
    _, about = interviewed()
    with pytest.raises(NothingToKeepError):
        keep_meaning(of=about, screen=Screen.CHANGE, change="I will name a number")


def test_facts_told_to_the_end_say_that_the_interview_was_held() -> None:
    applied, about = interviewed()
    told(about, "What is a join?")
    for _time in range(2):
        finish_facts(of=about)
    held = Event.objects.history_of(applied).filter(kind=EventKind.INTERVIEW_HELD)
    assert held.count() == 1
    assert Round.objects.get(application=applied).reflection.facts_at


def test_looking_back_to_the_end_moves_the_loop_on() -> None:
    applied, about = interviewed(ago=60)
    event(applied, EventKind.REJECTED, ago=40)
    kept(about, "I drew the tables")
    finish_meaning(of=about)
    applied.refresh_from_db()
    how = taken(Outcome.objects.of(applied.person).ending(applied))
    state = applied.state_at(NOON)
    assert loop_step(state, NOON, Taken(has_landed=True)) is LoopStep.REFLECT
    assert how.has_reflected
    step = loop_step(state, NOON, Taken(has_landed=True, has_reflected=True))
    assert step is LoopStep.DEVELOP


def test_after_two_passes_over_the_meaning_it_is_enough(
    today: Traveller,
) -> None:
    _, about = interviewed()
    for _pass in range(2):
        kept(about, "I drew the tables")
        assert not reflection_of(_again(about)).is_enough(_now())
        today.shift(timedelta(days=1))
    assert reflection_of(_again(about)).is_enough(_now())
    assert reflection_of(_again(about)).passes == 2


def test_meaning_that_follows_the_facts_at_once_is_one_pass() -> None:
    _, about = interviewed()
    told(about, "What is a join?")
    for words in ("I drew the tables", "I drew the tables first"):
        kept(_again(about), words)
    assert reflection_of(_again(about)).passes == 1


def test_writing_the_facts_is_no_pass() -> None:
    _, about = interviewed()
    told(about, "What is a join?")
    assert reflection_of(_again(about)).passes == 0


def test_a_round_that_was_written_of_is_not_let_go() -> None:
    applied, about = interviewed()
    told(about, "What is a join?")
    Round.objects.filter(pk=about.pk).update(event=None)
    Event.objects.history_of(applied).filter(
        kind=EventKind.INTERVIEW_SCHEDULED
    ).delete()
    keep_rounds([applied])
    assert Round.objects.filter(pk=about.pk).exists()


def test_nothing_is_kept_of_an_interview_without_words() -> None:
    _, about = interviewed()
    keep_facts(of=about, screen=Screen.QUESTIONS, questions=(Asked(),))
    account = account_of(reflection_of(_again(about)))
    assert account.facts.words == ()


def _again(about: Round) -> Round:
    return Round.objects.select_related("reflection", "event").get(pk=about.pk)


def _now() -> datetime:
    return datetime.now(UTC)
