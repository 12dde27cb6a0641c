"""How polite a letter will sound, from 0 to 1, as readers of requests would judge."""

from collections.abc import Iterable, Sequence
from math import exp

import numpy as np

from onward.domain.letters.politeness_terms import terms_of, traits_of
from onward.domain.letters.politeness_weights import Weights, shipped_weights
from onward.domain.letters.sentences import Sentence, sentences_of


def politeness(
    text: str,
    sentences: Sequence[Sentence] | None = None,
    weights: Weights | None = None,
) -> float:
    """Return how polite a text sounds: 0.5 is between kind and rude letters."""
    used = weights or shipped_weights()
    found = sentences_of(text) if sentences is None else sentences
    if not found:
        return 0.5
    own = text[found[0].start : found[-1].end]
    score = score_of(terms_of(own), traits_of(own, found), used)
    return 1 / (1 + exp(-used.slope * (score - used.middle)))


def score_of(terms: Iterable[str], traits: Sequence[float], weights: Weights) -> float:
    """Return what terms and traits add up to: the mark readers would give.

    Around 0 is an ordinary request; 1 and -1 are clearly polite and clearly rude.
    """
    known = [weights.places[term] for term in terms if term in weights.places]
    rare = weights.rarity[known]
    size = float(np.sqrt(rare @ rare)) or 1.0
    said = float(rare @ weights.terms[known]) / size
    shaped = float(np.asarray(traits, dtype=np.float32) @ weights.traits)
    return said + shaped + weights.bias
