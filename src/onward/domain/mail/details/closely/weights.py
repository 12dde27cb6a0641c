"""What teaching the close reader left behind, read on first use.

Words and the lowest layers are those of the mail encoder of its language, which rest
whenever that is taught anew; the layers above were taught details by
`tools.train_close_reader`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np

from onward.domain.mail.encoder.weights import Layer, Line, layer_from, line_from
from onward.domain.mail.language import Language
from onward.domain.mail.meaning.weights import Floats
from onward.domain.mail.stored import Stored, arrays_in

# The languages whose mail can be read closely, and so many of the encoder's layers are
# shared: those that rest when it is taught further.
SHARED: Mapping[Language, int] = {"en": 2, "de": 4}
FOLDERS: Mapping[Language, str] = {"en": "close-reader", "de": "close-reader-german"}


@dataclass(frozen=True, slots=True)
class CloseWeights:
    """The layers above the shared ones, and what is made of the last one's states.

    `shared` is how many layers of the encoder come first.
    `marks` has a row for each look of a piece (`windows.LOOKS`). `tags` tells what a
    piece is of a name, `decides` how much it counts for the stage and for an agency,
    which `stages` and `agency` tell of a letter as a whole.
    """

    shared: int
    marks: Floats
    layers: tuple[Layer, ...]
    tags: Line
    decides: Line
    stages: Line
    agency: Line


def folder_of(language: Language) -> Traversable:
    """Return where inside the package the weights of a language are."""
    return files("onward.domain.mail") / "weights" / FOLDERS[language]


@cache
def shipped_close_weights(language: Language = "en") -> CloseWeights:
    """Return the weights inside the package."""
    stored = arrays_in(folder_of(language) / "layers.npz")
    return close_weights_from(stored, SHARED[language])


def close_weights_from(stored: Stored, shared: int) -> CloseWeights:
    """Return the weights from the arrays as they are stored."""
    layers = sum(name.endswith(".look") for name in stored)
    return CloseWeights(
        shared=shared,
        marks=np.asarray(stored["marks"], np.float32),
        layers=tuple(layer_from(stored, place) for place in range(layers)),
        tags=line_from(stored, "tags"),
        decides=line_from(stored, "decides"),
        stages=line_from(stored, "stages"),
        agency=line_from(stored, "agency"),
    )
