"""The voice of hibari-tts, in a process of its own that ends when it is idle."""

from onward.adapters.companions.process import IDLE_SECONDS, Companion, Idle
from onward.adapters.voice.frames import SAID, SAY, SPEAKERS

_MODULE = "onward.adapters.voice.speaker"
_LONGEST = 2_000  # letters; a question is shorter


class HibariVoice:
    """Says questions aloud."""

    missing = ""

    def __init__(self, *, idle_seconds: float = IDLE_SECONDS) -> None:
        self._idle = Idle(lambda: Companion(_MODULE), idle_seconds)

    def say(self, text: str, *, speaker: int = 0) -> bytes:
        """Return a WAV file; empty where there is nothing to say."""
        if not text.strip():
            return b""
        companion = self._idle.take()
        number = bytes([speaker % len(SPEAKERS)])
        companion.send(SAY, number + text[:_LONGEST].encode())
        found = companion.answer(SAID)
        self._idle.keep(companion)
        return found

    def unload(self) -> None:
        """End the idle process, if there is one."""
        self._idle.unload()
