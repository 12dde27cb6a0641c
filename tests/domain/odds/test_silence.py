from datetime import UTC, datetime

import pytest

from onward.domain.odds.silence import ANSWER, days_between, silence_of
from onward.domain.statistics.beta import Beta
from onward.domain.statistics.waiting_times import Wait

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def test_own_waits_move_what_a_silence_says() -> None:
    answered = [Wait(days, ANSWER) for days in (2, 4, 6, 8, 10, 12, 14, 16)]
    silence = silence_of([*answered, Wait(50), Wait(60), Wait(3)], 28, Beta(2, 6))
    assert silence.never == pytest.approx(4 / 18)
    assert silence.median_days == 9
    assert silence.cases == 10
    assert silence.never_after(silence.even_days) == pytest.approx(0.5)


def test_a_young_silence_says_nothing_yet() -> None:
    assert silence_of([Wait(3)], 28, Beta(2, 6)).never == 0.25


def test_answers_on_the_same_day_do_not_break_the_sum() -> None:
    silence = silence_of([Wait(0, ANSWER)] * 9, 28)
    assert 0 < silence.never_after(3) < 1
    assert days_between(NOW, NOW) == 0
