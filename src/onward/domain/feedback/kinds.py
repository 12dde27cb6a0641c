"""How likely each kind is for a stretch of words, and a border between two points."""

from collections.abc import Sequence

import numpy as np

from onward.domain.feedback.weights import Floats, Weights


def chances_of(rows: Sequence[Sequence[str]], weights: Weights) -> Floats:
    """Return one row of chances a stretch, by its terms; the last is "no note"."""
    logits = np.stack([_logits(row, weights) for row in rows])
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float32)


def _logits(terms: Sequence[str], weights: Weights) -> Floats:
    """Weigh known terms by rarity, as a row of length one."""
    ids = sorted({weights.places[term] for term in terms if term in weights.places})
    if not ids:
        return weights.kind_bias
    rare = weights.rarity[ids]
    summed = rare @ weights.kind[ids] / np.sqrt(rare @ rare)
    return np.asarray(summed + weights.kind_bias, dtype=np.float32)


def border_chance(
    terms: Sequence[str], before: Floats, after: Floats, weights: Weights
) -> float:
    """Return how likely a border parts two points.

    `before` and `after` are the chances of the kinds on its sides.
    """
    places = weights.border_places
    total = sum(float(weights.border[places[term]]) for term in terms if term in places)
    total += float(weights.border[-2]) * agreement(before, after)
    total += float(weights.border[-1])
    return float(1 / (1 + np.exp(-total)))


def agreement(before: Floats, after: Floats) -> float:
    """Return the chance that both sides are of one kind."""
    return float(before @ after)
