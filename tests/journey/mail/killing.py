"""Does something in a process of its own, which is killed where it takes too long."""

import os
import signal
import time
from collections.abc import Callable

from django.db import connections


def forked(work: Callable[[], object]) -> int:
    """Start a process, with a connection of its own; return its number."""
    connections.close_all()
    child = os.fork()
    if child:
        return child
    try:
        work()
    finally:
        os._exit(0)


def ends_within(child: int, seconds: float) -> bool:
    """Tell whether a process ends within a time; it is killed where it does not."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if os.waitpid(child, os.WNOHANG)[0]:
            return True
        time.sleep(0.001)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False
