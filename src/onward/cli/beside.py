"""Keeps the worker running beside the server, and lets it outlive nobody."""

import logging
import os
import signal
import subprocess
import sys
import time
from threading import Event, Lock, Thread

from django.conf import settings

from onward.settings.secret import START_SECRET

HEAD_START_SECONDS = 1.0
FIRST_WAIT_SECONDS = 0.5
LONGEST_WAIT_SECONDS = 30.0
STEADY_SECONDS = 60.0  # one that lived this long did not break at its start
PATIENCE_SECONDS = 1.5
# The same as `onward work --beside`, without what understands typed words.
COMMAND = (sys.executable, "-m", "onward.cli.working")

logger = logging.getLogger(__name__)


class Beside:
    """A program that is started anew whenever it ends by itself.

    It holds the other end of a pipe as its input: when this process is gone, in
    whatever way, the pipe ends, and by that the program knows.
    """

    def __init__(
        self,
        command: tuple[str, ...] = COMMAND,
        head_start_seconds: float = HEAD_START_SECONDS,
    ) -> None:
        self._command = command
        self._head_start_seconds = head_start_seconds
        self._ending = Event()
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._keeper = Thread(target=self._keep, name="beside", daemon=True)

    def start(self) -> None:
        """Start it in a moment, so that the first page has the machine to itself."""
        self._keeper.start()

    def stop(self) -> None:
        """End it: by closing its input, and after some patience by force."""
        with self._lock:
            self._ending.set()
            process = self._process
        if process is None or process.stdin is None:
            return
        process.stdin.close()
        try:
            process.wait(PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _keep(self) -> None:
        _shelter_from_ctrl_c()
        self._ending.wait(self._head_start_seconds)
        wait = FIRST_WAIT_SECONDS
        while (process := self._begin()) is not None:
            began = time.monotonic()
            code = process.wait()
            if self._ending.is_set():
                return
            if process.stdin:
                process.stdin.close()
            if time.monotonic() - began > STEADY_SECONDS:
                wait = FIRST_WAIT_SECONDS
            logger.warning("The worker ended (%s). It is started anew.", code)
            self._ending.wait(wait)
            wait = min(wait * 2, LONGEST_WAIT_SECONDS)

    def _begin(self) -> subprocess.Popen[bytes] | None:
        with self._lock:
            if self._ending.is_set():
                return None
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                env=os.environ | {START_SECRET: settings.START_SECRET},
            )
            return self._process


def _shelter_from_ctrl_c() -> None:
    """Keep Ctrl-C from what this thread starts, from its first moment on.

    It reaches the whole group, and a program that is just starting does not end well
    by it. When to end is the server's to decide.
    """
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
