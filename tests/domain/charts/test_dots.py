from onward.domain.charts.dots import lines


def test_dots_of_one_value_pile_up() -> None:
    drawn = lines([[0.2, 0.2, 0.8], []])
    same = [dot for dot in drawn.lines[0].dots if dot.x == drawn.lines[0].dots[0].x]
    assert len(same) == 2
    assert same[0].y != same[1].y
    assert drawn.lines[1].dots == ()
    assert float(drawn.lines[1].base_y) < float(drawn.height)
