import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.statistics.beta import Beta
from onward.domain.statistics.waiting_times import (
    Wait,
    chance_of_never,
    cumulative_incidence,
    even_after,
    median_days,
    old_enough,
    own_median,
    own_never,
    reached_by,
    survival,
)

WORKED = [
    *(Wait(days, "answer") for days in (3, 5, 7, 12, 20)),
    *(Wait(days) for days in (9, 14, 25, 40)),
]
WAITS = st.lists(
    st.builds(
        Wait,
        days=st.integers(1, 30).map(float),
        cause=st.sampled_from(["", "no", "offer", "withdrawn"]),
    ),
    max_size=40,
)


def test_the_curve_is_as_worked_out() -> None:
    shares = [point.share for point in survival(WORKED)]
    assert shares == pytest.approx([0.889, 0.778, 0.667, 0.533, 0.356], abs=5e-4)
    assert [point.at_risk for point in survival(WORKED)] == [9, 8, 7, 5, 3]


def test_half_are_answered_after_so_many_days() -> None:
    assert median_days(survival(WORKED)) == 20
    assert median_days(survival(WORKED[:2] + WORKED[5:])) is None


@given(WAITS)
def test_the_curve_falls_within_its_band(waits: list[Wait]) -> None:
    points = survival(waits)
    shares = [1.0, *(point.share for point in points)]
    assert shares == sorted(shares, reverse=True)
    for point in points:
        assert point.low - 1e-9 <= point.share <= point.high + 1e-9


@given(WAITS)
def test_ways_to_end_and_waiting_on_make_one(waits: list[Wait]) -> None:
    curves = cumulative_incidence(waits)
    ended = sum(curve[-1][1] for curve in curves.values())
    points = survival(waits)
    still = points[-1].share if points else 1.0
    assert ended + still == pytest.approx(1.0, abs=1e-9)


def test_with_one_way_to_end_both_ways_of_counting_agree() -> None:
    curve = cumulative_incidence(WORKED)["answer"]
    shares = [1 - point.share for point in survival(WORKED)]
    assert [share for _, share in curve] == pytest.approx(shares)


@pytest.mark.parametrize(
    ("never", "days", "chance"),
    [
        (0.25, 7, 0.3315),
        (0.25, 14, 0.4972),
        (0.25, 21, 0.6534),
        (0.25, 30, 0.7971),
        (0.25, 45, 0.9173),
        (0.50, 14, 0.7479),
        (0.50, 30, 0.9218),
    ],
)
def test_silence_speaks_the_longer_it_lasts(
    never: float, days: float, chance: float
) -> None:
    assert chance_of_never(days, never) == pytest.approx(chance, abs=5e-5)


def test_before_any_silence_only_the_base_is_known() -> None:
    assert chance_of_never(0) == 0.25


def test_the_own_median_counts_from_eight_answers_on() -> None:
    assert own_median([1.0] * 7) == 10
    assert own_median([2, 4, 6, 8, 10, 12, 14, 16]) == 9
    assert own_median([2, 4, 6, 8, 10, 12, 14, 16, 18]) == 10


def test_the_own_share_that_never_answers_moves_the_base() -> None:
    assert own_never(Beta(2, 6), never_told=4, told=4) == pytest.approx(6 / 16)


def test_an_application_counts_once_nearly_all_answers_would_be_in() -> None:
    assert chance_of_never(old_enough(), never=0.5) == pytest.approx(1 / 1.1, abs=1e-9)


@given(st.floats(0.01, 0.49), st.floats(1, 60), st.floats(0.3, 1.5))
def test_on_the_even_day_an_answer_and_none_are_equally_likely(
    never: float, median: float, sigma: float
) -> None:
    days = even_after(never, median, sigma)
    assert chance_of_never(days, never, median, sigma) == pytest.approx(0.5, abs=1e-6)


def test_where_most_never_answer_it_is_even_from_the_first_day() -> None:
    assert even_after(0.6) == 0


def test_a_curve_is_read_at_any_day() -> None:
    curve = cumulative_incidence(WORKED)["answer"]
    assert reached_by(curve, 2) == 0
    assert reached_by(curve, 3) == reached_by(curve, 4.9) == curve[0][1]
    assert reached_by(curve, 99) == curve[-1][1]
