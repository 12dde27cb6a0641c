import pytest

from onward.domain.feedback.note import Kind
from onward.domain.feedback.translate import translate


@pytest.mark.parametrize(
    ("quote", "word"),
    [
        ("You lacked confidence.", "confidence"),
        ("No presence in the room.", "presence"),
        ("Not the right fit.", "fit"),
        ("We missed some passion.", "passion"),
        ("Low energy.", "low energy"),
        ("A bit more polish would help.", "polish"),
        ("You need more gravitas.", "gravitas"),
        ("Not our culture.", "culture"),
        ("Communication was a concern.", "communication"),
    ],
)
def test_a_word_about_a_person_is_asked_about(quote: str, word: str) -> None:
    prompt = translate(quote, Kind.UNCLEAR)[0]
    assert prompt.word == word
    assert prompt.question == "What would someone have seen or heard?"
    assert 2 <= len(prompt.possibilities) <= 3


def test_two_such_words_are_asked_about_in_their_order() -> None:
    prompts = translate("More energy and more gravitas, and more polish.", Kind.UNCLEAR)
    assert [prompt.word for prompt in prompts] == ["energy", "gravitas"]


def test_what_is_unclear_without_such_a_word_is_asked_about_too() -> None:
    (prompt,) = translate("It did not land.", Kind.UNCLEAR)
    assert prompt.word == ""
    assert prompt.possibilities


def test_a_clear_improvement_needs_no_translation() -> None:
    assert translate("You left the oven on.", Kind.IMPROVEMENT) == ()


def test_a_strength_may_stay_a_strength() -> None:
    assert translate("You have real presence.", Kind.STRENGTH) == ()
