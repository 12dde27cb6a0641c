import pytest

from onward.domain.practice.usual import Beside, Usual, beside, usual


def test_before_three_takes_nothing_is_usual() -> None:
    assert usual([140.0, 150.0]) is None


def test_one_odd_take_does_not_move_what_is_usual() -> None:
    assert usual([140.0, 150.0, 290.0]) == Usual(150.0, 140.0, 290.0)


def test_long_ago_does_not_count() -> None:
    assert usual([90.0] * 20 + [150.0] * 12) == Usual(150.0, 150.0, 150.0)


@pytest.mark.parametrize(
    ("pace", "stands"),
    [(150.0, Beside.SAME), (160.0, Beside.SAME), (190.0, Beside.ABOVE)],
)
def test_small_differences_are_none(pace: float, stands: Beside) -> None:
    assert beside(pace, Usual(150.0, 140.0, 160.0)) is stands


def test_a_clearly_lower_number_is_below() -> None:
    assert beside(2.0, Usual(5.0, 4.0, 6.0)) is Beside.BELOW
