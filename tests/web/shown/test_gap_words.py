"""What can honestly be said of a quiet stretch."""

import pytest

from onward.domain.applications.gaps import Gap
from onward.web.shown.gap_words import gap_words

FEW, MANY = [3.0] * 7, [3.0, 5, 8, 9, 12, 15, 20, 30]


@pytest.mark.parametrize(
    ("days", "waits", "said"),
    [
        (19, FEW, "Quiet. Answers usually take 10 to 24 days, by kind of work."),
        (25, FEW, "Quiet. Longer than answers usually take; many never come."),
        (8, MANY, "Quiet. Answers to you often took this long."),
        (13, MANY, "Quiet. Longer than half of the answers to you took; not unusual."),
        (40, MANY, "Quiet. Longer than nearly all answers to you took."),
    ],
)
def test_the_first_wait_is_compared_with_ones_own_as_soon_as_there_are_enough(
    days: int, waits: list[float], said: str
) -> None:
    assert gap_words(Gap(1, days, is_first_wait=True), waits) == said


def test_of_other_waits_nobody_knows_what_is_usual() -> None:
    assert gap_words(Gap(1, 40), MANY) == "Quiet."
    assert gap_words(Gap(1, 40, is_open=True), MANY) == "Quiet so far."
