from itertools import pairwise
from pathlib import Path

import numpy as np

from onward.domain.feedback.note import Kind
from onward.domain.feedback.reading import read
from onward.domain.feedback.weights import shipped_weights
from tools.feedback_examples import Example, unmarked
from tools.feedback_training import taught_by, train
from tools.train_feedback import store

MARKED = (
    "{{+|Your {0} was excellent}}, but {{-|your {1} was poor.}} Thanks for the {0}.",
    "{{+|Your {0} was warm and crisp.}} {{>|Practise the {1}.}}",
    "{{@|Apply again next year.}} Good wishes to the {0} and the {1}.",
)
THINGS = ("bread", "soup", "fish", "cake", "sauce", "pie", "tart", "roll")


def examples() -> list[Example]:
    return [
        Example("made", f"made:{words}{a}", "plain", *unmarked(words.format(a, b)))
        for words in MARKED
        for a, b in pairwise(THINGS)
    ]


TAUGHT = [
    sentence
    for number, each in enumerate(examples())
    for sentence in taught_by(number, each)
]


def test_a_taught_model_tells_what_it_was_taught() -> None:
    weights = train(TAUGHT).weights
    notes = read("Your stew was excellent, but your gravy was poor.", weights=weights)
    assert [note.kind for note in notes] == [Kind.STRENGTH, Kind.IMPROVEMENT]


def test_the_same_texts_give_the_same_weights() -> None:
    first, second = train(TAUGHT), train(TAUGHT)
    assert first.terms == second.terms
    for name, array in first.arrays.items():
        assert np.array_equal(array, second.arrays[name])


def test_what_is_stored_is_small_and_says_the_same(tmp_path: Path) -> None:
    trained = train(TAUGHT)
    assert store(trained, tmp_path) < 100_000
    terms = (tmp_path / "terms.txt").read_text().split("\n")
    assert terms == trained.terms
    with np.load(tmp_path / "notes.npz", allow_pickle=False) as stored:
        assert set(stored) == set(trained.arrays)


def test_the_shipped_weights_fit_their_terms() -> None:
    weights = shipped_weights()
    assert len(weights.places) == len(weights.rarity) == len(weights.kind)
    assert len(weights.border) == len(weights.border_places) + 1
