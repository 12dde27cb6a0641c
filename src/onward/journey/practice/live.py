"""Takes being spoken just now: each has somebody listening while it is.

Kept in this process alone. After a crash, or in another process, the listener begins
anew and is given what is on the disk, which is as good and takes a little longer.
"""

import time
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING

from onward import wiring
from onward.domain.speech.heard import Heard
from onward.journey.practice.models import Take
from onward.journey.practice.recording import Kind, Recording, Stretch
from onward.journey.practice.sound import prepare_sound
from onward.ports.transcription import Listening, SoFar

if TYPE_CHECKING:
    from onward.domain.practice.resampling import Resampler

# A tab was closed in the middle: nobody is listened to for ever.
_IDLE_SECONDS = 600.0
_all: dict[str, "Live"] = {}
_finding = Lock()


@dataclass(slots=True)
class Live:
    """A take being spoken: its sound on the disk, and who listens to it."""

    recording: Recording
    listening: Listening
    turning: "Resampler | None" = None
    heard_until: int = 0
    feeding: Lock = field(default_factory=Lock)
    used_at: float = field(default_factory=time.monotonic)

    def add(self, stretch: Stretch) -> int:
        """Keep the next stretch, let it be heard, and return the number after it."""
        with self.feeding:
            self.used_at = time.monotonic()
            following = self.recording.add(stretch)
            if stretch.number == self.heard_until:
                self._feed(stretch)
            return following

    def catch_up(self) -> None:
        """Let everything be heard that is on the disk."""
        with self.feeding:
            for stretch in self.recording.stretches():
                self._feed(stretch)

    def _feed(self, stretch: Stretch) -> None:
        self.heard_until = stretch.number + 1
        if stretch.kind is not Kind.SAMPLES:
            return
        if self.turning is None or stretch.rate != self.turning.rate:
            self.turning = _turning(stretch.rate)
        self.listening.feed(self.turning.turned(stretch.content))


def _turning(rate: int) -> "Resampler":
    from onward.domain.practice.resampling import (  # noqa: PLC0415 - brings numpy
        Resampler,
    )

    return Resampler(rate)


def live(take: Take, *, shows_words: bool = False) -> Live:
    """Return the take as it is being spoken, with somebody listening."""
    with _finding:
        _let_idle_go()
        found = _all.get(take.key)
        if found is None:
            listening = wiring.transcriber().listen(live=shows_words)
            found = Live(prepare_sound(take), listening)
            found.catch_up()
            _all[take.key] = found
        return found


def words_so_far(take: Take) -> SoFar:
    """Return the words heard until now; none where nobody listens here."""
    found = _all.get(take.key)
    return found.listening.so_far() if found else SoFar()


def finish(take: Take) -> Heard:
    """Return all that was heard, once it is; nobody listens afterwards."""
    heard = live(take).listening.finish()
    _all.pop(take.key, None)
    return heard


def let_go(take: Take) -> None:
    """Stop listening, as when the take is deleted."""
    found = _all.pop(take.key, None)
    if found is not None:
        found.listening.stop()


def _let_idle_go() -> None:
    oldest = time.monotonic() - _IDLE_SECONDS
    for key in [key for key, one in _all.items() if one.used_at < oldest]:
        _all.pop(key).listening.stop()
