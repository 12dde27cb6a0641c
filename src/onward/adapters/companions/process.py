"""A process that answers messages, and the keeping of one that is idle."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from typing import BinaryIO, cast

from onward.adapters.companions import messages
from onward.domain.errors import OnwardError

IDLE_SECONDS = 120.0
# One thread for our own arithmetic; the models have their own two. These sleep while
# they wait for each other: else half of their time is spent on waiting.
_THREADS = {"OPENBLAS_NUM_THREADS": "1", "OMP_WAIT_POLICY": "passive"}


class CompanionGoneError(OnwardError):
    """A part of Onward stopped by itself. Nothing was lost: try it again."""


class Companion:
    """The other process, and the two pipes to it."""

    def __init__(self, module: str, arguments: Sequence[str] = ()) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-m", module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | _THREADS,
        )
        self._requests = cast("BinaryIO", self._process.stdin)
        self._answers = cast("BinaryIO", self._process.stdout)

    @property
    def is_alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def send(self, kind: bytes, content: bytes = b"") -> None:
        """Send a message; raises what a person can be told when nobody listens."""
        try:
            messages.send(self._requests, kind, content)
        except (OSError, ValueError) as problem:
            raise CompanionGoneError from problem

    def answer(self, kind: bytes) -> bytes:
        """Return the next answer of this kind."""
        while True:
            try:
                message = messages.receive(self._answers)
            except ValueError as problem:
                raise CompanionGoneError from problem
            if message is None:
                self.end()
                raise CompanionGoneError
            if message[0] == kind:
                return message[1]

    def end(self) -> None:
        """End it, and let the system take its memory back."""
        self._process.kill()
        self._process.wait()
        self._answers.close()
        try:
            self._requests.close()
        except OSError:
            return  # what was still to be sent has nobody to go to


class Idle:
    """Keeps one companion that has nothing to do, for a while."""

    def __init__(self, begin: Callable[[], Companion], seconds: float) -> None:
        self._begin = begin
        self._seconds = seconds
        self._kept: Companion | None = None
        self._timer: threading.Timer | None = None
        self._lock = threading.Lock()

    def take(self) -> Companion:
        """Return the idle companion, or a new one."""
        kept = self._taken()
        return kept if kept and kept.is_alive else self._begin()

    def keep(self, companion: Companion) -> None:
        """Keep a companion for whoever comes next; a second one ends."""
        with self._lock:
            if self._kept is None:
                self._kept = companion
                self._timer = threading.Timer(self._seconds, self.unload)
                self._timer.daemon = True
                self._timer.start()
                return
        companion.end()

    def unload(self) -> None:
        """End the idle companion, if there is one."""
        kept = self._taken()
        if kept:
            kept.end()

    def _taken(self) -> Companion | None:
        with self._lock:
            kept, self._kept = self._kept, None
            if self._timer:
                self._timer.cancel()
        return kept
