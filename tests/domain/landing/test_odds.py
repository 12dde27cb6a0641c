import pytest

from onward.domain.applications.state import Stage
from onward.domain.landing.odds import after_a_no
from onward.domain.statistics.priors import Step
from onward.domain.statistics.standing import Tally


def test_with_every_number_known_it_is_the_product_of_the_shares() -> None:
    odds = after_a_no(Stage.INTERVIEW, Tally(0, 5), 8, [4, 5, 6, 3, 8])
    assert odds.none == pytest.approx(0.292, abs=0.001)
    assert odds.known == 5


def test_with_no_number_known_the_doubt_about_the_share_counts() -> None:
    odds = after_a_no(Stage.INTERVIEW, Tally(0, 5), None)
    assert odds.none == pytest.approx(0.396, abs=0.001)
    assert odds.seen is None


def test_known_and_unknown_ones_go_together() -> None:
    odds = after_a_no(Stage.INTERVIEW, Tally(0, 2), 4, [4])
    assert odds.none == pytest.approx(0.75 * 0.8)


@pytest.mark.parametrize("tally", [Tally(0, 1), Tally(1, 6), Tally(0, 0, 4)])
def test_one_talk_or_an_offer_is_no_run_of_noes(tally: Tally) -> None:
    assert after_a_no(Stage.INTERVIEW, tally, 5).none is None


@pytest.mark.parametrize("stage", [Stage.APPLIED, Stage.ASSESSMENT])
def test_whom_they_never_met_is_told_about_applications(stage: Stage) -> None:
    odds = after_a_no(stage, Tally(1, 20), 6, [6])
    assert odds.own.step is Step.INTERVIEW
    assert (odds.seen, odds.none) == (None, None)


def test_one_person_seen_is_no_odds() -> None:
    assert after_a_no(Stage.INTERVIEW, Tally(0, 3), 1).seen is None
