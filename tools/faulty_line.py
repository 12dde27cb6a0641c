"""A line between a program and a server that breaks, stalls or drags, as lines do.

It also writes down what the program asks, so that a test can hold it to reading.
"""

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Lock, Thread

_AT_ONCE = 16_384


@dataclass(frozen=True, slots=True)
class Faults:
    """What happens to one connection; a count of bytes is of what the server sends.

    After `cut_after` bytes the line is cut, after `stall_after` nothing more comes.
    Each piece takes `delay` seconds.
    """

    cut_after: int | None = None
    stall_after: int | None = None
    delay: float = 0.0


SOUND = Faults()


@dataclass(slots=True)
class FaultyLine:
    """A running line: `port` is where it listens."""

    port: int
    asked: list[bytes] = field(default_factory=list)
    connections: int = 0
    cuts: int = 0
    moved: int = 0
    round_trips: int = 0
    _open: list[socket.socket] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock)

    def commands(self) -> list[str]:
        """Return what the program asked, without the tags before it."""
        lines = b"".join(self.asked).decode("latin-1").split("\r\n")
        return [line.partition(" ")[2] or line for line in lines if line]

    def forget(self) -> None:
        """Begin to count anew."""
        with self._lock:
            self.asked.clear()
            self.connections = self.cuts = self.moved = self.round_trips = 0

    def cut_all(self) -> None:
        """Cut every connection there is."""
        with self._lock:
            for sock in self._open:
                _end(sock)
            self._open.clear()


@contextmanager
def line_to(
    port: int, faults: Callable[[int], Faults] = lambda _number: SOUND
) -> Iterator[FaultyLine]:
    """Lend a line to a port of this machine; `faults` is asked for each connection."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        made = FaultyLine(listening.getsockname()[1])
        accepting = Thread(
            target=_accept, args=(listening, port, made, faults), daemon=True
        )
        accepting.start()
        try:
            yield made
        finally:
            with suppress(OSError):
                listening.shutdown(socket.SHUT_RDWR)
            made.cut_all()
    accepting.join(5)


def _accept(
    listening: socket.socket,
    port: int,
    line: FaultyLine,
    faults: Callable[[int], Faults],
) -> None:
    while True:
        try:
            near, _ = listening.accept()
        except OSError:
            return
        try:
            far = socket.create_connection(("127.0.0.1", port), 5)
        except OSError:
            _end(near)
            continue
        far.settimeout(None)
        with line._lock:  # noqa: SLF001 - one module
            line._open += [near, far]  # noqa: SLF001 - the same
            line.connections += 1
            number = line.connections
        Thread(target=_up, args=(near, far, line), daemon=True).start()
        down = (far, near, line, faults(number))
        Thread(target=_down, args=down, daemon=True).start()


def _up(near: socket.socket, far: socket.socket, line: FaultyLine) -> None:
    """Pass on what the program asks."""
    with suppress(OSError):
        while content := near.recv(_AT_ONCE):
            line.asked.append(content)
            line.round_trips += 1
            far.sendall(content)
    _end(far)


def _down(
    far: socket.socket, near: socket.socket, line: FaultyLine, faults: Faults
) -> None:
    """Pass on what the server answers, as far as the faults let it."""
    passed = 0
    with suppress(OSError):
        while content := far.recv(_AT_ONCE):
            if faults.delay:
                time.sleep(faults.delay)
            left = _left(faults, passed)
            near.sendall(content[:left])
            line.moved += min(left, len(content))
            passed += len(content)
            if passed >= (faults.cut_after or passed + 1):
                line.cuts += 1
                break
            if passed >= (faults.stall_after or passed + 1):
                near.recv(1)  # until the program has had enough
                break
    _end(near)
    _end(far)


def _left(faults: Faults, passed: int) -> int:
    ends = [end for end in (faults.cut_after, faults.stall_after) if end is not None]
    return max(0, min(ends) - passed) if ends else _AT_ONCE


def _end(sock: socket.socket) -> None:
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)
    sock.close()
