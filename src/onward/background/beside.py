"""Lets processes of their own do one kind of work while this one writes.

A fork has all in memory that the work needs, and costs nothing to start. What each one
is given and gives back goes through a pipe; one that ends, however it ends, closes it.
"""

import gc
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar, cast

from django.db import connection, connections

_POLITE = 5
_MOST = 2
# What is done before its turn waits in memory.
_MOST_AHEAD = 2
Given = TypeVar("Given")
Made = TypeVar("Made")


class HelpEndedError(Exception):
    """A process that worked beside this one has ended before its time."""


def possible() -> int:
    """Return how many processes may work beside this one; none where it is unsafe."""
    is_main = threading.current_thread() is threading.main_thread()
    if sys.platform != "linux" or not is_main or connection.in_atomic_block:
        return 0
    cores = len(os.sched_getaffinity(0))
    return min(_MOST, cores) if cores > 1 else 0


@dataclass(frozen=True, slots=True)
class _Reader:
    """A process that works, and the pipe to it."""

    number: int
    pipe: Connection


def done_beside(
    given: Iterable[Given], work: Callable[[Given], Made], count: int
) -> Iterator[Made]:
    """Yield what `work` makes of each piece, in order, made by processes of their own.

    Raises `HelpEndedError` when one of them ends; they never outlive this one.
    """
    others = _start(work, count)
    try:
        yield from _passed_on(given, others)
    except (EOFError, OSError) as problem:
        raise HelpEndedError from problem
    finally:
        for other in others:
            other.pipe.close()
            with suppress(ProcessLookupError):
                os.kill(other.number, signal.SIGKILL)  # it holds nothing
            os.waitpid(other.number, 0)


@dataclass(slots=True)
class _Task:
    """A piece that somebody works on, and what they made of it."""

    other: _Reader
    made: Any = None
    is_done: bool = False


def _passed_on(given: Iterable[Any], others: list[_Reader]) -> Iterator[Any]:
    """Hand each piece to who is free first; yield what is made in the order given.

    Nobody has two pieces at once: else both ends of a pipe would wait to write.
    """
    free = list(others)
    tasks: deque[_Task] = deque()
    for piece in given:
        while not free or len(tasks) >= _MOST_AHEAD * len(others):
            if tasks[0].is_done:  # all are at work while this is used
                yield tasks.popleft().made
            else:
                free.append(_next_done(tasks))
        task = _Task(free.pop(0))
        task.other.pipe.send(piece)
        tasks.append(task)
    while tasks:
        if not tasks[0].is_done:
            _next_done(tasks)
            continue
        yield tasks.popleft().made


def _next_done(tasks: Iterable[_Task]) -> _Reader:
    """Wait until somebody is done, note what they made, and return who that is."""
    at_work = {task.other.pipe: task for task in tasks if not task.is_done}
    task = at_work[cast("Connection", wait(list(at_work))[0])]
    task.made, task.is_done = task.other.pipe.recv(), True
    return task.other


def _start(work: Callable[[Any], Any], count: int) -> list[_Reader]:
    connections.close_all()  # a connection does not survive a fork
    gc.freeze()  # what is here now stays shared: else looking for garbage copies it
    pipes = [Pipe() for _ in range(count)]
    others: list[_Reader] = []
    for ours, theirs in pipes:
        number = os.fork()
        if not number:
            _serve(work, theirs, [end for pair in pipes for end in pair])
        others.append(_Reader(number, ours))
    for _, theirs in pipes:
        theirs.close()
    return others


def _serve(
    work: Callable[[Any], Any], pipe: Connection, ends: list[Connection]
) -> None:
    """Work until the pipe is closed; never returns."""
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        for end in ends:
            if end is not pipe:
                end.close()  # so that the end of this process's starter is seen
        os.nice(_POLITE)
        while True:
            pipe.send(work(pipe.recv()))
    except (EOFError, OSError):
        status = 0
    finally:
        os._exit(status)
