"""Sentence meanings by all-MiniLM-L6-v2, in numpy, out of what comes with Onward.

The mail encoder holds that model's pieces of words and its lowest two layers as they
came; the upper layers, which it changed for mail, lie beside this module.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from onward.domain.mail.encoder.encode import states_of
from onward.domain.mail.encoder.weights import (
    EncoderWeights,
    layer_from,
    shipped_encoder,
)

Vectors = npt.NDArray[np.float32]
_LOWEST, _UPPER = 2, 4
# A criterion or a line of a card is seldom longer; what is, is cut.
_MOST_PIECES = 96
# What was said lately is often asked again: a page shows all criteria beside all cards.
_REMEMBERED = 1_024


class MiniLm:
    """Turns sentences into vectors with the shipped layers; English alone."""

    name = "all-MiniLM-L6-v2"

    def vectors_of(self, sentences: Sequence[str]) -> Vectors:
        """Return one row for each sentence, in order."""
        return np.array([_vector(each) for each in sentences], dtype=np.float32)


@lru_cache(maxsize=_REMEMBERED)
def _vector(sentence: str) -> Vectors:
    """Return the mean of what the layers make of each piece, at length one."""
    weights = sentence_encoder()
    pieces = weights.vocabulary.sentence(sentence, _MOST_PIECES)
    mean = states_of(pieces, weights).mean(axis=0)
    return np.asarray(mean / np.sqrt(mean @ mean), dtype=np.float32)


@cache
def sentence_encoder() -> EncoderWeights:
    """Return the encoder with the upper layers as they came, read on first use."""
    mail = shipped_encoder()
    with files(__package__).joinpath("weights/upper.npz").open("rb") as stored:
        arrays = dict(np.load(stored, allow_pickle=False))
    upper = tuple(layer_from(arrays, place) for place in range(_UPPER))
    return replace(mail, layers=(*mail.layers[:_LOWEST], *upper))
