"""What training left behind: two lists of terms and a few arrays, loaded once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from onward.domain.feedback.note import Kind

Floats = npt.NDArray[np.float32]
Stored = Mapping[str, npt.NDArray[np.generic]]

# The order of the columns; the last stands for words that are no note.
KINDS = tuple(Kind)
NOTHING = len(KINDS)


@dataclass(frozen=True, slots=True)
class Weights:
    """A trained model: which kind words are, where a point ends, what follows it.

    `border` weighs what tells of a border; its last entry is the constant. `order` says
    what tends to follow what.
    """

    places: dict[str, int]
    rarity: Floats
    kind: Floats
    kind_bias: Floats
    border_places: dict[str, int]
    border: Floats
    order: Floats


@cache
def shipped_weights() -> Weights:
    """Return the weights inside the package, read on first use."""
    folder = files(__package__) / "weights"
    terms = (folder / "terms.txt").read_text("utf-8").split("\n")
    borders = (folder / "borders.txt").read_text("utf-8").split("\n")
    with (folder / "notes.npz").open("rb") as stored:
        return weights_from(terms, borders, np.load(stored, allow_pickle=False))


def weights_from(terms: list[str], borders: list[str], arrays: Stored) -> Weights:
    """Return the weights for lists of terms and the arrays as they are stored.

    The large array is stored as whole numbers from -127 to 127, one step a column.
    """
    step = arrays["kind_step"].astype(np.float32)
    return Weights(
        places={term: place for place, term in enumerate(terms)},
        rarity=arrays["rarity"].astype(np.float32),
        kind=np.asarray(arrays["kind"].astype(np.float32) * step, dtype=np.float32),
        kind_bias=arrays["kind_bias"].astype(np.float32),
        border_places={term: place for place, term in enumerate(borders)},
        border=arrays["border"].astype(np.float32),
        order=arrays["order"].astype(np.float32),
    )
