"""Runs the worker until it is told to stop, or the server it stands beside is gone."""

import os
import signal
import sys
from threading import Event, Thread, Timer
from types import FrameType

from onward.cli.ready import get_ready

_SOME_BYTES = 64
PATIENCE_SECONDS = 1.0  # what is cut off goes on at the next start; nothing is lost


def work_until_told(*, beside: bool) -> None:
    """Do what waits, until asked to stop."""
    stopping = Event()
    _heed_signals(stopping)
    if beside:
        Thread(target=_stop_with_starter, args=(stopping,), daemon=True).start()
    get_ready()
    from onward.background.worker import work  # noqa: PLC0415 - Django first

    work(stopping)


def _heed_signals(stopping: Event) -> None:
    def stop(_signal: int, _frame: FrameType | None) -> None:
        stopping.set()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)


def _stop_with_starter(stopping: Event) -> None:
    """Wait for the end of the input: it comes when whoever started us has ended."""
    while os.read(sys.stdin.fileno(), _SOME_BYTES):
        pass
    stopping.set()
    last = Timer(PATIENCE_SECONDS, os._exit, (0,))
    last.daemon = True
    last.start()


if __name__ == "__main__":
    work_until_told(beside=True)
