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


def test_being_told_less_often_than_usual_is_worth_a_look() -> None:
    never_told = PRIORS[Step.NEVER_TOLD]
    assert standing_of(Tally(14, 20), never_told) is Standing.WORTH_A_LOOK
    assert standing_of(Tally(0, 30), never_told) is Standing.USUAL
    assert goes_well(Tally(0, 30), never_told)
    assert not goes_well(Tally(14, 20), never_told)


@given(st.integers(0, 40), st.data())
def test_no_step_goes_well_and_is_worth_a_look(cases: int, data: st.DataObject) -> None:
    tally = Tally(data.draw(st.integers(0, cases)), cases)
    prior = PRIORS[data.draw(st.sampled_from(Step))]
    is_flagged = standing_of(tally, prior) is Standing.WORTH_A_LOOK
    assert not (is_flagged and goes_well(tally, prior))


def test_impossible_counts_are_refused() -> None:
    with pytest.raises(ValueError, match="passes"):
        Tally(3, 2)
