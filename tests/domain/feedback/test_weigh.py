import pytest

from onward.domain.feedback.weigh import (
    Circumstances,
    Standing,
    Weight,
    standing_of,
    weigh,
)


@pytest.mark.parametrize(
    ("others", "standing"),
    [
        (0, Standing.NOTE),
        (1, Standing.PATTERN),
        (2, Standing.PRIORITY),
        (5, Standing.PRIORITY),
    ],
)
def test_one_voice_is_a_note_two_a_pattern_three_a_priority(
    others: int, standing: Standing
) -> None:
    assert standing_of(others) is standing


def test_a_general_line_passed_on_weighs_little() -> None:
    weighed = weigh(Circumstances(0.1, first_hand=False))
    assert weighed.weight is Weight.LOW
    assert weighed.reasons == (
        "It is general: it could be said of many people.",
        "It was passed on by somebody who was not there.",
        "One employer has said it so far. One voice is a note.",
    )


def test_a_specific_line_from_somebody_who_was_there_weighs_something() -> None:
    assert weigh(Circumstances(0.8, first_hand=True)).weight is Weight.MEDIUM


def test_what_the_person_noticed_too_weighs_much() -> None:
    known = Circumstances(0.8, first_hand=True, matches_own_log=True)
    assert weigh(known).weight is Weight.HIGH


def test_a_second_employer_makes_a_specific_line_weigh_much() -> None:
    weighed = weigh(Circumstances(0.8, other_employers=1))
    assert (weighed.weight, weighed.standing) == (Weight.HIGH, Standing.PATTERN)


def test_seeing_it_differently_is_said_and_does_not_count_against() -> None:
    without = weigh(Circumstances(0.8, first_hand=True))
    differing = weigh(Circumstances(0.8, first_hand=True, matches_own_log=False))
    assert differing.weight is without.weight
    assert "You saw it differently. Both can be true." in differing.reasons


def test_what_nobody_said_is_no_reason() -> None:
    assert weigh(Circumstances(0.5)).reasons == (
        "One employer has said it so far. One voice is a note.",
    )
