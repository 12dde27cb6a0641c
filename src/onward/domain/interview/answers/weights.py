"""What training left behind for reading parts: one array, loaded once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from onward.domain.interview.answers.review import PartName

Floats = npt.NDArray[np.float32]
Stored = Mapping[str, npt.NDArray[np.generic]]

# The order of the columns; the last stands for words that tell no part.
LABELS = tuple(PartName)
NOTHING = len(LABELS)
BEGINNING = NOTHING + 1


@dataclass(frozen=True, slots=True)
class Weights:
    """A trained reader: what features say, and what tends to follow what.

    `follows[o, a, b]` weighs label `b` after `a`, within a sentence where `o` is 0 and
    across two where it is 1.
    """

    places: dict[str, int]
    label: Floats
    bias: Floats
    follows: Floats


@cache
def shipped_weights() -> Weights:
    """Return the weights inside the package, read on first use."""
    folder = files(__package__) / "weights"
    terms = (folder / "features.txt").read_text("utf-8").split("\n")
    with (folder / "parts.npz").open("rb") as stored:
        return weights_from(terms, np.load(stored, allow_pickle=False))


def weights_from(terms: list[str], arrays: Stored) -> Weights:
    """Return the weights for a list of features and the arrays as they are stored."""
    return Weights(
        {term: place for place, term in enumerate(terms)},
        arrays["label"].astype(np.float32),
        arrays["bias"].astype(np.float32),
        arrays["follows"].astype(np.float32),
    )
