"""Reads feedback with a small encoder, in numpy, out of what comes with Onward.

Its lower layers are those that compare sentences. The layers above them, taught with
feedback, and the head lie beside this module.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np
import numpy.typing as npt

from onward.adapters.embedding.minilm import sentence_encoder
from onward.adapters.encoding.windows import windows_in
from onward.domain.feedback.encoded import Encoded
from onward.domain.feedback.weights import NOTHING
from onward.domain.mail.encoder.encode import states_of
from onward.domain.mail.encoder.weights import EncoderWeights, layer_from

Floats = npt.NDArray[np.float32]
# The columns of the head: kinds and no note, then whether a point begins, then each
# behaviour and none.
KINDS, BEGINS = NOTHING + 1, NOTHING + 2
_AS_THEY_CAME = 4


@dataclass(frozen=True, slots=True)
class FeedbackWeights:
    """The layers and the head that the encoder's training left behind."""

    layers: EncoderWeights
    head: Floats
    bias: Floats


class SmallEncoder:
    """Reads feedback piece by piece; English alone."""

    def __init__(self, weights: FeedbackWeights | None = None) -> None:
        self._weights = weights

    def encoded(self, text: str) -> Encoded:
        """Return a row for each piece of the text that was read."""
        used = self._weights or shipped_feedback_weights()
        starts: list[int] = []
        rows = [np.zeros((0, len(used.bias)), np.float32)]
        for window in windows_in(text, used.layers.vocabulary):
            said = states_of(window.pieces, used.layers) @ used.head + used.bias
            of_text = [
                place
                for place in range(window.own, len(said))
                if window.pieces.starts[place] >= 0
            ]
            starts += [window.pieces.starts[place] for place in of_text]
            rows.append(np.asarray(said[of_text], dtype=np.float32))
        said = np.concatenate(rows)
        return Encoded(
            tuple(starts),
            _logs(said[:, :KINDS]),
            said[:, KINDS],
            _logs(said[:, BEGINS:]),
        )


@cache
def shipped_feedback_weights() -> FeedbackWeights:
    """Return the weights inside the package, read on first use."""
    return feedback_weights_in(files(__package__) / "weights")


def feedback_weights_in(folder: Traversable) -> FeedbackWeights:
    """Return the weights that a folder holds."""
    with (folder / "feedback.npz").open("rb") as stored:
        return feedback_weights_from(dict(np.load(stored, allow_pickle=False)))


def feedback_weights_from(
    stored: Mapping[str, npt.NDArray[np.generic]],
) -> FeedbackWeights:
    """Return the weights for the arrays as they are stored."""
    lower = sentence_encoder()
    taught = sum(name.endswith(".look") for name in stored)
    layers = (layer_from(stored, place) for place in range(taught))
    return FeedbackWeights(
        replace(lower, layers=(*lower.layers[:_AS_THEY_CAME], *layers)),
        np.asarray(stored["head"], dtype=np.float32),
        np.asarray(stored["head.bias"], dtype=np.float32),
    )


def _logs(said: Floats) -> Floats:
    """Return the logarithms of the chances that log-odds stand for."""
    if not len(said):
        return said
    said = said - said.max(axis=1, keepdims=True)
    return np.asarray(said - np.log(np.exp(said).sum(axis=1, keepdims=True)))
