import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.statistics.ahead import (
    misses_until_a_look,
    more_until_told,
    passes_until_well,
)
from onward.domain.statistics.priors import PRIORS, Step
from onward.domain.statistics.standing import Standing, Tally, standing_of

OFFER = PRIORS[Step.OFFER]


@pytest.mark.parametrize(("cases", "more"), [(0, 8), (5, 3), (8, 0), (30, 0)])
def test_something_is_said_from_eight_cases_on(cases: int, more: int) -> None:
    assert more_until_told(Tally(0, cases)) == more


def test_after_eight_noes_seven_more_make_it_worth_a_look() -> None:
    assert misses_until_a_look(Tally(0, 8), OFFER) == 7


def test_what_nearly_always_passes_is_never_soon_worth_a_look() -> None:
    assert misses_until_a_look(Tally(30, 31), OFFER) is None


@given(st.integers(0, 20), st.data())
def test_exactly_then_it_is_so_and_not_before(cases: int, data: st.DataObject) -> None:
    passes = data.draw(st.integers(0, cases))
    more = misses_until_a_look(Tally(passes, cases), OFFER)
    if more:
        after = [standing_of(Tally(passes, cases + n), OFFER) for n in range(more + 1)]
        assert after[-1] is Standing.WORTH_A_LOOK
        assert Standing.WORTH_A_LOOK not in after[:-1]


def test_a_few_passes_in_a_row_show_that_it_goes_well() -> None:
    assert passes_until_well(Tally(2, 10), OFFER) == 5
    assert passes_until_well(Tally(6, 10), OFFER) == 0
    assert passes_until_well(Tally(0, 0), PRIORS[Step.NEVER_TOLD]) == 12
