"""Listens with Whisper, in a process of its own that ends when it is idle."""

from collections.abc import Callable
from pathlib import Path

from onward.adapters.companions.process import (
    IDLE_SECONDS,
    Companion,
    CompanionGoneError,
    Idle,
)
from onward.adapters.transcription import frames
from onward.domain.speech.heard import Heard
from onward.ports.transcription import SoFar

_MODULE = "onward.adapters.transcription.listener"


class WhisperTranscriber:
    """Begins recordings; each gets the idle process, or a new one."""

    missing = ""

    def __init__(
        self, folder: Callable[[], Path], *, idle_seconds: float = IDLE_SECONDS
    ) -> None:
        """Take what finds the model's folder, and checks it, when it is needed."""
        self._idle = Idle(lambda: Companion(_MODULE, [str(folder())]), idle_seconds)

    def listen(self, *, live: bool = False) -> "WhisperListening":
        """Begin a recording."""
        companion = self._idle.take()
        companion.send(frames.BEGIN, frames.LIVE if live else b"")
        return WhisperListening(companion, self._idle.keep)

    def unload(self) -> None:
        """End the idle process, if there is one."""
        self._idle.unload()


class WhisperListening:
    """One recording, listened to elsewhere."""

    def __init__(self, companion: Companion, keep: Callable[[Companion], None]) -> None:
        self._companion: Companion | None = companion
        self._keep = keep

    def feed(self, pcm: bytes) -> None:
        """Take the next samples and return at once."""
        if self._companion:
            self._companion.send(frames.FEED, pcm)

    def so_far(self) -> SoFar:
        """Return what has been heard until now, without waiting for more."""
        if self._companion is None:
            return SoFar()
        self._companion.send(frames.ASK)
        return frames.so_far(self._companion.answer(frames.SO_FAR))

    def finish(self) -> Heard:
        """Wait for the rest, and return all that was heard."""
        companion, self._companion = self._companion, None
        if companion is None:
            raise CompanionGoneError
        companion.send(frames.FINISH)
        found = frames.heard(companion.answer(frames.HEARD))
        self._keep(companion)
        return found

    def stop(self) -> None:
        """Drop everything."""
        companion, self._companion = self._companion, None
        if companion:
            companion.end()
