from onward.domain.nerves.ladder import Rung, above, below


def test_the_rungs_lead_up_and_down_again() -> None:
    assert above(Rung.WRITE) is Rung.ALONE
    assert below(Rung.PANEL) is Rung.COACH
    assert above(Rung.PANEL) is None
    assert below(Rung.WRITE) is None
