"""What training left behind: a list of terms and a few arrays, loaded once."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from onward.domain.interview.adverts.criterion import Kind

Floats = npt.NDArray[np.float32]
Stored = Mapping[str, npt.NDArray[np.generic]]

# The order of the columns; the last stands for words that ask for nothing.
KINDS = tuple(Kind)
NOTHING = len(KINDS)


@dataclass(frozen=True, slots=True)
class Weights:
    """A trained model: what words ask for, where a criterion ends, if it is needed.

    `kind` has a row for each term and a column for each kind; `spare` and `border` have
    one number for each term. `turn` is the price of going on to another kind within a
    sentence.
    """

    places: dict[str, int]
    rarity: Floats
    kind: Floats
    kind_bias: Floats
    spare: Floats
    spare_bias: float
    border: Floats
    border_bias: float
    turn: float

    def chances(self, terms: Sequence[str]) -> Floats:
        """Return the chance of each kind, and of none, for a stretch's terms."""
        rows, values = self._vector(terms)
        scores = values @ self.kind[rows] + self.kind_bias
        raised = np.exp(scores - scores.max())
        return np.asarray(raised / raised.sum())

    def spare_chance(self, terms: Sequence[str]) -> float:
        """Return the chance that a criterion is nice to have and no more."""
        rows, values = self._vector(terms)
        return _chance(float(values @ self.spare[rows]) + self.spare_bias)

    def border_chance(self, terms: Sequence[str]) -> float:
        """Return the chance that two things are asked for, and not one."""
        rows, values = self._vector(terms)
        return _chance(float(values @ self.border[rows]) + self.border_bias)

    def _vector(self, terms: Sequence[str]) -> tuple[list[int], Floats]:
        rows = sorted({self.places[term] for term in terms if term in self.places})
        values = self.rarity[rows]
        length = float(np.sqrt(values @ values)) or 1.0
        return rows, np.asarray(values / length, dtype=np.float32)


@cache
def shipped_weights() -> Weights:
    """Return the weights inside the package, read on first use."""
    folder = files(__package__) / "weights"
    terms = (folder / "terms.txt").read_text("utf-8").split("\n")
    with (folder / "criteria.npz").open("rb") as stored:
        return weights_from(terms, np.load(stored, allow_pickle=False))


def weights_from(terms: list[str], arrays: Stored) -> Weights:
    """Return the weights for a list of terms and the arrays as they are stored.

    The large array is stored as whole numbers from -127 to 127, one step a column.
    """
    step = arrays["kind_step"].astype(np.float32)
    return Weights(
        places={term: place for place, term in enumerate(terms)},
        rarity=arrays["rarity"].astype(np.float32),
        kind=np.asarray(arrays["kind"].astype(np.float32) * step, dtype=np.float32),
        kind_bias=arrays["kind_bias"].astype(np.float32),
        spare=arrays["spare"].astype(np.float32),
        spare_bias=float(arrays["spare_bias"][0]),
        border=arrays["border"].astype(np.float32),
        border_bias=float(arrays["border_bias"][0]),
        turn=float(arrays["turn"][0]),
    )


def _chance(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))
