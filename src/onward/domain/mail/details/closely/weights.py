"""What teaching the close reader left behind, read on first use.

Words and the two lowest layers are those of the mail encoder, which rest whenever that
is taught anew; the layers above were taught details by `tools.train_close_reader`.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from onward.domain.mail.encoder.weights import Layer, Line, layer_from, line_from
from onward.domain.mail.meaning.weights import Floats
from onward.domain.mail.stored import Stored, arrays_in

# So many of the encoder's layers are shared.
SHARED = 2
FOLDER = files("onward.domain.mail") / "weights" / "close-reader"


@dataclass(frozen=True, slots=True)
class CloseWeights:
    """The layers above the shared ones, and what is made of the last one's states.

    `marks` has a row for each look of a piece (`windows.LOOKS`). `tags` tells what a
    piece is of a name, `decides` how much it counts for the stage and for an agency,
    which `stages` and `agency` tell of a letter as a whole.
    """

    marks: Floats
    layers: tuple[Layer, ...]
    tags: Line
    decides: Line
    stages: Line
    agency: Line


@cache
def shipped_close_weights() -> CloseWeights:
    """Return the weights inside the package."""
    return close_weights_from(arrays_in(FOLDER / "layers.npz"))


def close_weights_from(stored: Stored) -> CloseWeights:
    """Return the weights from the arrays as they are stored."""
    layers = sum(name.endswith(".look") for name in stored)
    return CloseWeights(
        marks=np.asarray(stored["marks"], np.float32),
        layers=tuple(layer_from(stored, place) for place in range(layers)),
        tags=line_from(stored, "tags"),
        decides=line_from(stored, "decides"),
        stages=line_from(stored, "stages"),
        agency=line_from(stored, "agency"),
    )
