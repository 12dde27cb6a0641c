"""Reads letters with a small encoder: what each piece of them adds to each meaning.

The layers are those of BERT, in plain arrays: the weights rest as whole numbers and
become fractions one layer at a time, so that memory holds no more than it must.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onward.domain.mail.encoder_weights import (
    HEADS,
    EncoderWeights,
    Line,
    Norm,
    shipped_encoder,
)
from onward.domain.mail.encoder_words import Pieces
from onward.domain.mail.meaning import Letter
from onward.domain.mail.meaning_weights import Floats

# Pieces read together; more would only need more memory.
_BATCH = 1_024
_TINY = 1e-12
_ROOT, _CUBE = 0.7978846, 0.044715


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
    """Return what the encoder says of each letter, in order."""
    if not pieces:
        return []
    used = weights or shipped_encoder()
    return [found for batch in _batches(pieces) for found in _encoded(batch, used)]


def _batches(pieces: Sequence[Pieces]) -> Iterator[list[Pieces]]:
    batch: list[Pieces] = []
    held = 0
    for item in pieces:
        if held + len(item.ids) > _BATCH and batch:
            yield batch
            batch, held = [], 0
        batch.append(item)
        held += len(item.ids)
    if batch:
        yield batch


def _encoded(batch: Sequence[Pieces], weights: EncoderWeights) -> Iterator[Encoded]:
    """Read letters laid end to end: only looking about needs to know their ends."""
    ends = np.cumsum([len(item.ids) for item in batch])
    states = _states(batch, weights)
    for layer in weights.layers:
        seen = _look_about(_line(states, layer.look), ends)
        states = _norm(states + _line(seen, layer.out), layer.first_norm)
        further = _line(_gelu(_line(states, layer.wide)), layer.narrow)
        states = _norm(states + further, layer.second_norm)
    heads = _line(states, weights.heads)
    each = np.split(heads, ends[:-1])
    for item, rows in zip(batch, each, strict=True):
        adds = _adds(rows)
        yield Encoded(adds.sum(axis=0), adds, item.starts)


def _states(batch: Sequence[Pieces], weights: EncoderWeights) -> Floats:
    ids = np.concatenate([item.ids for item in batch])
    places = np.concatenate([np.arange(len(item.ids)) for item in batch])
    words = weights.words[ids] * weights.words_step[ids][:, None]
    return _norm(words + weights.places[places], weights.norm)


def _line(states: Floats, line: Line) -> Floats:
    return np.asarray(states @ line.whole.astype(np.float32) * line.step + line.bias)


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


def _look_about(looked: Floats, ends: npt.NDArray[np.int64]) -> Floats:
    """Let the pieces of each letter look at each other, with several heads."""
    return np.vstack([_looked(part) for part in np.split(looked, ends[:-1])])


def _looked(part: Floats) -> Floats:
    length, width = len(part), part.shape[1] // 3
    query, key, value = part.reshape(length, 3, HEADS, -1).transpose(1, 2, 0, 3)
    near = query @ key.transpose(0, 2, 1) / np.float32(np.sqrt(width / HEADS))
    return np.asarray((_shares(near) @ value).transpose(1, 0, 2).reshape(length, width))


def _shares(near: Floats, axis: int = -1) -> Floats:
    raised = np.exp(near - near.max(axis=axis, keepdims=True))
    return np.asarray(raised / raised.sum(axis=axis, keepdims=True))


def _adds(heads: Floats) -> Floats:
    """Return what each piece adds: what it says evenly, and by how much it decides."""
    wide = (heads.shape[1] - 1) // 2
    evenly, weighted, decides = np.split(heads, [wide, 2 * wide], axis=1)
    return np.asarray(evenly / len(heads) + weighted * _shares(decides, axis=0))
