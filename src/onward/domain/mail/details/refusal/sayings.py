"""Tells of each sentence of a no whether it gives a reason, feedback or an offer.

A linear model over words, concepts, the patterns of `patterns.toml`, what stands beside
a sentence and what the encoder makes of it there; one for each language, trained by
`tools.train_details` on sentences noted by hand.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache

import numpy as np

from onward.domain.mail.details.patterns.read import speaks_of
from onward.domain.mail.details.refusal.offers import offer_points, offer_signs
from onward.domain.mail.details.refusal.weights import TermWeights, weights_in
from onward.domain.mail.encoder.sense import senses_of
from onward.domain.mail.encoder.weights import TAUGHT_IN, shipped_in
from onward.domain.mail.language import Language, language_of
from onward.domain.mail.meaning.weights import Floats
from onward.domain.mail.meaning.words import concepts_in, terms_of, words_in

_PATTERNS = (
    *("reason", "feedback_given", "stock_praise"),
    *("feedback_offered", "feedback_refused"),
)
_FIVE_WORDS, _LONG = 5, 6
_FIRST_FEW = 4


class Saying(StrEnum):
    """What a sentence of a no may say; also the letter that notes it."""

    REASON = "r"
    GIVEN = "g"
    OFFERED = "o"


SAYINGS = tuple(Saying)


@cache
def shipped_sayings(language: Language = "en") -> TermWeights:
    """Return the weights inside the package, read on first use."""
    return weights_in(shipped_in(TAUGHT_IN[language]), "sayings")


def sayings_of(
    said: Sequence[str],
    weights: TermWeights | None = None,
    *,
    senses: Floats | None = None,
    by_words_alone: bool = False,
) -> dict[Saying, Floats]:
    """Return for each saying how likely each sentence says it, in log-odds.

    `senses` are those of the sentences, where they are known already.
    """
    language = language_of(" ".join(said))
    used = weights or shipped_sayings(language)
    found = [used.by_words(terms) for terms in terms_said(said)]
    odds = np.array(found, np.float32).reshape(len(said), len(SAYINGS))
    if not by_words_alone:
        odds += used.by_sense(senses_of(said, language) if senses is None else senses)
    return dict(zip(SAYINGS, odds.T, strict=True))


def terms_said(said: Sequence[str]) -> Iterator[frozenset[str]]:
    """Yield what the model counts of each sentence, given those beside it."""
    words = [words_in(sentence) for sentence in said]
    named = [concepts_in(each) for each in words]
    for place, sentence in enumerate(said):
        terms = [*terms_of(words[place]), *_shape(words[place])]
        terms += [f"P:{name}" for name in _PATTERNS if speaks_of(name, sentence)]
        terms += [*offer_signs(sentence), f"O:{offer_points(sentence)}"]
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
