import pytest

from onward.domain.feedback.scores import Level, level_in


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("Numeracy 9/10", Level.HIGH),
        ("4 out of 5", Level.HIGH),
        ("3/5", Level.MIDDLE),
        ("2 out of 5", Level.LOW),
        ("Working Together: 6", Level.HIGH),
        ("Working Together: 4", Level.MIDDLE),
        ("Working Together (3)", Level.LOW),
        ("2 (minimal demonstration)", Level.LOW),
        ("17/25, pass is 20", Level.LOW),
        ("accuracy 82% (required: 90%)", Level.LOW),
        ("You scored 85 against a pass mark of 70", Level.HIGH),
        ("78th percentile", Level.HIGH),
        ("Total: 26/40", Level.MIDDLE),
        ("Overall you scored 21 out of 28", Level.MIDDLE),
    ],
)
def test_a_mark_stands_high_low_or_between(said: str, level: Level) -> None:
    assert level_in(said) is level


@pytest.mark.parametrize(
    "said",
    [
        "You arrived at ten past 9.",
        "We interviewed 8 people.",
        "Please apply again in 12 months.",
        "It was good.",
    ],
)
def test_a_number_that_is_no_mark_says_nothing(said: str) -> None:
    assert level_in(said) is None
