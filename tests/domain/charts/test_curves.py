import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.charts.curves import HEIGHT, falling, place_of, stacked


def corners(path: str) -> list[tuple[float, float]]:
    numbers = [float(number) for number in re.findall(r"[\d.]+", path)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def test_a_curve_falls_in_steps_and_never_rises() -> None:
    drawn = falling([(3, 0.8, 0.7, 0.9), (10, 0.5, 0.3, 0.6)], longest=20)
    places = corners(drawn.line)
    assert places[0] == (0, 0)
    assert [y for _, y in places] == sorted(y for _, y in places)
    assert places[-1] == (1000, HEIGHT / 2)
    assert [mark.value for mark in drawn.days] == [0, 7, 14, 21]


def test_what_comes_after_the_axis_is_left_out() -> None:
    drawn = falling([(3, 0.8, 0.7, 0.9), (300, 0.1, 0, 0.2)], longest=14)
    assert corners(drawn.line)[-1][1] == pytest.approx(HEIGHT * 0.2)


def test_a_day_has_its_place_or_none() -> None:
    assert place_of(7, 14) == "50%"
    assert place_of(40, 14) == ""
    assert place_of(0, 14) == ""


CURVE = st.lists(st.tuples(st.integers(1, 60), st.floats(0, 0.3)), max_size=8).map(
    lambda points: [
        (float(day), share)
        for day, share in zip(
            sorted({day for day, _ in points}),
            sorted(share for _, share in points),
            strict=False,
        )
    ]
)


@given(st.dictionaries(st.sampled_from(["offer", "no", "withdrew"]), CURVE))
def test_areas_lie_on_one_another_and_fill_no_more_than_there_is(
    curves: dict[str, list[tuple[float, float]]],
) -> None:
    drawn = stacked(curves, 60)
    assert sum(area.share for area in drawn.areas) <= 0.9 + 1e-9
    for area in drawn.areas:
        assert all(0 <= y <= HEIGHT for _, y in corners(area.path))
