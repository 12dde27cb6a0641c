from datetime import date, datetime, timedelta

import pytest

from onward.web.shown import moments

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("away", "said"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (3, "Thursday"),
        (-3, "Friday"),
        (6, "Sunday"),
        (7, "30 November"),
        (-7, "16 November"),
        (40, "2 January 2027"),
    ],
)
def test_a_day_is_named_as_one_speaks_of_it(away: int, said: str) -> None:
    assert moments.near_day(TODAY + timedelta(days=away), TODAY) == said


@pytest.mark.parametrize(
    ("away", "said"), [(0, "today"), (1, "tomorrow"), (2, "in two days")]
)
def test_how_far_off_a_day_is(away: int, said: str) -> None:
    assert moments.how_far(TODAY + timedelta(days=away), TODAY) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [(1, "one day"), (9, "nine days"), (13, "13 days"), (22, "three weeks")],
)
def test_how_long_something_took(days: int, said: str) -> None:
    assert moments.how_long(timedelta(days=days)) == said


def test_small_numbers_are_words() -> None:
    assert [moments.number(n) for n in (0, 1, 9, 10)] == ["no", "one", "nine", "10"]
    assert moments.first_number(2) == "Two"


def test_heads_and_hours() -> None:
    assert moments.long_day(TODAY) == "Monday, 23 November"
    assert moments.hour(datetime(2026, 11, 23, 9, 5)) == "09:05"  # noqa: DTZ001
