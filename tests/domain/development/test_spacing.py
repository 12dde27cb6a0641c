from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from onward.domain.development.spacing import Due, moved, spaced_days

MONDAY = date(2026, 11, 23)


def days(*numbers: int) -> tuple[date, ...]:
    return tuple(MONDAY + timedelta(days=number) for number in numbers)


def test_without_an_interview_practices_are_two_days_apart() -> None:
    assert spaced_days(MONDAY, None) == days(0, 2, 4, 6)


def test_up_to_an_interview_they_are_evenly_spaced_and_end_the_day_before() -> None:
    assert spaced_days(MONDAY, MONDAY + timedelta(days=10), 4) == days(0, 3, 6, 9)


def test_with_few_days_left_there_are_fewer_practices() -> None:
    assert spaced_days(MONDAY, MONDAY + timedelta(days=2), 4) == days(0, 1)


def test_nothing_is_planned_for_the_day_itself() -> None:
    assert spaced_days(MONDAY, MONDAY, 4) == ()


def test_practices_move_with_the_interview_and_what_is_done_stays() -> None:
    done = Due(1, MONDAY, done=True)
    planned = (done, *(Due(n, day) for n, day in enumerate(days(2, 4, 6), 2)))
    placed = moved(planned, MONDAY, MONDAY + timedelta(days=14))
    assert placed[0] == done
    assert tuple(due.on for due in placed[1:]) == days(1, 7, 13)


def test_what_no_longer_fits_before_a_nearer_interview_is_left_out() -> None:
    planned = tuple(Due(n, day) for n, day in enumerate(days(0, 3, 6, 9), 1))
    placed = moved(planned, MONDAY, MONDAY + timedelta(days=2))
    assert [(due.number, due.on) for due in placed] == [
        (1, MONDAY),
        (2, MONDAY + timedelta(days=1)),
    ]


@settings(max_examples=60)
@given(ahead=st.integers(1, 120), times=st.integers(1, 12))
def test_days_are_apart_evenly_and_before_the_interview(ahead: int, times: int) -> None:
    found = spaced_days(MONDAY, MONDAY + timedelta(days=ahead), times)
    gaps = [(later - day).days for day, later in pairwise(found)]
    assert len(found) == min(ahead, times)
    assert found[-1] == MONDAY + timedelta(days=ahead - 1)
    assert not gaps or (min(gaps) >= 1 and max(gaps) - min(gaps) <= 1)
