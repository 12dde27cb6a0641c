"""Listens to one recording in this process: chunk by chunk, then what is left."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol

import numpy as np
import numpy.typing as npt

from onward.adapters.transcription.chunks import Chunk, Cutter
from onward.adapters.transcription.guessing import Guesser, Guesses
from onward.adapters.voice_activity.detector import speech_in
from onward.domain.speech.fillers import fillers_in, without_fillers
from onward.domain.speech.heard import Filler, Heard, Stretch, Word
from onward.domain.speech.level import sound_of
from onward.domain.speech.pitch import pitch_track, semitone_spread

Floats = npt.NDArray[np.float32]

RATE = 16_000
_FULL_SCALE = 32_768.0
ENGLISH = "en"
# Its times come early by so much (median over hand-made times).
_LATE_BY = 0.07
_TRIES, _UNHEARD, _BREATH = 3, 1.0, 0.1
_MOMENT = 0.12
_NEAR = 0.25  # a word this near to where speech begins, begins there


class Recogniser(Guesser, Protocol):
    """What turns a chunk of sound into words; see `whisper.Whisper`."""

    def seen(self, samples: Floats) -> object:
        """Return what the model sees of a chunk."""

    def words(self, seen: object, seconds: float, language: str, /) -> tuple[Word, ...]:
        """Return the words, with times from the start of the chunk."""

    def with_fillers(
        self, seen: object, seconds: float, language: str, /
    ) -> tuple[Word, ...]:
        """Return the words of a pass that writes fillers down."""


@dataclass(frozen=True, slots=True)
class Passes:
    """The words of a chunk in both passes, and up to where it was spoken."""

    start: float
    spoken_until: float
    plain: tuple[Word, ...]
    prompted: tuple[Word, ...]


class Hearing:
    """One recording; without a recogniser only speech, silence and sound are heard."""

    def __init__(
        self, recogniser: Recogniser | None = None, *, missing: str = ""
    ) -> None:
        self._recogniser = recogniser
        self._missing = missing
        self._cutter = Cutter()
        self._tracks: list[Floats] = []
        self._language = ""
        self.plain: list[Word] = []
        self._prompted: list[Word] = []
        self._ahead: Passes | None = None
        self._guesses = Guesses(recogniser) if recogniser else None

    def feed(self, pcm: bytes) -> None:
        """Take samples (16 bits, one channel) and work on what became whole."""
        for chunk in self._cutter.take(samples_in(pcm)):
            self._hear(chunk)

    def look_ahead(self) -> None:
        """Hear what is left if somebody stopped speaking: the answer may be over.

        If they go on, that was for nothing; if not, it is done when they say so.
        """
        chunk = self._cutter.fallen_silent()
        if chunk is not None and not self._is_ahead(chunk):
            self._ahead = self._passes(chunk)

    def guess(self) -> str:
        """Return a guess at the words not settled yet."""
        chunk = self._cutter.fallen_silent()
        if chunk is not None and self._ahead is not None and self._is_ahead(chunk):
            return " ".join(word.text for word in self._ahead.plain)
        if self._guesses is None:
            return ""
        return self._guesses.at(self._cutter, self._language)

    def finish(self) -> Heard:
        """Work on what is left, and return all that was heard."""
        for chunk in self._cutter.rest():
            self._hear(chunk)
        samples = self._cutter.all_samples()
        speech = speech_in(samples)
        track = np.concatenate(self._tracks) if self._tracks else samples[:0]
        words, fillers = self._settled(speech)
        return Heard(
            seconds=len(samples) / RATE,
            language=self._language,
            words=words,
            fillers=fillers,
            speech=speech,
            sound=sound_of(samples, speech, semitone_spread(track)),
            missing=self._missing,
        )

    def _hear(self, chunk: Chunk) -> None:
        self._tracks.append(pitch_track(chunk.samples))
        ahead, self._ahead = self._ahead, None
        passes = ahead if ahead and _is_of(ahead, chunk) else self._passes(chunk)
        self.plain += passes.plain
        self._prompted += passes.prompted

    def _is_ahead(self, chunk: Chunk) -> bool:
        return self._ahead is not None and _is_of(self._ahead, chunk)

    def _passes(self, chunk: Chunk) -> Passes:
        """Return the words of a chunk in both passes.

        The recogniser sometimes stops before the sound does; then the rest is asked.
        """
        plain: list[Word] = []
        prompted: list[Word] = []
        done = 0.0
        for _ in range(_TRIES):
            if self._recogniser is None or chunk.spoken_until - done < _UNHEARD:
                break
            told = self._told(self._recogniser, chunk, done)
            plain += _moved(told[0], chunk.start + done)
            prompted += _moved(told[1], chunk.start + done)
            if not told[0]:
                break
            left = chunk.seconds - done
            done += min(told[0][-1].end, left) + _BREATH
        return Passes(chunk.start, chunk.spoken_until, tuple(plain), tuple(prompted))

    def _told(
        self, recogniser: Recogniser, chunk: Chunk, done: float
    ) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
        """Return both passes over a chunk from somewhere on."""
        samples = chunk.samples[int(done * RATE) :]
        seen = recogniser.seen(samples)
        self._language = self._language or recogniser.language(seen)
        seconds = len(samples) / RATE
        plain = recogniser.words(seen, seconds, self._language)
        if self._language != ENGLISH:
            return plain, ()
        seen = recogniser.glimpsed(samples)
        return plain, recogniser.with_fillers(seen, seconds, ENGLISH)

    def _settled(
        self, speech: tuple[Stretch, ...]
    ) -> tuple[tuple[Word, ...], tuple[Filler, ...]]:
        """Return words and fillers, with times set by where speech begins."""
        plain = _snapped(self.plain, speech)
        prompted = _snapped(self._prompted, speech)
        fillers = fillers_in(plain, prompted, speech, self._language)
        return without_fillers(plain, self._language), fillers


def _is_of(passes: Passes, chunk: Chunk) -> bool:
    """Whether these are the words of a chunk: from where on, and up to where."""
    same = (chunk.start, chunk.spoken_until)
    return (passes.start, passes.spoken_until) == same


def samples_in(pcm: bytes) -> Floats:
    """Return 16-bit samples as numbers between -1 and 1."""
    whole = pcm[: len(pcm) // 2 * 2]
    return np.frombuffer(whole, "<i2").astype(np.float32) / _FULL_SCALE


def pcm_of(samples: Floats) -> bytes:
    """Return numbers between -1 and 1 as 16-bit samples."""
    scaled = np.clip(samples * _FULL_SCALE, -_FULL_SCALE, _FULL_SCALE - 1)
    return bytes(scaled.astype("<i2").tobytes())


def _moved(words: Iterable[Word], seconds: float) -> list[Word]:
    return [
        replace(word, start=word.start + seconds, end=word.end + seconds)
        for word in words
    ]


def _snapped(words: Iterable[Word], speech: tuple[Stretch, ...]) -> tuple[Word, ...]:
    """Return the words, none before the one before it, and none in a silence."""
    found: list[Word] = []
    for word in words:
        start = _start(word.start + _LATE_BY, speech)
        start = _after_a_silence(start, word.end + _LATE_BY, speech)
        end = _end(max(word.end + _LATE_BY, start), start, speech)
        if found and found[-1].end > start:
            start = max(start, found[-1].start)
            found[-1] = replace(found[-1], end=max(found[-1].start, start))
        found.append(replace(word, start=start, end=max(start, end)))
    return tuple(found)


def _start(at: float, speech: tuple[Stretch, ...]) -> float:
    for one in speech:
        if abs(one.start - at) <= _NEAR and at < one.end:
            return max(at, one.start)
        if one.start <= at < one.end:
            return at
        if at < one.start:
            return one.start
    return at


def _after_a_silence(start: float, end: float, speech: tuple[Stretch, ...]) -> float:
    """Return where a word begins that lasts beyond the silence it seems to lie before.

    What was said before has already ended there, all but a moment of it.
    """
    for one, following in pairwise(speech):
        if one.start <= start < one.end:
            is_over = one.end - start < _MOMENT
            goes_on = end - following.start > _MOMENT
            return following.start if is_over and goes_on else start
    return start


def _end(at: float, start: float, speech: tuple[Stretch, ...]) -> float:
    for one in speech:
        if one.start <= start < one.end:
            return min(at, one.end)
    return at
