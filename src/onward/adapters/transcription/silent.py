"""Listens without recognising words: speech, silence and sound only."""

from onward.adapters.transcription.hearing import Hearing
from onward.domain.speech.heard import Heard
from onward.ports.transcription import SoFar


class SilentTranscriber:
    """Stands in where recognition is not installed, and says what is missing."""

    def __init__(self, missing: str) -> None:
        self._missing = missing

    @property
    def missing(self) -> str:
        """One plain sentence why there will be no words."""
        return self._missing

    def listen(self, *, live: bool = False) -> "SilentListening":  # noqa: ARG002 - there are no words to guess
        """Begin a recording."""
        return SilentListening(self._missing)


class SilentListening:
    """One recording; its pauses and its sound are measured when it ends."""

    def __init__(self, missing: str) -> None:
        self._hearing = Hearing(missing=missing)

    def feed(self, pcm: bytes) -> None:
        """Take the next samples."""
        self._hearing.feed(pcm)

    def so_far(self) -> SoFar:
        """Return that there are no words."""
        return SoFar()

    def finish(self) -> Heard:
        """Return the measures that need no words."""
        return self._hearing.finish()

    def stop(self) -> None:
        """Drop everything."""
        self._hearing = Hearing()
