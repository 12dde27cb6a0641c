import pytest

from onward.domain.applications.state import Stage
from onward.domain.landing.feelings import Feeling, is_low
from onward.domain.landing.reached import Reached, reached_by, stage_of


@pytest.mark.parametrize(
    ("stage", "interviews", "told", "reached"),
    [
        (Stage.APPLIED, 0, "", Reached.APPLICATION),
        (Stage.ASSESSMENT, 0, "", Reached.TEST),
        (Stage.INTERVIEW, 1, "", Reached.FIRST),
        (Stage.INTERVIEW, 3, "", Reached.LATER),
        (Stage.INTERVIEW, 1, "final", Reached.FINAL),
        (Stage.INTERVIEW, 2, "screen", Reached.LATER),
        (Stage.APPLIED, 0, "application", Reached.APPLICATION),
        (Stage.APPLIED, 0, "nonsense", Reached.APPLICATION),
        (Stage.OFFER, 2, "", Reached.OFFER),
    ],
)
def test_their_word_counts_unless_more_is_known(
    stage: Stage, interviews: int, told: str, reached: Reached
) -> None:
    assert reached_by(stage, interviews, told) is reached


def test_each_way_in_has_its_stage() -> None:
    assert stage_of(Reached.APPLICATION) is Stage.APPLIED
    assert stage_of(Reached.FINAL) is Stage.INTERVIEW


def test_only_the_lower_two_are_offered_somebody_to_talk_to() -> None:
    assert [feeling for feeling in Feeling if is_low(feeling)] == [1, 2]
    assert not is_low(None)
