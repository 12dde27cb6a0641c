from datetime import date, timedelta

import pytest

from onward.domain.practice.returns import MOST_DAYS, next_return

FIRST = date(2026, 11, 23)


def day(number: int) -> date:
    return FIRST + timedelta(days=number - 1)


@pytest.mark.parametrize(
    ("days", "due"), [([1], 2), ([1, 2], 4), ([1, 2, 4], 6), ([1, 1], 2)]
)
def test_without_an_interview_it_comes_back_tomorrow_then_every_other_day(
    days: list[int], due: int
) -> None:
    assert next_return([day(n) for n in days], None, FIRST) == day(due)


def test_what_was_never_practised_does_not_come_back() -> None:
    assert next_return([], None, FIRST) is None


def test_after_five_days_it_has_been_round_enough() -> None:
    days = [day(n) for n in range(1, MOST_DAYS + 1)]
    assert next_return(days, None, FIRST) is None


def test_with_an_interview_the_last_return_is_not_after_the_day_before() -> None:
    interview = day(10)
    practised = [day(1)]
    while (due := next_return(practised, interview, practised[-1])) is not None:
        practised.append(due)
    assert practised[-1] <= day(9)
    assert len(practised) == len(set(practised)) > 2


def test_an_interview_today_leaves_no_time_to_come_back() -> None:
    assert next_return([day(1)], day(2), day(1)) is None
