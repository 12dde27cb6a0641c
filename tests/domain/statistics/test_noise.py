from random import Random

import pytest

from onward.domain.statistics.beta import Beta
from onward.domain.statistics.calibration import Forecast, brier, reliability
from onward.domain.statistics.comparisons import chance_of_better
from onward.domain.statistics.frequencies import spoken, spoken_range
from onward.domain.statistics.noise import (
    PANEL,
    SEPARATE,
    ahead_is_chosen,
    best_guess,
    best_is_chosen,
)
from onward.domain.statistics.rates import Rate


@pytest.mark.parametrize(
    ("finalists", "agreement", "share"),
    [(2, SEPARATE, 0.73), (4, SEPARATE, 0.55), (6, PANEL, 0.65)],
)
def test_the_best_of_the_field_often_is_not_chosen(
    finalists: int, agreement: float, share: float
) -> None:
    found = best_is_chosen(finalists, agreement, Random(3), draws=8000)
    assert found == pytest.approx(share, abs=0.02)


def test_even_somebody_clearly_ahead_loses_more_than_half_of_four() -> None:
    found = ahead_is_chosen(4, SEPARATE, Random(3), draws=8000)
    assert found == pytest.approx(0.44, abs=0.02)


def test_one_score_below_average_says_less_than_it_seems() -> None:
    assert best_guess(-1, 0, SEPARATE) == pytest.approx(-0.44)
    assert best_guess(-1, 0, PANEL) == pytest.approx(-0.74)


def test_a_change_with_few_cases_is_encouraging_at_most() -> None:
    earlier = Beta(2, 8).after(0, 6)
    one_of_five = chance_of_better(earlier, Beta(2, 8).after(1, 5), Random(5))
    two_of_five = chance_of_better(earlier, Beta(2, 8).after(2, 5), Random(5))
    assert one_of_five == pytest.approx(0.728, abs=0.015)
    assert two_of_five == pytest.approx(0.857, abs=0.015)


def test_saying_one_half_each_time_gets_a_quarter() -> None:
    assert brier([Forecast(0.5, got_it=True), Forecast(0.5, got_it=False)]) == 0.25
    assert brier([]) is None


def test_nine_forecasts_draw_no_curve() -> None:
    nine = [Forecast(0.5, got_it=True)] * 9
    assert reliability(nine) == []
    assert reliability([*nine, Forecast(0.95, got_it=False)])[0].came_true == 9


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.292, "about 3 in 10"),
        (0.03, "about 3 in 100"),
        (0.001, "fewer than 1 in 100"),
        (0.999, "more than 99 in 100"),
    ],
)
def test_a_share_is_spoken_as_people_do(share: float, words: str) -> None:
    assert spoken(share) == words


def test_a_range_keeps_one_denominator() -> None:
    assert spoken_range(Rate(0.11, 0.02, 0.25)) == "up to 2 in 10"
    assert spoken_range(Rate(0.3, 0.15, 0.45)) == "between 2 and 4 in 10"
