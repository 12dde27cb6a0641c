"""Where nothing can turn speech into words: sound is timed, and kept elsewhere."""

from onward.domain.speech.heard import Heard
from onward.ports.transcription import SAMPLE_RATE, Listening, SoFar

_SAMPLE_BYTES = 2


class Silent:
    """Hears how long a recording is, and no words; says why."""

    def __init__(self, missing: str) -> None:
        self._missing = missing

    @property
    def missing(self) -> str:
        """One plain sentence why there will be no words."""
        return self._missing

    def listen(self, *, live: bool = False) -> Listening:  # noqa: ARG002 - no words, live or not
        """Begin a recording."""
        return _Timed(self._missing)


class _Timed:
    def __init__(self, missing: str) -> None:
        self._missing = missing
        self._bytes = 0

    def feed(self, pcm: bytes) -> None:
        """Count the next samples."""
        self._bytes += len(pcm)

    def so_far(self) -> SoFar:
        """Return no words."""
        return SoFar()

    def finish(self) -> Heard:
        """Return how long it was."""
        seconds = self._bytes / _SAMPLE_BYTES / SAMPLE_RATE
        return Heard(seconds, missing=self._missing)

    def stop(self) -> None:
        """Drop the count."""
        self._bytes = 0
