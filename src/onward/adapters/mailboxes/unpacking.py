"""Bounds what compressed files may unpack to, so that none fills the machine."""

from collections.abc import Iterator

from onward.adapters.mailboxes.letters import Stream, windows_of

# Mail text shrinks by 10 at most; deflate itself can reach 1,032.
_MOST_RATIO = 200
_FREE = 10_000_000
_MOST_IN_ALL = 100_000_000_000


class OverfullError(Exception):
    """Something unpacks to more than mail ever does."""


def most_unpacked(compressed: int) -> int:
    """Return how many bytes of mail so many compressed ones can hold."""
    return min(_FREE + compressed * _MOST_RATIO, _MOST_IN_ALL)


def bounded_windows(stream: Stream, compressed: int) -> Iterator[tuple[int, bytes]]:
    """Yield what comes out of so many bytes; raises OverfullError if it is too much."""
    most = most_unpacked(compressed)
    for offset, window in windows_of(stream):
        if offset + len(window) > most:
            raise OverfullError
        yield offset, window
