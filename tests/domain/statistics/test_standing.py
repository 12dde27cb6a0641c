from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.statistics.priors import PRIORS, Step
from onward.domain.statistics.standing import (
    Standing,
    Tally,
    goes_well,
    odds_of,
    standing_of,
    weakest_step,
)

OFFER = PRIORS[Step.OFFER]


@pytest.mark.parametrize("cases", range(8))
def test_under_eight_cases_it_is_too_early_whatever_came(cases: int) -> None:
    assert standing_of(Tally(0, cases), OFFER) is Standing.TOO_EARLY
    assert not goes_well(Tally(cases, cases), OFFER)


def test_the_flag_first_fires_after_fifteen_noes() -> None:
    flagged = [
        cases
        for cases in range(8, 30)
        if standing_of(Tally(0, cases), OFFER) is Standing.WORTH_A_LOOK
    ]
    assert flagged[0] == 15


def test_eight_noes_are_within_the_usual_range() -> None:
    odds = odds_of(Tally(0, 8), OFFER)
    assert odds.standing is Standing.USUAL
    assert (odds.more_for_half, odds.more_for_80) == (7, 21)
    assert (odds.rate.share, odds.rate.low, odds.rate.high) == pytest.approx(
        (0.1111, 0.0213, 0.2501), abs=5e-5
    )


def test_a_step_that_goes_well_is_said_to() -> None:
    assert goes_well(Tally(6, 10), OFFER)
    assert not goes_well(Tally(2, 10), OFFER)


@given(st.integers(8, 60), st.data())
def test_one_more_pass_never_makes_it_look_worse(
    cases: int, data: st.DataObject
) -> None:
    passes = data.draw(st.integers(0, cases - 1))
    now = standing_of(Tally(passes, cases), OFFER)
    better = standing_of(Tally(passes + 1, cases), OFFER)
    assert not (now is Standing.USUAL and better is Standing.WORTH_A_LOOK)


def test_the_step_that_clearly_falls_short_is_named() -> None:
    tallies = {
        Step.INTERVIEW: Tally(20, 90),
        Step.ROUND: Tally(1, 16),
        Step.OFFER: Tally(2, 9),
    }
    assert weakest_step(tallies, Random(1)) is Step.ROUND


def test_no_step_is_named_when_none_is_clear() -> None:
    tallies = {Step.INTERVIEW: Tally(3, 30), Step.ROUND: Tally(4, 8)}
    assert weakest_step(tallies, Random(1)) is None


def test_too_few_cases_name_no_step() -> None:
    assert weakest_step({Step.ROUND: Tally(0, 7)}, Random(1)) is None
    assert weakest_step({}, Random(1)) is None


def test_impossible_counts_are_refused() -> None:
    with pytest.raises(ValueError, match="passes"):
        Tally(3, 2)
