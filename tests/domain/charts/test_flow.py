import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onward.domain.charts.flow import Box, flow, links_of

COLUMNS = [["applied"], ["first", "no", "open"], ["offer", "no-after"]]
WAYS = {
    ("applied", "first", "offer"): 1,
    ("applied", "first", "no-after"): 4,
    ("applied", "no"): 12,
    ("applied", "open"): 3,
}


def test_a_flow_keeps_every_application() -> None:
    drawn = flow(COLUMNS, links_of(WAYS))
    counts = {box.key: box.count for box in drawn.boxes}
    assert counts["applied"] == 20
    assert counts["first"] == 5
    assert sum(counts[key] for key in ("no", "open", "offer", "no-after")) == 20


def test_what_is_empty_takes_no_room() -> None:
    drawn = flow(COLUMNS, links_of({("applied", "no"): 2}))
    assert [box.key for box in drawn.boxes] == ["applied", "no"]
    assert {box.x for box in drawn.boxes} == {"0%", "50%"}
    assert flow(COLUMNS, {}).boxes == ()


def test_what_passes_a_column_by_has_a_place_in_it_without_words() -> None:
    drawn = flow(COLUMNS, links_of({**WAYS, ("applied", "offer"): 3}))
    assert {box.key for box in drawn.boxes} <= {key for c in COLUMNS for key in c}
    passing = [r for r in drawn.ribbons if (r.source, r.target) == ("applied", "offer")]
    assert [ribbon.count for ribbon in passing] == [3, 3]
    assert sum(box.count for box in drawn.boxes if box.key == "offer") == 4


def test_few_applications_make_a_low_picture() -> None:
    few = flow(COLUMNS, links_of({("applied", "open"): 3}))
    many = flow(COLUMNS, links_of({("applied", "open"): 3000}))
    assert float(few.boxes[0].height) < float(many.boxes[0].height) / 3


@given(st.dictionaries(st.sampled_from(list(WAYS)), st.integers(1, 500), min_size=1))
def test_no_two_points_of_a_column_lie_on_each_other(
    ways: dict[tuple[str, ...], int],
) -> None:
    drawn = flow(COLUMNS, links_of(ways), line=28)
    for x in {box.x for box in drawn.boxes}:
        column = sorted((box for box in drawn.boxes if box.x == x), key=_top)
        for upper, lower in pairwise(column):
            assert _top(lower) >= _top(upper) + max(28, float(upper.height)) - 0.01
    assert all(
        _top(box) + float(box.height) <= float(drawn.height) for box in drawn.boxes
    )


@given(st.dictionaries(st.sampled_from(list(WAYS)), st.integers(1, 500), min_size=1))
def test_a_ribbon_is_as_wide_as_what_goes_through_it(
    ways: dict[tuple[str, ...], int],
) -> None:
    drawn = flow(COLUMNS, links_of(ways))
    heights = {box.key: (float(box.height), box.count) for box in drawn.boxes}
    for ribbon in drawn.ribbons:
        numbers = [float(n) for n in re.findall(r"[\d.]+", ribbon.path)]
        width = numbers[8] - numbers[7]
        height, count = heights[ribbon.target]
        assert abs(width - height * ribbon.count / count) < 0.03


def _top(box: Box) -> float:
    return float(box.y)
