from hypothesis import given
from hypothesis import strategies as st

from onward.domain.charts.scales import per_cent, told, week_marks


@given(st.floats(-5, 5))
def test_nothing_lies_outside_the_picture(share: float) -> None:
    assert 0 <= float(per_cent(share).removesuffix("%")) <= 100


def test_numbers_are_written_as_svg_reads_them() -> None:
    assert [told(value) for value in (1.5, 2.0, 0.004, 33.333)] == [
        *("1.5", "2", "0", "33.33")
    ]


@given(st.floats(0.1, 900))
def test_an_axis_of_days_has_a_few_whole_weeks_and_reaches_the_end(
    longest: float,
) -> None:
    marks = week_marks(longest)
    assert 2 <= len(marks) <= 6
    assert marks[0] == 0
    assert marks[-1] >= longest
    assert all(mark % 7 == 0 for mark in marks)
