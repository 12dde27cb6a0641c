"""Takes being spoken just now: each has somebody listening while it is.

Kept in this process alone. After a crash, in another process, or when the listener
itself broke, listening begins anew with what is on the disk, which takes a little.
"""

import logging
import time
from collections import deque
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
_GONE = "Who listened to a take is gone; it is heard from the disk later."
logger = logging.getLogger(__name__)
_all: dict[str, "Live"] = {}
_finding = Lock()


@dataclass(slots=True)
class Live:
    """A take being spoken: its sound on the disk, and who listens to it.

    A listener is spoken to by one thread at a time and may be busy for a moment. Sound
    does not wait for that: it is on the disk first, and heard when there is time.
    """

    recording: Recording
    listening: Listening | None = None
    turning: "Resampler | None" = None
    heard_until: int = 0
    waiting: deque[Stretch] = field(default_factory=deque)
    speaking: Lock = field(default_factory=Lock)
    known: SoFar = field(default_factory=SoFar)
    used_at: float = field(default_factory=time.monotonic)

    def add(self, stretch: Stretch) -> int:
        """Keep the next stretch, let it be heard, and return the number after it."""
        self.used_at = time.monotonic()
        following = self.recording.add(stretch)
        self.waiting.append(stretch)
        if self.speaking.acquire(blocking=False):
            try:
                self._hear_what_waits()
            finally:
                self.speaking.release()
        return following

    def so_far(self) -> SoFar:
        """Return what has been heard, or what was known while the listener is busy."""
        if self.speaking.acquire(blocking=False):
            try:
                self._hear_what_waits()
                if self.listening is not None:
                    self.known = self.listening.so_far()
            except Exception:
                logger.exception(_GONE)
                self._give_up()
            finally:
                self.speaking.release()
        return self.known

    def finish(self) -> Heard:
        """Return all that was heard; one that broke is replaced by a new listener."""
        with self.speaking:
            self._hear_what_waits()
            if self.listening is not None:
                try:
                    return self.listening.finish()
                except Exception:
                    logger.exception(_GONE)
                    self._give_up()
        again = Live(self.recording, wiring.transcriber().listen())
        again.catch_up()
        if again.listening is None:
            raise ListenerGoneError
        return again.listening.finish()

    def catch_up(self) -> None:
        """Let everything be heard that is on the disk."""
        self.waiting.extend(self.recording.stretches())
        self._hear_what_waits()

    def _hear_what_waits(self) -> None:
        while self.waiting and self.listening is not None:
            try:
                self._feed(self.waiting.popleft())
            except Exception:
                logger.exception(_GONE)
                self._give_up()

    def _feed(self, stretch: Stretch) -> None:
        if stretch.number < self.heard_until or self.listening is None:
            return
        self.heard_until = stretch.number + 1
        if stretch.kind is not Kind.SAMPLES:
            return
        if self.turning is None or stretch.rate != self.turning.rate:
            self.turning = _turning(stretch.rate)
        self.listening.feed(self.turning.turned(stretch.content))

    def _give_up(self) -> None:
        """Go on without a listener: the sound is kept and heard from the disk later."""
        self.listening = None
        self.waiting.clear()


class ListenerGoneError(Exception):
    """Twice in a row whoever listened was gone."""


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
            recording = prepare_sound(take)
            found = Live(recording, _listener(shows_words=shows_words))
            found.catch_up()
            _all[take.key] = found
        return found


def _listener(*, shows_words: bool) -> Listening | None:
    try:
        return wiring.transcriber().listen(live=shows_words)
    except Exception:
        logger.exception("Nobody could begin to listen to a take.")
        return None


def words_so_far(take: Take) -> SoFar:
    """Return the words heard until now; none where nobody listens here."""
    found = _all.get(take.key)
    return found.so_far() if found else SoFar()


def finish(take: Take) -> Heard:
    """Return all that was heard, once it is; nobody listens afterwards."""
    found = live(take)
    _all.pop(take.key, None)
    return found.finish()


def let_go(take: Take) -> None:
    """Stop listening, as when the take is deleted."""
    _stop(_all.pop(take.key, None))


def _let_idle_go() -> None:
    oldest = time.monotonic() - _IDLE_SECONDS
    for key in [key for key, one in _all.items() if one.used_at < oldest]:
        _stop(_all.pop(key))


def _stop(found: Live | None) -> None:
    if found is not None and found.listening is not None:
        found.listening.stop()
