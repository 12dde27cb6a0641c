from datetime import date

import pytest

from onward.domain.statistics.priors import PRIORS, Step

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("step", "mean", "low", "high"),
    [
        (Step.INTERVIEW, 0.083, 0.005, 0.238),
        (Step.OFFER, 0.200, 0.041, 0.429),
        (Step.ROUND, 0.500, 0.135, 0.865),
        (Step.FEEDBACK, 0.286, 0.063, 0.582),
        (Step.NEVER_TOLD, 0.250, 0.053, 0.521),
    ],
)
def test_each_usual_share_is_as_worked_out(
    step: Step, mean: float, low: float, high: float
) -> None:
    prior = PRIORS[step]
    assert prior.base == pytest.approx(mean, abs=5e-4)
    assert prior.belief.interval() == pytest.approx((low, high), abs=1e-3)
    assert 4 <= prior.weight <= 12


def test_what_is_usual_goes_stale_after_two_years() -> None:
    prior = PRIORS[Step.OFFER]
    assert not prior.is_stale(TODAY)
    assert not prior.is_stale(date(2028, 11, 1))
    assert prior.is_stale(date(2028, 12, 1))


def test_an_own_belief_takes_its_place_with_its_day() -> None:
    own = PRIORS[Step.NEVER_TOLD].put_right(0.4, 10, TODAY)
    assert (own.belief.passes, own.belief.misses) == pytest.approx((4, 6))
    assert own.is_own
    assert own.as_of == TODAY
    assert not own.is_assumed


def test_a_belief_weighs_neither_nothing_nor_everything() -> None:
    assert PRIORS[Step.OFFER].put_right(0.2, 0, TODAY).weight == 1
    assert PRIORS[Step.OFFER].put_right(0.2, 5000, TODAY).weight == 100
