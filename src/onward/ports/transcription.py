"""Anything that turns speech into words, while it is spoken."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from onward.domain.speech.heard import Heard, Word

# What a recording is fed as: 16-bit little-endian samples, one channel, at this rate.
SAMPLE_RATE = 16_000


@dataclass(frozen=True, slots=True)
class SoFar:
    """What has been heard until now: settled words, and a guess at the newest ones."""

    words: tuple[Word, ...] = ()
    guess: str = ""


class Listening(Protocol):
    """One recording being listened to; use it from one thread at a time."""

    def feed(self, pcm: bytes) -> None:
        """Take the next samples and return at once; the work is done elsewhere."""

    def so_far(self) -> SoFar:
        """Return what has been heard; a guess only when listening began `live`."""

    def finish(self) -> Heard:
        """Wait for the rest to be heard and return all of it; ends the listening."""

    def stop(self) -> None:
        """Drop everything; stopping twice is no fault."""


class Transcriber(Protocol):
    """Anything that listens. Loaded when first used, and unloaded when idle."""

    @property
    def missing(self) -> str:
        """One plain sentence why there will be no words; empty when there will be."""

    def listen(self, *, live: bool = False) -> Listening:
        """Begin a recording; `live` also guesses at words as they are spoken."""


class SpeechModel(Protocol):
    """The weights that recognition needs: on this machine, or fetched by consent."""

    @property
    def is_there(self) -> bool:
        """Whether the weights are on this machine, whole and of the pinned hash."""

    @property
    def may_be_fetched(self) -> bool:
        """Whether asking the person makes sense: not offline, and a way to fetch."""

    @property
    def size_bytes(self) -> int:
        """What would be fetched, to be shown before the person says yes."""

    @property
    def missing(self) -> str:
        """One plain sentence what is missing for words; empty when nothing is."""

    def folder(self) -> Path:
        """Return the folder to load from, checked; raises what can be told."""

    def fetch(self, told: Callable[[int], None] | None = None) -> None:
        """Fetch the weights once, telling bytes done; raises what can be told."""
