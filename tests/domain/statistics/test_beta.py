import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.statistics.beta import Beta, incomplete_beta

COUNTS = st.floats(0.5, 60)
SHARES = st.floats(0.001, 0.999)

# Worked figures that were checked against SciPy.
PRIORS = [
    (Beta(1, 11), 0.0833, 0.0047, 0.2384),
    (Beta(2, 8), 0.2, 0.0410, 0.4291),
    (Beta(2, 2), 0.5, 0.1354, 0.8646),
    (Beta(2, 5), 0.2857, 0.0628, 0.5818),
    (Beta(2, 6), 0.25, 0.0534, 0.5207),
]
AFTER = [
    (0, 5, 0.1333, 0.0260, 0.2967),
    (0, 8, 0.1111, 0.0213, 0.2501),
    (1, 8, 0.1667, 0.0499, 0.3262),
    (2, 10, 0.2, 0.0753, 0.3594),
]


@pytest.mark.parametrize(("belief", "mean", "low", "high"), PRIORS)
def test_beliefs_before_any_case_are_as_worked_out(
    belief: Beta, mean: float, low: float, high: float
) -> None:
    assert belief.mean == pytest.approx(mean, abs=5e-5)
    assert belief.interval() == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(("passes", "cases", "mean", "low", "high"), AFTER)
def test_beliefs_after_some_cases_are_as_worked_out(
    passes: int, cases: int, mean: float, low: float, high: float
) -> None:
    belief = Beta(2, 8).after(passes, cases)
    assert belief.mean == pytest.approx(mean, abs=5e-5)
    assert belief.interval() == pytest.approx((low, high), abs=5e-5)


def test_a_run_of_misses_is_likelier_than_the_mean_alone_would_say() -> None:
    assert Beta(2, 8).none_in(8) == pytest.approx(0.2647, abs=5e-5)
    assert Beta(2, 8).none_in(8) > (1 - Beta(2, 8).mean) ** 8


@given(COUNTS, COUNTS, SHARES)
def test_the_two_sides_of_a_belief_make_one(a: float, b: float, share: float) -> None:
    assert incomplete_beta(a, b, share) == pytest.approx(
        1 - incomplete_beta(b, a, 1 - share), abs=1e-12
    )


@given(COUNTS, COUNTS, SHARES, SHARES)
def test_more_lies_below_a_larger_share(a: float, b: float, x: float, y: float) -> None:
    low, high = sorted((x, y))
    belief = Beta(a, b)
    assert belief.below(low) <= belief.below(high) + 1e-12


@given(COUNTS, COUNTS, st.floats(0.02, 0.98))
def test_a_quantile_is_where_so_much_lies_below(a: float, b: float, q: float) -> None:
    belief = Beta(a, b)
    assert belief.below(belief.quantile(q)) == pytest.approx(q, abs=1e-9)


@given(st.integers(1, 30), st.integers(1, 30), st.floats(0.01, 0.99))
def test_whole_counts_agree_with_the_binomial(a: int, b: int, share: float) -> None:
    from math import comb

    n = a + b - 1
    at_least = sum(
        comb(n, k) * share**k * (1 - share) ** (n - k) for k in range(a, n + 1)
    )
    assert incomplete_beta(a, b, share) == pytest.approx(at_least, abs=1e-9)


@given(COUNTS, COUNTS, st.integers(0, 40))
def test_none_in_the_next_is_the_product_of_single_misses(
    a: float, b: float, tries: int
) -> None:
    product = 1.0
    for step in range(tries):
        product *= (b + step) / (a + b + step)
    assert Beta(a, b).none_in(tries) == pytest.approx(product, rel=1e-9)


def test_the_ends_hold_everything_and_nothing() -> None:
    assert incomplete_beta(2, 3, 0) == 0
    assert incomplete_beta(2, 3, 1) == 1
