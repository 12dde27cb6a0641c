"""Cards are suggested with why, by words or by meaning."""

from collections.abc import Sequence

import numpy as np

from onward.domain.interview.cards.card import Card
from onward.domain.interview.matching.suggesting import Floats, suggestions

QUEUE = Card("1", "Cut Saturday queues", actions=("Counted the wait",))
KETTLE = Card("2", "Angry man with a kettle", actions=("Let him finish",))
CARDS = (QUEUE, KETTLE)


def _vectors_of(sentences: Sequence[str]) -> Floats:
    """Return what a sentence is about: queues or anger."""
    queues = ("queue", "wait", "speed")
    about = [any(word in each.lower() for word in queues) for each in sentences]
    return np.array([[is_so, not is_so] for is_so in about], dtype=np.float32)


def test_without_meanings_cards_are_found_by_shared_words() -> None:
    ((found,),) = suggestions(["Managing queues on Saturdays"], CARDS)
    assert found.card is QUEUE
    assert found.shared == ("Saturday", "queues")
    assert found.phrase == QUEUE.headline


def test_a_card_without_a_shared_word_is_not_suggested_by_words() -> None:
    assert suggestions(["Handles complaints"], CARDS) == ((),)


def test_by_meaning_the_nearest_card_comes_first_with_its_nearest_line() -> None:
    ((first, second),) = suggestions(["Speed at the till"], CARDS, _vectors_of)
    assert (first.card, second.card) == (QUEUE, KETTLE)
    assert first.phrase == QUEUE.headline
    assert first.shared == ()


def test_no_more_than_asked_for_are_suggested() -> None:
    rows = suggestions(["Speed", "Tact", "Care", "Wit"], CARDS, _vectors_of, most=1)
    assert [len(row) for row in rows] == [1, 1, 1, 1]


def test_without_cards_there_is_a_row_of_nothing_for_each_criterion() -> None:
    assert suggestions(["One", "Two"], [Card("1", "")]) == ((), ())
