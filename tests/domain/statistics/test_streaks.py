from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.statistics.beta import Beta
from onward.domain.statistics.streaks import (
    further_tries,
    none_in_next,
    run_somewhere,
    smallest_telling,
    tries_for,
)

NEXT = {
    0.10: (0.729, 0.591, 0.431, 0.349, 0.206),
    0.15: (0.614, 0.444, 0.273, 0.197, 0.087),
    0.20: (0.512, 0.328, 0.168, 0.107, 0.035),
    0.27: (0.389, 0.207, 0.081, 0.043, 0.009),
    0.33: (0.301, 0.135, 0.041, 0.018, 0.003),
}


@pytest.mark.parametrize("share", NEXT)
def test_misses_in_a_row_from_here_on(share: float) -> None:
    found = [none_in_next(share, tries) for tries in (3, 5, 8, 10, 15)]
    assert found == pytest.approx(NEXT[share], abs=6e-4)


@pytest.mark.parametrize(
    ("tries", "chance"), [(10, 0.737), (30, 0.401), (50, 0.218), (100, 0.048)]
)
def test_no_interview_from_applications_at_three_in_a_hundred(
    tries: int, chance: float
) -> None:
    assert none_in_next(0.03, tries) == pytest.approx(chance, abs=6e-4)


@pytest.mark.parametrize(
    ("tries", "length", "chance"),
    [(10, 5, 0.6554), (15, 8, 0.4027), (20, 8, 0.5412), (30, 10, 0.4931)],
)
def test_a_run_somewhere_is_as_worked_out(
    tries: int, length: int, chance: float
) -> None:
    assert run_somewhere(tries, length, 0.2) == pytest.approx(chance, abs=5e-5)


@given(st.integers(0, 9), st.integers(1, 6), st.floats(0.05, 0.95))
def test_a_run_somewhere_agrees_with_counting_every_course(
    tries: int, length: int, share: float
) -> None:
    counted = 0.0
    for course in product((0, 1), repeat=tries):
        if "0" * length in "".join(map(str, course)):
            passes = sum(course)
            counted += share**passes * (1 - share) ** (tries - passes)
    assert run_somewhere(tries, length, share) == pytest.approx(counted, abs=1e-9)


@given(st.integers(1, 40), st.integers(1, 20), st.floats(0.02, 0.9))
def test_a_run_anywhere_is_never_rarer_than_the_next_ones(
    tries: int, length: int, share: float
) -> None:
    if length <= tries:
        here = none_in_next(share, length)
        assert run_somewhere(tries, length, share) >= here - 1e-12


@pytest.mark.parametrize(
    ("share", "tries"),
    [(0.10, 16), (0.15, 10), (0.20, 8), (0.25, 6), (0.27, 6), (0.33, 5), (0.50, 3)],
)
def test_tries_for_four_in_five_at_a_known_share(share: float, tries: int) -> None:
    assert tries_for(0.8, share) == tries


@pytest.mark.parametrize(
    ("passes", "cases", "for_80", "for_half"),
    [(0, 0, 11, 4), (0, 5, 17, 6), (0, 8, 21, 7), (1, 8, 12, 5), (2, 10, 9, 4)],
)
def test_further_tries_keep_the_doubt(
    passes: int, cases: int, for_80: int, for_half: int
) -> None:
    belief = Beta(2, 8).after(passes, cases)
    assert further_tries(0.8, belief) == for_80
    assert further_tries(0.5, belief) == for_half


def test_putting_the_mean_in_its_place_would_say_too_few() -> None:
    belief = Beta(2, 8).after(0, 8)
    assert tries_for(0.8, belief.mean) == 14
    assert (further_tries(0.8, belief) or 0) > 14


def test_a_hopeless_case_is_not_given_a_number() -> None:
    assert further_tries(0.8, Beta(1, 100_000)) is None


@pytest.mark.parametrize(
    ("base", "rare", "less_rare"),
    [(0.03, 99, 76), (0.05, 59, 45), (0.10, 29, 22), (0.20, 14, 11), (0.33, 8, 6)],
)
def test_how_many_noes_say_something(base: float, rare: int, less_rare: int) -> None:
    assert smallest_telling(base, 0.05) == rare
    assert smallest_telling(base, 0.10) == less_rare
