"""Bounds what compressed files may unpack to, so that none fills the machine."""

import zipfile
import zlib
from collections.abc import Iterable, Iterator
from typing import Protocol

# Mail text shrinks by 10 at most; deflate itself can reach 1,032.
_MOST_RATIO = 40
_FREE = 10_000_000
_MOST_IN_ALL = 100_000_000_000
_PIECE = 65_536
BREAKS = (
    *(zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError),
    *(NotImplementedError, RuntimeError),
)
_IS_BOMB = "This unpacks to far more than mail does, so the rest was left alone."
_IS_BROKEN = "This is damaged or cut off, so the rest of it could not be read."


class _Stream(Protocol):
    def read1(self, size: int, /) -> bytes:
        """Return what can be unpacked at once; nothing at the end."""


class _OverfullError(Exception):
    """Something unpacks to more than mail ever does."""


def most_unpacked(compressed: int) -> int:
    """Return how many bytes of mail so many compressed ones can hold."""
    return min(_FREE + compressed * _MOST_RATIO, _MOST_IN_ALL)


def bounded_windows(stream: _Stream, compressed: int) -> Iterator[tuple[int, bytes]]:
    """Yield what comes out of so many bytes, piece by piece as far as it can be had."""
    most = most_unpacked(compressed)
    offset = 0
    while window := stream.read1(_PIECE):
        if offset + len(window) > most:
            raise _OverfullError
        yield offset, window
        offset += len(window)


class Unpacked:
    """Windows up to where unpacking fails; `problem` then says why."""

    def __init__(self, windows: Iterable[tuple[int, bytes]]) -> None:
        self._windows = windows
        self.problem = ""

    def __iter__(self) -> Iterator[tuple[int, bytes]]:
        """Yield the windows; a line end after a problem, so that it is told once."""
        end = 0
        try:
            for offset, window in self._windows:
                end = offset + len(window)
                yield offset, window
        except _OverfullError:
            self.problem = _IS_BOMB
        except BREAKS:
            self.problem = _IS_BROKEN
        if self.problem:
            yield end, b"\n"
