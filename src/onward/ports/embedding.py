"""What Onward asks of whatever turns sentences into meanings that can be compared."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # numpy is slow to load, and most of the time nothing is compared
    import numpy as np
    import numpy.typing as npt


class Embedder(Protocol):
    """Turns sentences into vectors of length one; near vectors mean near meanings."""

    @property
    def name(self) -> str:
        """What it is called, for whoever asks what a suggestion rests on."""

    def vectors_of(self, sentences: Sequence[str]) -> "npt.NDArray[np.float32]":
        """Return one row for each sentence, in order."""
