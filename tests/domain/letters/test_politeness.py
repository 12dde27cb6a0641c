import pytest

from onward.domain.letters.politeness import politeness
from onward.domain.letters.politeness_terms import terms_of, trait_names, traits_of
from onward.domain.letters.politeness_weights import shipped_weights
from onward.domain.letters.sentences import sentences_of

KIND = (
    "Dear Ms Ray,\n\nThank you for the tour and for your kind call. Could you please"
    " tell me what I could do better? Any advice would be very welcome.\n\nBest wishes,"
)
RUDE = "You people are useless. Why do you waste my time? Answer me."


def test_kind_letters_are_more_polite_than_rude_ones() -> None:
    assert politeness(KIND) > 0.8
    assert politeness(RUDE) < 0.2


def test_thanks_and_a_please_make_a_request_more_polite() -> None:
    bare = "Send the notes to me."
    assert politeness(f"Thank you. Could you please {bare.lower()}") > politeness(bare)


@pytest.mark.parametrize("text", ["", " \n", "?", "\u00e4\u00f6\u00fc \u4f60\u597d"])
def test_a_letter_that_says_nothing_known_is_a_share_too(text: str) -> None:
    assert 0 <= politeness(text) <= 1


def test_words_marks_and_rows_of_them_are_counted() -> None:
    assert {"thank you", "^ thank you", "n't", "0", "??", "link"} <= terms_of(
        "Thank you. I don't have 12 of www, see https://example.org/x ??"
    )


def test_a_strategy_is_noticed_and_how_often() -> None:
    text = "Thank you. Thanks a lot!"
    traits = dict(zip(trait_names(), traits_of(text, sentences_of(text)), strict=True))
    assert traits["gratitude"] == 1
    assert traits["gratitude, how often"] == pytest.approx(2 / 3)
    assert traits["apology"] == 0
    assert traits["exclamation marks"] == pytest.approx(1 / 3)


def test_the_shipped_weights_fit_together() -> None:
    weights = shipped_weights()
    assert len(weights.places) == len(weights.rarity) == len(weights.terms)
    assert len(weights.traits) == len(trait_names())
