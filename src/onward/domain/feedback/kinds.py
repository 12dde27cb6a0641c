"""How likely each kind is for a stretch of words, and a border between two points."""

from collections.abc import Sequence

import numpy as np

from onward.domain.feedback.note import Kind
from onward.domain.feedback.weights import KINDS, NOTHING, Floats, Weights

# What stands under "Strengths" is this many times as likely to be one.
_LEANING = 12.0
_ENLARGED = 4.0


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


def leaning(chances: Floats, towards: Sequence[Kind | None]) -> Floats:
    """Return chances with more for the kind that each row leans to, if any."""
    raised = chances.copy()
    for row, kind in zip(raised, towards, strict=True):
        if kind is not None:
            row[KINDS.index(kind)] *= _LEANING
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float32)


def border_chance(
    terms: Sequence[str], before: Floats, after: Floats, weights: Weights
) -> float:
    """Return how likely a border parts two points.

    `before` and `after` are the chances of the kinds on its sides.
    """
    places = weights.border_places
    seen = border_values(terms, before, after)
    total = sum(
        value * float(weights.border[places[name]])
        for name, value in seen.items()
        if name in places
    )
    return float(1 / (1 + np.exp(-total - float(weights.border[-1]))))


def border_values(
    terms: Sequence[str], before: Floats, after: Floats
) -> dict[str, float]:
    """Return what tells whether a border parts two points, each with how much.

    The first term is the sort of border. The chances are enlarged, since training
    holds every weight down and these matter most.
    """
    same = float(before[:NOTHING] @ after[:NOTHING]) * _ENLARGED
    both = float(before[:NOTHING].sum() * after[:NOTHING].sum()) * _ENLARGED
    sort = terms[0]
    first, second = int(before.argmax()), int(after.argmax())
    sure = float(before[first] * after[second])
    return dict.fromkeys(terms, 1.0) | {
        "~same": same,
        "~two": both - same,
        f"{sort}~same": same,
        f"{sort}~two": both - same,
        f"{first}>{second}": sure,
    }
