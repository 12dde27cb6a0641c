from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest

from onward.domain.mail.details.refusal.sayings import (
    Saying,
    sayings_of,
    shipped_sayings,
    terms_said,
)
from onward.domain.mail.details.refusal.weights import weight_of_one, weights_from
from onward.domain.mail.encoder.weights import FOLDERS
from tools.term_training import digest_of_encoder
from tools.train_details import WEIGHTS


def likeliest(saying: Saying, said: list[str]) -> str:
    return said[int(sayings_of(said)[saying].argmax())]


@pytest.mark.parametrize(
    ("saying", "sentence"),
    [
        (Saying.REASON, "They wanted somebody who has driven a milk float before."),
        (Saying.REASON, "The council has taken our grant away."),
        (Saying.GIVEN, "You were calm and kind with the man at the desk."),
        (Saying.GIVEN, "Your answer about the flood ran on too long."),
        (Saying.OFFERED, "Give me a ring on Friday and I'll tell you how it went."),
        (Saying.OFFERED, "I can send you the notes we made if you like."),
    ],
)
def test_one_sentence_of_a_no_says_it(saying: Saying, sentence: str) -> None:
    said = [
        "Dear Robin, thank you for coming to see us.",
        "I am sorry to say that it is a no.",
        sentence,
        "All the best for your search.",
    ]
    assert likeliest(saying, said) == sentence


def test_what_stands_beside_a_sentence_counts() -> None:
    alone = next(terms_said(["Good luck."]))
    beside = list(terms_said(["I am sorry.", "Good luck."]))[1]
    assert {term[0] for term in beside - alone} == {"B", "N"}


def test_a_sentence_without_words_is_no_trouble() -> None:
    assert sayings_of([])[Saying.REASON].shape == (0,)
    assert sayings_of(["", "***"])[Saying.REASON].shape == (2,)


def test_many_terms_count_for_less_each() -> None:
    assert weight_of_one(64) < weight_of_one(16) == 1.0 < weight_of_one(4)


def test_weights_are_stored_as_whole_numbers_with_a_step() -> None:
    arrays: dict[str, npt.NDArray[np.generic]] = {
        "rows": np.array([[2], [0], [-4]], dtype=np.int8),
        "step": np.array([0.5, 1, 0.25], dtype=np.float32),
        "bias": np.zeros(3, dtype=np.float32),
        "sense": np.zeros((3, 768), dtype=np.float16),
        "middle": np.zeros(768, dtype=np.float16),
    }
    weights = weights_from(["because"], arrays)
    more = weights.by_words(["because"] * 16)
    assert more.tolist() == [16.0, 0.0, -16.0]


def test_what_a_sentence_is_about_counts_unless_its_words_shall_decide_alone() -> None:
    said = ["The lady who has the flat above the shop can start at once."]
    shipped = shipped_sayings()
    senseless = replace(shipped, sense=np.zeros_like(shipped.sense))
    by_words = sayings_of(said, senseless)[Saying.REASON]
    assert sayings_of(said)[Saying.REASON] != by_words
    assert sayings_of(said, by_words_alone=True)[Saying.REASON] == by_words


@pytest.mark.parametrize("place", ["en/sayings.npz", "de/sayings.npz", "en/stages.npz"])
def test_the_weights_were_learned_on_the_encoder_that_ships(place: str) -> None:
    language, _, name = place.partition("/")
    folder = WEIGHTS / FOLDERS["de" if language == "de" else "en"]
    with np.load(folder / name, allow_pickle=False) as stored:
        assert stored["encoder"].tobytes() == digest_of_encoder(folder)
