"""First guesses at what is being said, again and again while it is.

A guess costs the more the longer the sound is. So what lies before a breath is guessed
at once and held, and then only what came since. The words that count come later, from
the whole chunk: no guess is built on.
"""

from typing import Protocol

import numpy as np
import numpy.typing as npt

from onward.adapters.transcription.chunks import Chunk, Cutter

Floats = npt.NDArray[np.float32]

_SHORTEST = 0.5  # seconds of sound; below, there is nothing to guess at
# What is held ends at the first breath after so long, or where there must be an end.
_HELD, _HELD_AT_MOST = 3.0, 7.0
# So long after the last sound a guess cannot get any better.
_OVER = 0.3


class Guesser(Protocol):
    """What turns a stretch of sound into a first guess; see `whisper.Whisper`."""

    def glimpsed(self, samples: Floats) -> object:
        """Return what the model sees of a stretch at a glimpse."""

    def language(self, seen: object, /) -> str:
        """Return the likeliest language."""

    def quickly(self, seen: object, seconds: float, language: str, /) -> str:
        """Return a first guess at the words, for little work."""


class Guesses:
    """The guesses at what is in no chunk yet."""

    def __init__(self, guesser: Guesser) -> None:
        self._guesser = guesser
        self._chunk_start, self._from = 0.0, 0.0
        self._held: list[str] = []
        self._newest = ""
        self._final_for: float | None = None

    def at(self, cutter: Cutter, language: str) -> str:
        """Return a guess at what the cutter has not given yet."""
        if cutter.start != self._chunk_start:
            self._forget(cutter.start)
        until = cutter.break_between(self._from + _HELD, self._from + _HELD_AT_MOST)
        if until is not None:
            self._held.append(self._guess(cutter.waiting(self._from, until), language))
            self._from, self._newest, self._final_for = until, "", None
        self._look_at(cutter.waiting(self._from), language)
        return " ".join(filter(None, [*self._held, self._newest]))

    def _look_at(self, newest: Chunk, language: str) -> None:
        """Guess at the newest sound, unless it was silent since the last guess."""
        is_over = newest.seconds - newest.spoken_until >= _OVER
        if not (is_over and newest.spoken_until == self._final_for):
            self._newest = self._guess(newest, language)
        self._final_for = newest.spoken_until if is_over else None

    def _guess(self, chunk: Chunk, language: str) -> str:
        if chunk.seconds < _SHORTEST or chunk.spoken_until == 0:
            return ""
        seen = self._guesser.glimpsed(chunk.samples)
        language = language or self._guesser.language(seen)
        return self._guesser.quickly(seen, chunk.seconds, language).strip()

    def _forget(self, chunk_start: float) -> None:
        self._chunk_start, self._from = chunk_start, 0.0
        self._held, self._newest, self._final_for = [], "", None
