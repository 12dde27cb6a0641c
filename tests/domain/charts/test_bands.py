from onward.domain.charts.bands import Share, bands


def test_a_share_lies_in_its_range_and_the_open_part_beside_what_was_counted() -> None:
    drawn = bands([Share(0.2, 0.5, 0.1, 0.25, 0.4, 0.3)]).rows[0]
    assert (drawn.so_far, drawn.open_width) == ("20%", "30%")
    assert (drawn.low, drawn.width, drawn.likely) == ("10%", "30%", "25%")
    assert drawn.usual == "30%"


def test_rows_lie_below_one_another() -> None:
    share = Share(0, 1, 0, 0.5, 1)
    drawn = bands([share, share])
    assert float(drawn.rows[0].below_y) < float(drawn.rows[1].words_y)
    assert float(drawn.rows[1].below_y) < float(drawn.height)
    assert drawn.rows[0].usual == ""
