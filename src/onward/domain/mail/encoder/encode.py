"""Reads letters with a small encoder: what each piece of them adds to each meaning.

The layers are those of BERT, in plain arrays: the weights rest as whole numbers and
become fractions one layer at a time, so that memory holds no more than it must.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from onward.domain.mail.encoder.weights import (
    HEADS,
    EncoderWeights,
    Layer,
    Line,
    Norm,
    shipped_encoder,
)
from onward.domain.mail.encoder.words import Pieces
from onward.domain.mail.meaning.scores import Letter
from onward.domain.mail.meaning.weights import Floats

_TINY = 1e-12
_ROOT, _CUBE = 0.7978846, 0.044715
# Letters that are led through a layer one after the other; their states take 5 MB.
_TOGETHER = 16


@dataclass(frozen=True, slots=True)
class Encoded:
    """What the encoder says of a letter, in the order of `MEANINGS`, in log-odds.

    `adds` has one row a piece, and the rows add up to `log_odds`; `starts` tells where
    in the letter's text each piece begins, or -1.
    """

    log_odds: Floats
    adds: Floats
    starts: tuple[int, ...]


def pieces_of(
    letters: Sequence[Letter], weights: EncoderWeights | None = None
) -> list[Pieces]:
    """Return the letters cut into the pieces that the encoder reads."""
    vocabulary = (weights or shipped_encoder()).vocabulary
    return [vocabulary.pieces_of(letter) for letter in letters]


def encode(
    pieces: Sequence[Pieces], weights: EncoderWeights | None = None
) -> list[Encoded]:
    """Return what the encoder says of each letter, in order.

    Each letter is read alone: sums of other lengths are rounded otherwise, and the
    same letter must get the same answer whatever it arrived with. Only the making of
    fractions, a third of the time of a short letter, is shared by several.
    """
    if not pieces:
        return []
    used = weights or shipped_encoder()
    rows = [
        pieces[first : first + _TOGETHER] for first in range(0, len(pieces), _TOGETHER)
    ]
    return [encoded for some in rows for encoded in _encoded(some, used)]


def states_of(item: Pieces, weights: EncoderWeights) -> Floats:
    """Return what the layers make of each piece, one row for each."""
    *_, states = states_by_layer(item, weights)
    return states


def states_by_layer(item: Pieces, weights: EncoderWeights) -> Iterator[Floats]:
    """Yield what each layer in turn makes of each piece, one row for each."""
    states = embedded(item.ids, weights)
    for layer in weights.layers:
        states = through(states, layer)
        yield states


def _encoded(items: Sequence[Pieces], weights: EncoderWeights) -> Iterator[Encoded]:
    states = [embedded(item.ids, weights) for item in items]
    for layer in weights.layers:
        ready = _in_fractions(layer)
        states = [through(each, ready) for each in states]
    for item, each in zip(items, states, strict=True):
        adds = _adds(mapped(each, weights.heads))
        yield Encoded(adds.sum(axis=0), adds, item.starts)


def through(states: Floats, layer: Layer) -> Floats:
    """Return what a layer makes of the pieces, each looking at the others first."""
    seen = _look_about(mapped(states, layer.look))
    states = _norm(states + mapped(seen, layer.out), layer.first_norm)
    further = mapped(_gelu(mapped(states, layer.wide)), layer.narrow)
    return _norm(states + further, layer.second_norm)


def _in_fractions(layer: Layer) -> Layer:
    lines = {name: getattr(layer, name) for name in ("look", "out", "wide", "narrow")}
    made = {n: replace(line, whole=_fractions(line)) for n, line in lines.items()}
    return replace(layer, **made)


def _fractions(line: Line) -> Floats:
    return line.whole.astype(np.float32, copy=False)


def embedded(numbers: Sequence[int], weights: EncoderWeights) -> Floats:
    """Return the states that pieces begin with, told by their numbers."""
    ids = np.array(numbers)
    words = weights.words[ids] * weights.words_step[ids][:, None]
    return _norm(words + weights.places[: len(ids)], weights.norm)


def mapped(states: Floats, line: Line) -> Floats:
    """Return states led through a linear map."""
    return np.asarray(states @ _fractions(line) * line.step + line.bias)


def _norm(states: Floats, norm: Norm) -> Floats:
    states = states - states.mean(axis=1, keepdims=True)
    spread = np.sqrt((states * states).mean(axis=1, keepdims=True) + _TINY)
    return np.asarray(states / spread * norm.weight + norm.bias)


def _gelu(states: Floats) -> Floats:
    """Bend the states as BERT does, in one array: this is where memory peaks."""
    bent = states * states
    bent *= _CUBE
    bent += 1
    bent *= states
    bent *= _ROOT
    np.tanh(bent, out=bent)
    bent += 1
    bent *= states
    bent *= 0.5
    return bent


def _look_about(looked: Floats) -> Floats:
    """Let the pieces of a letter look at each other, with several heads."""
    length, width = len(looked), looked.shape[1] // 3
    query, key, value = looked.reshape(length, 3, HEADS, -1).transpose(1, 2, 0, 3)
    near = query @ key.transpose(0, 2, 1) / np.float32(np.sqrt(width / HEADS))
    return np.asarray((shares(near) @ value).transpose(1, 0, 2).reshape(length, width))


def shares(near: Floats, axis: int = -1) -> Floats:
    """Return log-odds as shares that add up to one (softmax)."""
    raised = np.exp(near - near.max(axis=axis, keepdims=True))
    return np.asarray(raised / raised.sum(axis=axis, keepdims=True))


def _adds(heads: Floats) -> Floats:
    """Return what each piece adds: what it says evenly, and by how much it decides."""
    wide = (heads.shape[1] - 1) // 2
    evenly, weighted, decides = np.split(heads, [wide, 2 * wide], axis=1)
    return np.asarray(evenly / len(heads) + weighted * shares(decides, axis=0))
