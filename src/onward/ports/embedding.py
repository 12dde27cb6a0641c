"""What Onward asks of whatever turns sentences into meanings that can be compared."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]


class Embedder(Protocol):
    """Turns sentences into vectors of length one; near vectors mean near meanings."""

    @property
    def name(self) -> str:
        """What it is called, for whoever asks what a suggestion rests on."""

    def vectors_of(self, sentences: Sequence[str]) -> Vectors:
        """Return one row for each sentence, in order."""
