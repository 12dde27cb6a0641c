from datetime import timedelta

import pytest

from onward.background import clock
from onward.domain.development.patterns import Leaning, Origin
from onward.domain.practice.usual import Usual
from onward.journey.practice.models import Take
from onward.journey.practice.points import own_points
from onward.journey.practice.queries import (
    due_returns,
    over_time,
    own_usual,
    takes_of_question,
    unfinished_takes,
)
from onward.journey.practice.takes import begin_take
from tests.builders import person
from tests.journey.practice.made_up import NO_RESULT, SHOP, asked, heard, spoken, typed

pytestmark = pytest.mark.django_db


def long_ago(take: Take, days: float) -> Take:
    moment = clock.now() - timedelta(days=days)
    Take.objects.filter(pk=take.pk).update(ended_at=moment, begun_at=moment)
    return take


def test_a_question_comes_back_the_day_after_and_not_the_same_day() -> None:
    take = typed(SHOP)
    assert due_returns(person(), clock.now()) == ()
    long_ago(take, 1)
    (due,) = due_returns(person(), clock.now())
    assert due.asked == take.asked


def test_what_was_due_more_than_a_week_ago_is_let_rest() -> None:
    long_ago(typed(SHOP), 20)
    assert due_returns(person(), clock.now()) == ()


def test_all_takes_of_a_question_are_found_over_sittings() -> None:
    first = long_ago(typed(NO_RESULT), 2)
    second = typed(SHOP)
    assert list(takes_of_question(second)) == [first, second]


def test_usual_is_what_came_before_and_after_three_takes() -> None:
    takes = [spoken(heard(SHOP)) for _ in range(4)]
    for number, take in enumerate(takes):
        long_ago(take, 5 - number)
    rows = [Take.objects.get(pk=take.pk) for take in takes]
    assert own_usual(person(), "wpm", rows[2]) is None
    assert isinstance(own_usual(person(), "wpm", rows[3]), Usual)


def test_over_time_opens_no_sealed_word(django_assert_max_num_queries: object) -> None:
    long_ago(typed(NO_RESULT), 1)
    owner = typed(SHOP).person
    with django_assert_max_num_queries(1):  # type: ignore[operator]
        first, second = over_time(owner)
    assert first.ended_at < second.ended_at
    assert second.bands["result"] in {"clear", "strong"}
    assert second.rung == "write"


def test_a_take_under_way_is_unfinished_until_it_ends() -> None:
    take = begin_take(asked=asked())
    assert list(unfinished_takes(person())) == [take]


def test_practice_speaks_with_one_voice_on_the_board_in_ones_own_words() -> None:
    typed(NO_RESULT)
    points = list(own_points(person()))
    assert {point.origin for point in points} == {Origin.PRACTICE}
    assert {point.voice for point in points} == {"practice"}
    assert Leaning.BUILD in {point.leaning for point in points}
    assert all(point.quote for point in points)


def test_an_empty_answer_says_nothing_on_the_board() -> None:
    typed("Fine.")
    assert list(own_points(person())) == []
