import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.statistics.rates import (
    chance_of_none,
    expected_offers,
    faded,
    highest_after_none,
    jeffreys_rate,
    pending_bounds,
    wilson_rate,
)

COUNTS = st.tuples(st.integers(0, 200), st.integers(0, 200))


@pytest.mark.parametrize(
    ("passes", "cases", "low", "high"),
    [(0, 5, 0, 0.3511), (1, 8, 0.0284, 0.4111), (2, 10, 0.0686, 0.4592)],
)
def test_wilson_is_as_worked_out(
    passes: int, cases: int, low: float, high: float
) -> None:
    rate = wilson_rate(passes, cases)
    assert (rate.low, rate.high) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(
    ("passes", "cases", "low", "high"),
    [(0, 5, 0.0004, 0.3057), (1, 8, 0.0225, 0.3967), (2, 10, 0.0602, 0.4525)],
)
def test_jeffreys_is_as_worked_out(
    passes: int, cases: int, low: float, high: float
) -> None:
    rate = jeffreys_rate(passes, cases)
    assert (rate.low, rate.high) == pytest.approx((low, high), abs=5e-5)


def test_nothing_tried_means_nothing_known() -> None:
    rate = wilson_rate(0, 0)
    assert (rate.low, rate.high) == (0.0, 1.0)


@given(COUNTS)
def test_the_share_lies_within_its_interval(counts: tuple[int, int]) -> None:
    passes, cases = min(counts), max(counts)
    rate = wilson_rate(passes, cases)
    assert 0 <= rate.low <= rate.share + 1e-12
    assert rate.share - 1e-12 <= rate.high <= 1


def test_pending_cases_leave_a_wide_gap() -> None:
    bounds = pending_bounds(1, 6, 4)
    assert (bounds.lowest, bounds.naive, bounds.highest) == pytest.approx(
        (1 / 11, 1 / 7, 5 / 11)
    )


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_what_is_known_lies_between_what_pending_ones_allow(
    passes: int, misses: int, pending: int
) -> None:
    bounds = pending_bounds(passes, misses, pending)
    assert bounds.lowest <= bounds.highest
    if bounds.naive is not None:
        assert bounds.lowest - 1e-12 <= bounds.naive <= bounds.highest + 1e-12


def test_five_interviews_with_known_fields() -> None:
    shares = [1 / field for field in (4, 5, 6, 3, 8)]
    assert expected_offers(shares) == pytest.approx(1.075, abs=5e-4)
    assert chance_of_none(shares) == pytest.approx(0.292, abs=5e-4)


@pytest.mark.parametrize(
    ("cases", "highest"), [(5, 0.4507), (10, 0.2589), (20, 0.1391), (50, 0.0582)]
)
def test_how_large_a_share_still_fits_with_none(cases: int, highest: float) -> None:
    assert highest_after_none(cases) == pytest.approx(highest, abs=5e-5)


def test_a_case_as_old_as_the_half_life_counts_for_half() -> None:
    assert faded([0, 180, 360]) == pytest.approx(1.75)
    assert faded([-3]) == 1
    assert faded([]) == 0


@given(st.lists(st.floats(0, 2000), max_size=30))
def test_old_cases_never_count_for_more_than_they_are(ages: list[float]) -> None:
    assert 0 <= faded(ages) <= len(ages)
