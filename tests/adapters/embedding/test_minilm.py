"""The layers that come with Onward know what is near in meaning."""

import numpy as np

from onward.adapters.embedding.minilm import MiniLm
from onward.domain.interview.cards.card import Card
from onward.domain.interview.matching.suggesting import suggestions


def test_near_meanings_are_near_without_a_shared_word() -> None:
    asked, near, far = MiniLm().vectors_of(
        ["Deals well with dissatisfied clients", "An angry shopper", "A wooden stair"]
    )
    assert asked @ near > asked @ far


def test_every_vector_has_length_one_also_that_of_nothing() -> None:
    vectors = MiniLm().vectors_of(["", "Advanced Excel", "\U0001f600 " * 300])
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_a_card_is_found_by_what_it_means() -> None:
    cards = [
        Card("1", "Stopped a roof job", actions=("Called the lads down",)),
        Card("2", "Sheet music for the choir", actions=("Copied forty parts",)),
    ]
    wanted = ["Puts health and safety first"]
    ((first, _),) = suggestions(wanted, cards, MiniLm().vectors_of)
    assert first.card.key == "1"
