"""Onward with a listener and a voice that are made up, for tests of the studio's pages.

`python -m tests.browser.studio serve` is `onward serve` with both in place; with
STUDIO=silent in the environment nothing hears or speaks, as where none is installed,
and with STUDIO=real whatever is installed does.
"""

import io
import os
import wave
from collections.abc import Iterator
from itertools import chain, repeat

from onward import wiring
from onward.adapters.transcription.silent import SilentTranscriber as DeafOne
from onward.adapters.voice.silent import SilentVoice as MuteOne
from onward.cli.main import main
from onward.domain.speech.heard import Filler, Heard, Stretch, Word
from onward.ports.transcription import SAMPLE_RATE, Listening, SoFar

MISSING = "Nothing that turns speech into words is installed."
FIRST = (
    "At the hospice shop the Saturday figures never matched the till and nobody knew "
    "why. So I made a sheet where we wrote each refund as it happened, and I showed "
    "the other volunteers how to use it."
)
SECOND = (
    "At the hospice shop the Saturday figures never matched the till. I made a sheet "
    "for refunds and showed six volunteers how to use it. The difference fell from 40 "
    "pounds a week to under 2 within a month, and I learned to ask who counts."
)
_FILLER_AFTER = 6
_PAUSE_SECONDS = 3.5


def _scripts() -> Iterator[str]:
    return chain([FIRST], repeat(SECOND))


class Scripted:
    """Hears one answer first and a fuller one ever after, whatever is said."""

    missing = ""

    def __init__(self) -> None:
        self._scripts = _scripts()

    def listen(self, **_how: bool) -> Listening:
        """Begin a recording."""
        return _Reading(next(self._scripts))


class _Reading:
    def __init__(self, script: str) -> None:
        self._script = script
        self._bytes = 0

    def feed(self, pcm: bytes) -> None:
        """Count the sound."""
        self._bytes += len(pcm)

    def so_far(self) -> SoFar:
        """Return two words for each second."""
        heard = self._words(2 * self._bytes // 2 // SAMPLE_RATE)
        return SoFar(heard[:-1], heard[-1].text if heard else "")

    def finish(self) -> Heard:
        """Return the whole answer, spread over as long as it took."""
        words = self._words(len(self._script.split()))
        at = words[_FILLER_AFTER].end
        filler = Filler("um", at, at + 0.05, sure=len(words) % 2 == 0)
        speech = (
            Stretch(words[0].start, words[9].end),
            Stretch(words[9].end + _PAUSE_SECONDS, words[-1].end),
        )
        seconds = self._bytes / 2 / SAMPLE_RATE
        return Heard(seconds, "en", words, (filler,), speech)

    def stop(self) -> None:
        """Forget the sound."""

    def _words(self, count: int) -> tuple[Word, ...]:
        texts = self._script.split()[:count]
        each = self._bytes / 2 / SAMPLE_RATE / (len(self._script.split()) + 1)
        return tuple(
            Word(text, each * n, each * (n + 0.8)) for n, text in enumerate(texts)
        )


class Tone:
    """Says every question as half a second of quiet."""

    missing = ""

    def say(self, _text: str, **_how: int) -> bytes:
        """Return a WAV file."""
        told = io.BytesIO()
        with wave.open(told, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(SAMPLE_RATE)
            file.writeframes(b"\x00\x00" * (SAMPLE_RATE // 2))
        return told.getvalue()


def _put_doubles_in_place() -> None:
    studio = os.environ.get("STUDIO")
    if studio == "real":
        return
    is_silent = studio == "silent"
    listener = DeafOne(MISSING) if is_silent else Scripted()
    voice = MuteOne() if is_silent else Tone()
    vars(wiring).update(transcriber=lambda: listener, voice=lambda: voice)


if __name__ == "__main__":
    _put_doubles_in_place()
    main()
