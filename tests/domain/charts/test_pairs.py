from onward.domain.charts.pairs import pairs


def test_bars_meet_in_the_middle_on_one_scale() -> None:
    drawn = pairs([(4, 2), (0, 1)])
    first, second = drawn.rows
    assert (first.left_x, first.left_width) == ("8%", "42%")
    assert (first.right_width, first.right_end) == ("21%", "71%")
    assert (second.left_width, second.right_width) == ("0%", "10.5%")
    assert pairs([]).rows == ()
