"""Tells of each sentence of a no whether it gives a reason, feedback or an offer.

A linear model over words, concepts, the patterns of `patterns.toml`, what stands beside
a sentence and what the encoder makes of it there; one for each language, trained by
`tools.train_details` on sentences noted by hand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources.abc import Traversable

import numpy as np
import numpy.typing as npt

from onward.domain.mail.details_patterns import any_of
from onward.domain.mail.encoder_sense import senses_of
from onward.domain.mail.encoder_weights import shipped_in
from onward.domain.mail.language import Language, language_of
from onward.domain.mail.meaning_weights import Floats
from onward.domain.mail.meaning_words import concepts_in, terms_of, words_in

_PATTERNS = (
    *("reason", "feedback_given", "stock_praise"),
    *("feedback_offered", "feedback_refused"),
)
_FIVE_WORDS, _LONG = 5, 6
_FIRST_FEW = 4
# Long sentences hold more terms; the root of their number is what counts.
_USUAL_TERMS = 16


class Saying(StrEnum):
    """What a sentence of a no may say; also the letter that notes it."""

    REASON = "r"
    GIVEN = "g"
    OFFERED = "o"


SAYINGS = tuple(Saying)


@dataclass(frozen=True, slots=True)
class SayingWeights:
    """The trained model: the place of each term, a row of weights for each saying.

    `sense` has a row for each saying too, for the distance from `middle`.
    """

    places: dict[str, int]
    rows: Floats
    bias: Floats
    sense: Floats
    middle: Floats


@cache
def shipped_sayings(language: Language = "en") -> SayingWeights:
    """Return the weights inside the package, read on first use."""
    return sayings_in(shipped_in(language))


def sayings_in(folder: Traversable) -> SayingWeights:
    """Return the weights that a folder holds."""
    terms = (folder / "sayings.txt").read_text(encoding="utf-8").split("\n")
    with (folder / "sayings.npz").open("rb") as stored:
        arrays = dict(np.load(stored, allow_pickle=False))
    return sayings_from(terms, arrays)


def sayings_from(
    terms: Sequence[str], arrays: dict[str, npt.NDArray[np.generic]]
) -> SayingWeights:
    """Return the weights as they are stored: whole numbers, a step for each row."""
    steps = arrays["step"].astype(np.float32)
    rows = arrays["rows"].astype(np.float32) * steps[:, None]
    places = {term: place for place, term in enumerate(terms)}
    bias, sense, middle = (
        arrays[name].astype(np.float32) for name in ("bias", "sense", "middle")
    )
    return SayingWeights(places, rows, bias, sense, middle)


def sayings_of(
    said: Sequence[str],
    weights: SayingWeights | None = None,
    *,
    by_words_alone: bool = False,
) -> dict[Saying, Floats]:
    """Return for each saying how likely each sentence says it, in log-odds."""
    language = language_of(" ".join(said))
    used = weights or shipped_sayings(language)
    found = [_by_words(terms, used) for terms in terms_said(said)]
    odds = np.array(found, np.float32).reshape(len(said), len(SAYINGS))
    if not by_words_alone:
        odds += (senses_of(said, language) - used.middle) @ used.sense.T
    return dict(zip(SAYINGS, odds.T, strict=True))


def _by_words(terms: frozenset[str], weights: SayingWeights) -> Floats:
    places = [weights.places[term] for term in terms if term in weights.places]
    total = weights.rows[:, places].sum(axis=1)
    return np.asarray(total * weight_of_one(len(places)) + weights.bias)


def weight_of_one(terms: int) -> float:
    """Return how much one of so many terms counts."""
    return float(np.sqrt(_USUAL_TERMS / max(1, terms)))


def terms_said(said: Sequence[str]) -> Iterator[frozenset[str]]:
    """Yield what the model counts of each sentence, given those beside it."""
    words = [words_in(sentence) for sentence in said]
    named = [concepts_in(each) for each in words]
    for place, sentence in enumerate(said):
        terms = [*terms_of(words[place]), *_shape(words[place])]
        terms += [f"P:{name}" for name in _PATTERNS if any_of(name).search(sentence)]
        if place:
            terms += [f"B:{name}" for name in named[place - 1]]
        if place < len(said) - 1:
            terms += [f"A:{name}" for name in named[place + 1]]
        yield frozenset([*terms, *_position(place, len(said))])


def _shape(words: tuple[str, ...]) -> Iterator[str]:
    yield f"L:{min(len(words) // _FIVE_WORDS, _LONG)}"
    yield f"F:{' '.join(words[:1])}"
    yield f"F:{' '.join(words[:2])}"


def _position(place: int, count: int) -> Iterator[str]:
    if count > 1:
        yield f"N:{min(place, _FIRST_FEW)}"
        yield "N:first" if not place else "N:last" if place == count - 1 else "N:mid"
