"""Reads a zip of mail, entry by entry, and unpacks nothing to disk."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast
from zipfile import ZipExtFile, ZipFile, ZipInfo

from onward.adapters.mailboxes.archive_entries import (
    is_locked,
    is_out_of_proportion,
    name_of,
    problem_of,
    readable,
)
from onward.adapters.mailboxes.archive_size import list_size_of
from onward.adapters.mailboxes.eml import DONE
from onward.adapters.mailboxes.letters import shown_name
from onward.adapters.mailboxes.mbox import fingerprint_of_file
from onward.adapters.mailboxes.packed import PackedFile, mail_of
from onward.adapters.mailboxes.problems import (
    BrokenArchiveError,
    EncryptedArchiveError,
    HugeArchiveError,
)
from onward.adapters.mailboxes.unpacking import BREAKS, bounded_windows
from onward.ports.mailbox import RawMessage, Unreadable

_LONGEST_LIST = 24_000_000  # it takes up to ten times as much memory
_LONGEST_NUMBER = 12
_IS_BROKEN = "This entry is damaged."


class ZipOfMail:
    """A zip; a position is an entry's number and a position inside the entry."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.label = shown_name(path.name)
        with _opened(path) as archive:
            entries = [entry for _, entry in readable(archive)]
        if entries and all(is_locked(entry) for entry in entries):
            raise EncryptedArchiveError
        if is_out_of_proportion(entries, self.size_bytes):
            raise HugeArchiveError

    @property
    def size_bytes(self) -> int:
        """The size of the zip."""
        return self._path.stat().st_size

    def fingerprint(self) -> str:
        """Return a text of its size, time, beginning and end."""
        return fingerprint_of_file(self._path)

    def messages(self, after: str = "") -> Iterator[RawMessage | Unreadable]:
        """Yield the messages after a position, in the order of the zip's own list."""
        number, inner = _entry_after(after)
        done = 0
        with _opened(self._path) as archive:
            for at, entry in readable(archive):
                if at >= number:
                    start = inner if at == number else ""
                    for item in self._mail_of(archive, entry, start):
                        position = f"{at}/{item.position}"
                        count = done + min(item.bytes_done, entry.compress_size)
                        yield replace(item, position=position, bytes_done=count)
                done += entry.compress_size

    def _mail_of(
        self, archive: ZipFile, entry: ZipInfo, after: str
    ) -> Iterator[RawMessage | Unreadable]:
        if after == DONE:
            return
        problem = problem_of(entry)
        stream = None if problem else _stream_of(archive, entry)
        name = shown_name(f"{self.label}/{name_of(entry)}")
        if stream is None:
            reason = problem or _IS_BROKEN
            yield Unreadable(reason, name, DONE, entry.compress_size)
            return
        share = entry.compress_size / max(1, entry.file_size)
        with stream:
            windows = bounded_windows(stream, entry.compress_size)
            packed = PackedFile(
                name_of(entry), name, windows, lambda offset: int(offset * share)
            )
            yield from mail_of(packed, after)


def _stream_of(archive: ZipFile, entry: ZipInfo) -> ZipExtFile | None:
    """Return an entry to read from; None when its beginning is damaged."""
    try:
        return cast("ZipExtFile", archive.open(entry))
    except BREAKS:
        return None


def _opened(path: Path) -> ZipFile:
    """Open a zip whose list is bounded; raises what a person can be told."""
    try:
        with path.open("rb") as stream:
            if list_size_of(stream) > _LONGEST_LIST:
                raise HugeArchiveError
        return ZipFile(path)
    except PermissionError:
        raise
    except BREAKS as problem:
        raise BrokenArchiveError from problem


def _entry_after(position: str) -> tuple[int, str]:
    number, _, inner = position.partition("/")
    is_ours = number.isdecimal() and len(number) < _LONGEST_NUMBER
    return (int(number), inner) if is_ours else (0, "")
