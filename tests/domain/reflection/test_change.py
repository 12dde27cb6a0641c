import pytest

from onward.domain.reflection.change import Vague, vague


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I should have prepared an example", Vague.LOOKS_BACK),
        ("Find out why I froze", Vague.LOOKS_BACK),
        ("Be more confident", Vague.BEING),
        ("I want to be calmer", Vague.BEING),
        ("Not ramble", Vague.NOT),
        ("Stop saying sorry", Vague.NOT),
        ("I will say how it ended, with one number", None),
        ("Ask for a second to think before I answer", None),
        ("Write three examples on a card", None),
    ],
)
def test_an_action_is_told_from_a_wish(text: str, found: Vague | None) -> None:
    assert vague(text) is found
