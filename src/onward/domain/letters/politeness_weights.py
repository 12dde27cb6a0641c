"""What training left behind: a list of terms and a few arrays, loaded once."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """A trained model: each term's rarity and weight, each trait's weight.

    `bias` is the score of a text of which nothing is known. `slope` and `middle` turn
    a score into a share from 0 to 1.
    """

    places: dict[str, int]
    rarity: Floats
    terms: Floats
    traits: Floats
    bias: float
    slope: float = 1.0
    middle: float = 0.0


@cache
def shipped_weights() -> Weights:
    """Return the weights inside the package, read on first use."""
    folder = files("onward.domain.letters") / "weights"
    terms = (folder / "terms.txt").read_text(encoding="utf-8").split("\n")
    with (folder / "politeness.npz").open("rb") as stored:
        arrays = np.load(stored, allow_pickle=False)
        return weights_from(terms, dict(arrays))


def weights_from(
    terms: list[str], arrays: dict[str, npt.NDArray[np.generic]]
) -> Weights:
    """Return the weights for a list of terms and the arrays as they are stored.

    The terms' weights are stored as whole numbers from -127 to 127 with one step.
    """
    bias, slope, middle, step = arrays["numbers"].astype(np.float64).tolist()
    return Weights(
        places={term: place for place, term in enumerate(terms)},
        rarity=arrays["rarity"].astype(np.float32),
        terms=arrays["terms"].astype(np.float32) * np.float32(step),
        traits=arrays["traits"].astype(np.float32),
        bias=bias,
        slope=slope,
        middle=middle,
    )
