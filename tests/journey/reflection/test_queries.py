import pytest
from pytest_django import DjangoAssertNumQueries

from onward.domain.applications.events import EventKind
from onward.domain.interview.questions.question import Kind
from onward.domain.landing.walk import Screen as LandingScreen
from onward.domain.reflection.marks import Side
from onward.domain.reflection.walk import Screen
from onward.domain.today.steps import Kind as Step
from onward.journey.outcome.landing import go_to, keep_feeling
from onward.journey.outcome.models import Outcome
from onward.journey.reflection.queries import (
    Point,
    forecasts,
    marks,
    own_points,
    questions_asked,
)
from onward.journey.reflection.services import finish_meaning, give_guess, keep_meaning
from onward.journey.reflection.today import meaning_candidates
from onward.journey.today.queries import candidates
from tests.builders import NOON, event, person
from tests.journey.reflection.looked_back import interviewed, kept, told

pytestmark = pytest.mark.django_db


def test_questions_are_told_by_employer_and_newest_first() -> None:
    acme, first = interviewed("Acme", ago=9)
    _, second = interviewed("Bolt", ago=2)
    told(first, "Tell me about a time you were late")
    told(second, "What attracts you to this role?")
    told_all = questions_asked(person())
    assert [one.kind for one in told_all] == [Kind.MOTIVATION, Kind.PAST_BEHAVIOUR]
    assert all(one.is_guessed for one in told_all)
    only = questions_asked(person(), acme.employer)
    assert [one.text for one in only] == ["Tell me about a time you were late"]


def test_own_points_come_with_the_competency_their_words_hint_at() -> None:
    applied, about = interviewed()
    kept(about, "I worked with the whole team", "I will make my answers more concise")
    points = own_points(person())
    assert [one.kind for one in points] == [Point.KEEP, Point.CHANGE]
    assert points[1].competency == "Communicating and Influencing"
    assert points[0].application == applied


def test_forecasts_stand_beside_what_came_of_them() -> None:
    rows = [interviewed(name, ago=9) for name in ("Acme", "Bolt", "Cobb")]
    for guess, (_, about) in zip((80, 30, 50), rows, strict=True):
        give_guess(of=about, guess=guess)
    event(rows[0][0], EventKind.OFFER)
    event(rows[1][0], EventKind.REJECTED)
    assert [(one.share, one.came_true) for one in forecasts(person())] == [
        (0.8, True),
        (0.3, False),
        (0.5, None),
    ]


def test_marks_are_told_one_by_one() -> None:
    _, about = interviewed()
    told(about, "What is a join?")
    given = ({"example": 4, "length": 2},)
    keep_meaning(of=about, screen=Screen.ANSWERS, marks=given)
    found = [(one.side, one.value) for one in marks(person())]
    assert found == [(Side.EXAMPLE, 4), (Side.LENGTH, 2)]


def test_nothing_of_anybody_else_is_told() -> None:
    _, about = interviewed(of=person("somebody-else"))
    told(about, "What is a join?")
    give_guess(of=about, guess=50)
    assert (questions_asked(person()), forecasts(person())) == ([], [])


def test_reading_more_reflections_asks_the_database_no_more(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    me = person()
    for name in ("Acme", "Bolt", "Cobb"):
        told(interviewed(name)[1], "What is a join?")
    with django_assert_num_queries(2):
        questions_asked(me)


def test_the_meaning_is_brought_up_once_the_no_was_taken_in() -> None:
    applied, about = interviewed(ago=20)
    event(applied, EventKind.REJECTED, ago=3)
    outcome = Outcome.objects.get(application=applied)
    assert list(meaning_candidates(person(), NOON)) == []
    go_to(outcome=outcome, screen=LandingScreen.DONE)
    keep_feeling(outcome=outcome, feeling=2)
    assert list(meaning_candidates(person(), NOON)) == []
    keep_feeling(outcome=outcome, feeling=3)
    found = [one for one in candidates(person(), NOON) if one.kind is Step.MEANING]
    assert [one.application for one in found] == [applied.pk]
    finish_meaning(of=about)
    assert list(meaning_candidates(person(), NOON)) == []
