"""Listens with Whisper, in a process of its own that ends when it is idle."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from onward.adapters.transcription import frames
from onward.domain.errors import OnwardError
from onward.domain.speech.heard import Heard
from onward.ports.transcription import SoFar

IDLE_SECONDS = 120.0


class ListenerGoneError(OnwardError):
    """Speech recognition stopped by itself. The recording is kept: try it again."""


class WhisperTranscriber:
    """Begins recordings; each gets the idle process, or a new one."""

    def __init__(self, folder: Path, *, idle_seconds: float = IDLE_SECONDS) -> None:
        self._folder = folder
        self._idle_seconds = idle_seconds
        self._idle: _Process | None = None
        self._timer: threading.Timer | None = None
        self._lock = threading.Lock()

    @property
    def missing(self) -> str:
        """Nothing is missing: there will be words."""
        return ""

    def listen(self, *, live: bool = False) -> "WhisperListening":
        """Begin a recording."""
        with self._lock:
            process, self._idle = self._idle, None
            if self._timer:
                self._timer.cancel()
        if process is None or not process.is_alive:
            process = _Process(self._folder)
        process.send(frames.BEGIN, b"live" if live else b"")
        return WhisperListening(process, self._keep)

    def unload(self) -> None:
        """End the idle process, if there is one."""
        with self._lock:
            process, self._idle = self._idle, None
        if process:
            process.end()

    def _keep(self, process: "_Process") -> None:
        """Keep one process for the next recording, for a while."""
        with self._lock:
            if self._idle is not None:
                process.end()
                return
            self._idle = process
            self._timer = threading.Timer(self._idle_seconds, self.unload)
            self._timer.daemon = True
            self._timer.start()


class WhisperListening:
    """One recording, listened to elsewhere."""

    def __init__(
        self, process: "_Process", keep: Callable[["_Process"], None]
    ) -> None:
        self._process: _Process | None = process
        self._keep = keep

    def feed(self, pcm: bytes) -> None:
        """Take the next samples and return at once."""
        if self._process:
            self._process.send(frames.FEED, pcm)

    def so_far(self) -> SoFar:
        """Return what has been heard; waits for the chunk being worked on."""
        if self._process is None:
            return SoFar()
        self._process.send(frames.ASK)
        return frames.so_far(self._process.answer(frames.SO_FAR))

    def finish(self) -> Heard:
        """Wait for the rest, and return all that was heard."""
        if self._process is None:
            raise ListenerGoneError
        process, self._process = self._process, None
        process.send(frames.FINISH)
        found = frames.heard(process.answer(frames.HEARD))
        self._keep(process)
        return found

    def stop(self) -> None:
        """Drop everything."""
        process, self._process = self._process, None
        if process:
            process.end()


class _Process:
    """The other process, and the two pipes to it."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "onward.adapters.transcription.listener"]
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            [*command, str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # One thread for our own arithmetic; the recogniser has its own two.
            env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
        )

    @property
    def is_alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def send(self, kind: bytes, content: bytes = b"") -> None:
        """Send a message; raises what a person can be told when nobody listens."""
        try:
            frames.send(self._process.stdin, kind, content)  # type: ignore[arg-type] # a pipe, asked for above
        except OSError as problem:
            raise ListenerGoneError from problem

    def answer(self, kind: bytes) -> bytes:
        """Return the next answer of this kind."""
        while True:
            message = frames.receive(self._process.stdout)  # type: ignore[arg-type] # a pipe, asked for above
            if message is None:
                self.end()
                raise ListenerGoneError
            if message[0] == kind:
                return message[1]

    def end(self) -> None:
        """End it, and let the system take its memory back."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()
