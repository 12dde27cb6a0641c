"""The meanings of lines and cards as vectors, kept while Onward runs."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from onward import wiring

# A card's few lines and an advert's sixty, many times over: about three megabytes.
_MOST_KEPT = 2_000
_kept: dict[str, npt.NDArray[np.float32]] = {}


def vectors_of(texts: Sequence[str]) -> npt.NDArray[np.float32]:
    """Return one row for each text; what was read before is not read again."""
    fresh = list(dict.fromkeys(text for text in texts if text not in _kept))
    if len(_kept) + len(fresh) > _MOST_KEPT:
        _kept.clear()
        fresh = list(dict.fromkeys(texts))
    if fresh:
        rows = wiring.embedder().vectors_of(fresh)
        _kept.update(zip(fresh, rows, strict=True))
    return np.stack([_kept[text] for text in texts])
