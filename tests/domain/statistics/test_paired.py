from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.domain.statistics.paired import (
    FEWEST_PAIRS,
    Helped,
    paired,
    t_below,
    t_quantile,
)

RATING = st.integers(0, 10)
PAIRS = st.lists(st.tuples(RATING, RATING), min_size=2, max_size=20)
LOWER = [(7, 4), (6, 4), (8, 5), (5, 4), (7, 5), (8, 6)]


@pytest.mark.parametrize("freedom", [1, 2, 5, 11, 40])
@pytest.mark.parametrize("probability", [0.5, 0.9, 0.95, 0.995])
def test_student_agrees_with_scipy(freedom: int, probability: float) -> None:
    stats = pytest.importorskip("scipy.stats")
    wanted = float(stats.t.ppf(probability, freedom))
    assert t_quantile(probability, freedom) == pytest.approx(wanted, abs=1e-9)
    assert t_below(wanted, freedom) == pytest.approx(probability, abs=1e-9)
    assert t_below(-wanted, freedom) == pytest.approx(1 - probability, abs=1e-9)


def test_the_interval_agrees_with_scipy() -> None:
    stats = pytest.importorskip("scipy.stats")
    wanted = stats.ttest_rel(
        [after for _, after in LOWER], [before for before, _ in LOWER]
    ).confidence_interval(0.9)
    found = paired(LOWER)
    assert found.change == pytest.approx(-13 / 6)
    assert (found.low, found.high) == pytest.approx(
        (float(wanted.low), float(wanted.high)), abs=1e-9
    )


def test_six_clear_pairs_say_that_it_went_down() -> None:
    assert paired(LOWER).helped is Helped.LOWER
    assert paired([(after, before) for before, after in LOWER]).helped is Helped.HIGHER


@pytest.mark.parametrize("count", range(FEWEST_PAIRS))
def test_below_six_pairs_it_is_too_early_whatever_they_say(count: int) -> None:
    assert paired([(9, 1)] * count).helped is Helped.TOO_EARLY


def test_pairs_that_point_both_ways_say_nothing_clear() -> None:
    mixed = [(7, 4), (6, 7), (8, 5), (5, 7), (7, 6), (8, 8)]
    assert paired(mixed).helped is Helped.UNCLEAR


def test_pairs_that_are_all_alike_are_not_taken_for_certainty() -> None:
    found = paired([(5, 4)] * 6)
    assert found.low < -1 < found.high


def test_nothing_rated_means_nothing_known() -> None:
    assert paired([]).low == float("-inf")
    assert paired([(5, 1)]).high == float("inf")


@given(PAIRS)
@settings(max_examples=40)
def test_the_other_way_round_is_the_mirror_image(pairs: list[tuple[int, int]]) -> None:
    found = paired(pairs)
    mirrored = paired([(after, before) for before, after in pairs])
    assert (found.low, found.high) == pytest.approx((-mirrored.high, -mirrored.low))
    assert found.low <= found.change <= found.high


def test_what_does_nothing_is_rarely_said_to_help() -> None:
    rng, people, wrong = Random(4), 600, 0
    for _ in range(people):
        pairs: list[tuple[int, int]] = []
        for _ in range(30):
            before = min(9, max(1, round(rng.gauss(5, 1.5))))
            pairs.append((before, before + rng.choice([-1, -1, 0, 1, 1])))
            if paired(pairs).helped is Helped.LOWER:
                wrong += 1
                break
    assert wrong / people < 0.05
