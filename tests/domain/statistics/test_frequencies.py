import pytest

from onward.domain.statistics.frequencies import spoken, spoken_range
from onward.domain.statistics.rates import Rate


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.31, "about 3 in 10"),
        (0.03, "about 3 in 100"),
        (0.001, "fewer than 1 in 100"),
        (0.999, "more than 99 in 100"),
    ],
)
def test_a_share_is_told_as_people(share: float, words: str) -> None:
    assert spoken(share) == words


def test_shares_side_by_side_have_one_denominator() -> None:
    assert spoken(0.2, 100) == "about 20 in 100"
    assert spoken(0.98, 10) == "more than 9 in 10"
    assert spoken(0.02, 10) == "fewer than 1 in 10"
    assert spoken_range(Rate(0.01, 0.0, 0.02)) == "fewer than 1 in 10"
    assert spoken_range(Rate(0.1, 0.02, 0.25), 100) == "between 2 and 25 in 100"
