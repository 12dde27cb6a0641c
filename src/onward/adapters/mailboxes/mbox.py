"""Reads an mbox file of any size, window by window."""

import errno
import os
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO

from onward.adapters.mailboxes.labels import label_of
from onward.adapters.mailboxes.letters import (
    KEPT,
    START,
    WINDOW,
    Spot,
    letter_at,
    mail_in,
    outlines_in,
    shown_name,
    spot_of,
)
from onward.ports.mailbox import MovedError, Outline, RawMessage, Unreadable

_ENDS = 65_536
_SEEK_DATA = getattr(os, "SEEK_DATA", None)
NOT_READ = "This file could not be read to its end."


class MboxFile:
    """An mbox file; it is read, never mapped, since a mail program may shorten it.

    A position stays good when mail was added at the end.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.label = shown_name(path.name)

    @property
    def size_bytes(self) -> int:
        """The size of the file."""
        return self._path.stat().st_size

    def fingerprint(self) -> str:
        """Return a text of its size, time, beginning and end."""
        return fingerprint_of_file(self._path)

    def messages(self, after: str = "") -> Iterator[RawMessage | Unreadable]:
        """Yield the messages after a position; all of them if the file was rewritten.

        Where the disk fails, the position stays, so that reading can be tried again.
        """
        position = after
        try:
            for item in self._read(spot_of(after)):
                position = item.position
                yield item
                del item  # it may be large, and the next one is read meanwhile
        except OSError:
            done = spot_of(position).offset
            yield Unreadable(NOT_READ, self.label, position, done)

    def outlines(self, after: str = "") -> Iterator[Outline]:
        """Yield where the same messages stand."""
        position = after
        try:
            with self._path.open("rb", buffering=0) as stream:
                windows, spot = _from_spot(stream, spot_of(after))
                for outline in outlines_in(windows, self.label, spot):
                    position = outline.position
                    yield outline
        except OSError:
            at = spot_of(position).offset
            problem = Unreadable(NOT_READ, self.label, position, at)
            yield Outline(position, at, at, 0, problem)

    def standing_at(self, outlines: Sequence[Outline]) -> list[RawMessage | Unreadable]:
        """Return neighbours as `messages` would, without looking for their ends."""
        labels = label_of([self._path.name])
        with self._path.open("rb", buffering=0) as stream:
            if not _is_boundary(stream, spot_of(outlines[-1].position)):
                raise MovedError
            return [
                one.problem
                or letter_at(
                    spot_of(one.position),
                    os.pread(stream.fileno(), min(one.size, KEPT), one.start),
                    self.label,
                    one.bytes_done,
                    labels,
                )
                for one in outlines
            ]

    def message_after(self, position: str) -> RawMessage | Unreadable | None:
        """Return the message that follows a position; None at the end."""
        return next(self.messages(position), None)

    def _read(self, after: Spot) -> Iterator[RawMessage | Unreadable]:
        with self._path.open("rb", buffering=0) as stream:
            windows, spot = _from_spot(stream, after)
            labels = label_of([self._path.name])
            yield from mail_in(windows, self.label, spot, labels=labels)


def _from_spot(
    stream: BinaryIO, after: Spot
) -> tuple[Iterator[tuple[int, bytes]], Spot]:
    """Return what follows a spot and that spot; the start where none may be there."""
    if not _is_boundary(stream, after):
        after = START
    return _filled_windows(stream, max(0, after.offset - 1)), after


def fingerprint_of_file(path: Path) -> str:
    """Return a text that changes when a file does, at the price of reading its ends."""
    found = path.stat()
    digest = blake2b(digest_size=16)
    with path.open("rb") as stream:
        digest.update(stream.read(_ENDS))
        stream.seek(max(0, found.st_size - _ENDS))
        digest.update(stream.read(_ENDS))
    return f"{found.st_size}:{found.st_mtime_ns}:{digest.hexdigest()}"


def _is_boundary(stream: BinaryIO, spot: Spot) -> bool:
    """Tell whether a message may begin at a spot, or the file ends there."""
    if not spot.offset:
        return True
    stream.seek(spot.offset - 1)
    found = stream.read(len(b"\nFrom "))
    return found == b"\nFrom " or len(found) == 1


def _filled_windows(stream: BinaryIO, offset: int) -> Iterator[tuple[int, bytes]]:
    """Yield windows, passing over the holes of a sparse file without reading them."""
    size = stream.seek(0, os.SEEK_END)
    while offset < size:
        offset = _next_filled(stream, offset, size)
        stream.seek(offset)
        window = stream.read(WINDOW)
        if not window:
            return
        yield offset, window
        offset += len(window)


def _next_filled(stream: BinaryIO, offset: int, size: int) -> int:
    """Return where data goes on; the last byte when nothing but a hole is left."""
    if _SEEK_DATA is None:
        return offset
    try:
        return os.lseek(stream.fileno(), offset, _SEEK_DATA)
    except OSError as problem:
        return size - 1 if problem.errno == errno.ENXIO else offset
