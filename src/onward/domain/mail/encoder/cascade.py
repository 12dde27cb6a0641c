"""Lets the encoder read once more what the linear model does not surely call ordinary.

The encoder costs about a hundred times as much a letter, so ordinary mail never gets
as far as this.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import numpy as np

from onward.domain.mail.encoder.encode import Encoded, encode, pieces_of
from onward.domain.mail.encoder.weights import FOLDERS, shipped_encoder, shipped_in
from onward.domain.mail.encoder.words import Pieces
from onward.domain.mail.language import Language, language_of
from onward.domain.mail.meaning.scores import Letter, Scores, softmax
from onward.domain.mail.meaning.weights import MEANINGS, Floats
from onward.domain.mail.verdict import Meaning

_ORDINARY = MEANINGS.index(Meaning.NOT_JOB_RELATED)
_LEAST = 1e-6


@dataclass(frozen=True, slots=True)
class Blend:
    """How much each model counts for each meaning, learned on held-out mail.

    `linear` and `encoder` multiply log-odds; `ask_from` is the chance of being about
    the search from which on the encoder is asked, and `settled_from` the chance of one
    meaning from which on it is not; `quoting` is how much it counts in choosing quotes.
    Where the encoder is the second, the linear model knows the language better: what
    the encoder alone takes for job mail is then doubted.
    """

    linear: Floats
    encoder: Floats
    bias: Floats
    ask_from: float
    settled_from: float
    quoting: float
    is_second: bool = True


@cache
def shipped_blend(language: Language = "en") -> Blend:
    """Return the blend inside the package, read on first use."""
    told = (shipped_in(language) / "blend.json").read_text("utf-8")
    return blend_from(json.loads(told))


def blend_from(told: Mapping[str, Any]) -> Blend:
    """Return the blend as it is stored: lists in the order of the meanings."""
    return Blend(
        linear=np.array(told["linear"], dtype=np.float32),
        encoder=np.array(told["encoder"], dtype=np.float32),
        bias=np.array(told["bias"], dtype=np.float32),
        ask_from=told["ask_from"],
        settled_from=told["settled_from"],
        quoting=told["quoting"],
        is_second=told["is_second"],
    )


def read_again(letters: Sequence[Letter], scores: Sequence[Scores]) -> list[Scores]:
    """Return the scores with the encoder's word for those it was asked about.

    A letter in a language that no encoder reads keeps its scores.
    """
    found = list(scores)
    asked = [n for n, letter in enumerate(letters) if is_in_doubt(letter, scores[n])]
    for language in FOLDERS:
        places = [n for n in asked if language_of(letters[n].text) == language]
        answers = _heard([letters[n] for n in places], language)
        for place, answer in zip(places, answers, strict=True):
            if answer is not None:
                found[place] = blended(scores[place], answer, shipped_blend(language))
    return found


def _heard(letters: Sequence[Letter], language: Language) -> list[Encoded | None]:
    """Return what the encoder of a language says; None of what is beyond it."""
    if not letters:
        return []
    weights = shipped_encoder(language)
    pieces = pieces_of(letters, weights)
    within = [each for each in pieces if not is_beyond(each, language)]
    said = iter(encode(within, weights))
    return [None if is_beyond(each, language) else next(said) for each in pieces]


def is_in_doubt(letter: Letter, scores: Scores) -> bool:
    """Tell whether the encoder is to be asked what a letter means.

    On held-out mail it took the bare titles of posts for refusals of them.
    """
    if letter.is_bare or about_search(scores) < _least_asked():
        return False
    return worth_asking(scores, shipped_blend(language_of(letter.text)))


def is_beyond(pieces: Pieces, language: Language) -> bool:
    """Tell whether a letter that is in no other language is not English either."""
    return language == "en" and pieces.is_foreign


def worth_asking(scores: Scores, blend: Blend) -> bool:
    """Tell whether the linear model left doubt about what a message means."""
    settled = float(scores.chances.max()) >= blend.settled_from
    return about_search(scores) >= blend.ask_from and not settled


def about_search(scores: Scores) -> float:
    """Return how likely the linear model finds a message to be about the search."""
    return 1 - float(scores.chances[_ORDINARY])


@cache
def _least_asked() -> float:
    """Return the chance below which no language's encoder is asked: most mail."""
    return min(shipped_blend(language).ask_from for language in FOLDERS)


def blended(scores: Scores, encoded: Encoded, blend: Blend) -> Scores:
    """Return scores that hold what both models say, sentence by sentence too."""
    linear = np.log(np.maximum(scores.chances, _LEAST))
    logits = linear * blend.linear + encoded.log_odds * blend.encoder + blend.bias
    moved = scores.moved + blend.quoting * by_sentence(scores, encoded)
    return replace(
        scores,
        chances=softmax(logits[None, :])[0],
        moved=moved,
        is_doubted=is_doubted(scores, blend),
    )


def is_doubted(scores: Scores, blend: Blend) -> bool:
    """Tell whether the encoder needs to be surer, as the linear model says ordinary."""
    return blend.is_second and int(scores.chances.argmax()) == _ORDINARY


def by_sentence(scores: Scores, encoded: Encoded) -> Floats:
    """Return what each sentence adds for each meaning, against the others' mean."""
    begins = np.array([sentence.start for sentence in scores.sentences])
    starts = np.array(encoded.starts)
    of_text = starts >= 0
    places = np.searchsorted(begins, starts[of_text], side="right") - 1
    adds = encoded.adds[of_text]
    summed = np.zeros((len(begins), len(MEANINGS)), dtype=np.float32)
    np.add.at(summed, np.maximum(places, 0), adds - adds.mean(axis=1, keepdims=True))
    return summed
