import pytest

from onward.domain.practice.rungs import MOST_FOLLOW_UPS, Rung, voice_for


def test_the_gentlest_rungs_keep_no_sound() -> None:
    assert [rung for rung in Rung if not rung.is_recorded] == [Rung.WRITE, Rung.ALONE]


@pytest.mark.parametrize("rung", [Rung.FOLLOWED, Rung.PANEL, Rung.PRESSURE])
def test_the_upper_rungs_ask_on_twice_at_most(rung: Rung) -> None:
    assert rung.follow_ups == MOST_FOLLOW_UPS == 2


def test_on_a_panel_all_three_ask_in_turn_and_else_one_does() -> None:
    assert [voice_for(Rung.PANEL, turn) for turn in range(4)] == [0, 1, 2, 0]
    assert {voice_for(Rung.RECORD, turn) for turn in range(4)} == {0}
