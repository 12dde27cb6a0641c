"""Weighs what words say against what the encoder says, of kinds and of borders."""

from collections.abc import Sequence

import numpy as np

from onward.domain.feedback.encoded import Encoded
from onward.domain.feedback.weights import Floats

# How much each counts: chosen on held-out texts of `training/feedback/build`.
_WORDS, _ENCODER = 0.8, 0.35
_BORDER_WORDS, _BORDER_ENCODER = 1.0, 0.25
_LEAST = 1e-3


def kinds_by_both(
    chances: Floats, spans: Sequence[tuple[int, int]], encoded: Encoded | None
) -> Floats:
    """Return one row of chances a stretch, by words and by the encoder if it read."""
    if encoded is None:
        return chances
    rows = [
        _both(row, encoded.kinds_in(start, end))
        for row, (start, end) in zip(chances, spans, strict=True)
    ]
    return np.asarray(rows, dtype=np.float32)


def _both(chances: Floats, said: Floats | None) -> Floats:
    if said is None:
        return chances
    logs = _WORDS * np.log(np.maximum(chances, _LEAST * _LEAST)) + _ENCODER * said
    raised = np.exp(logs - logs.max())
    return np.asarray(raised / raised.sum(), dtype=np.float32)


def border_by_both(chance: float, place: int, encoded: Encoded | None) -> float:
    """Return how likely a border parts two points, the second beginning at `place`."""
    said = None if encoded is None else encoded.begins_at(place)
    if said is None:
        return chance
    kept = min(max(chance, _LEAST), 1 - _LEAST)
    odds = _BORDER_WORDS * float(np.log(kept / (1 - kept))) + _BORDER_ENCODER * said
    return float(1 / (1 + np.exp(-odds)))
