"""What training left behind: a list of terms and a few arrays, loaded once."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from onward.domain.mail.meaning.known import Known
from onward.domain.mail.stored import Stored, arrays_in
from onward.domain.mail.verdict import Meaning

Floats = npt.NDArray[np.float32]

# The order in which every array holds its meanings.
MEANINGS = tuple(Meaning)


@dataclass(frozen=True, slots=True)
class Columns:
    """A row for each term, kept as it is stored: whole numbers and a step a column.

    Unpacked it would take four times the memory, of which a letter needs a few rows.
    """

    rows: npt.NDArray[np.int8]
    step: Floats

    def of(self, places: npt.NDArray[np.int64]) -> Floats:
        """Return the rows of these terms, unpacked."""
        return self.rows[places].astype(np.float32) * self.step


@dataclass(frozen=True, slots=True)
class Weights:
    """A trained model: terms with their weights in a message and in a sentence.

    `sentence` has one column more than there are meanings: the last stands for a
    sentence that decides nothing. `blend` turns both, with the phrase rules, into the
    final log-odds.
    """

    known: Known
    rarity: Floats
    message: Columns
    message_bias: Floats
    sentence: Columns
    sentence_bias: Floats
    blend: Floats
    blend_bias: Floats

    @property
    def places(self) -> dict[str, int]:
        """The place of each term."""
        return self.known.places


@cache
def shipped_weights() -> Weights:
    """Return the weights inside the package, read on first use."""
    folder = files("onward.domain.mail") / "weights"
    terms = (folder / "terms.txt").read_text(encoding="utf-8").split("\n")
    return weights_from(terms, arrays_in(folder / "meaning.npz"))


def weights_from(terms: list[str], arrays: Stored) -> Weights:
    """Return the weights for a list of terms and the arrays as they are stored.

    The two large arrays are stored as whole numbers from -127 to 127 with one step
    for each column.
    """
    small = {
        name: arrays[name].astype(np.float32)
        for name in ("message_bias", "sentence_bias", "blend", "blend_bias")
    }
    return Weights(
        known=Known(terms),
        rarity=arrays["rarity"].astype(np.float32),
        message=_columns(arrays, "message"),
        sentence=_columns(arrays, "sentence"),
        **small,
    )


def _columns(arrays: Stored, name: str) -> Columns:
    step = arrays[f"{name}_step"].astype(np.float32)
    return Columns(np.asarray(arrays[name], np.int8), step)
