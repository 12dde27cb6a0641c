"""Linear models over terms, and over what the encoder makes of sentences."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable

import numpy as np
import numpy.typing as npt

from onward.domain.mail.meaning.weights import Floats

# What is long holds more terms; the root of their number is what counts.
_USUAL_TERMS = 16


@dataclass(frozen=True, slots=True)
class TermWeights:
    """A trained model: the place of each term, and a row of weights for each answer.

    Rows are kept as stored, whole numbers with a step for each. `sense` has a row for
    each answer too, for the distance from `middle`.
    """

    places: dict[str, int]
    rows: npt.NDArray[np.int8]
    step: Floats
    bias: Floats
    sense: Floats
    middle: Floats

    def by_words(self, terms: Iterable[str]) -> Floats:
        """Return the log-odds of each answer by terms alone."""
        places = [self.places[term] for term in terms if term in self.places]
        total = self.rows[:, places].sum(axis=1, dtype=np.int32) * self.step
        return np.asarray(total * weight_of_one(len(places)) + self.bias)

    def by_sense(self, senses: Floats) -> Floats:
        """Return what the encoder's numbers add, a row for each of theirs."""
        return np.asarray((senses - self.middle) @ self.sense.T)


def weights_in(folder: Traversable, name: str) -> TermWeights:
    """Return the weights of a name that a folder holds."""
    terms = (folder / f"{name}.txt").read_text(encoding="utf-8").split("\n")
    with (folder / f"{name}.npz").open("rb") as stored:
        arrays = dict(np.load(stored, allow_pickle=False))
    return weights_from(terms, arrays)


def weights_from(
    terms: Sequence[str], arrays: dict[str, npt.NDArray[np.generic]]
) -> TermWeights:
    """Return the weights for a list of terms and the arrays as they are stored."""
    rows = arrays["rows"].astype(np.int8)
    places = {term: place for place, term in enumerate(terms)}
    step, bias, sense, middle = (
        arrays[name].astype(np.float32) for name in ("step", "bias", "sense", "middle")
    )
    return TermWeights(places, rows, step, bias, sense, middle)


def weight_of_one(terms: int) -> float:
    """Return how much one of so many terms counts."""
    return float(np.sqrt(_USUAL_TERMS / max(1, terms)))
