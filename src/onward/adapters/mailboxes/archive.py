"""Reads a zip of mail, entry by entry, and unpacks nothing to disk."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast
from zipfile import ZipExtFile, ZipFile, ZipInfo

from onward.adapters.mailboxes.archive_entries import (
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
_IS_BROKEN = "This entry is damaged."


class ZipOfMail:
    """A zip; a position is an entry's number and a position inside the entry."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.label = shown_name(path.name)
        with _opened(path) as archive:
            entries = [entry for _, entry in readable(archive)]
        if entries and all(entry.flag_bits & 1 for entry in entries):
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
        if not problem:
            try:
                yield from self._unpacked(archive, entry, after)
            except BREAKS:
                problem = _IS_BROKEN
        if problem:
            place = f"{self.label}/{name_of(entry)}"
            yield Unreadable(problem, shown_name(place), DONE, entry.compress_size)

    def _unpacked(
        self, archive: ZipFile, entry: ZipInfo, after: str
    ) -> Iterator[RawMessage | Unreadable]:
        share = entry.compress_size / max(1, entry.file_size)
        name = name_of(entry)
        with archive.open(entry) as opened:
            stream = cast("ZipExtFile", opened)
            packed = PackedFile(
                name,
                shown_name(f"{self.label}/{name}"),
                bounded_windows(stream, entry.compress_size),
                lambda offset: int(offset * share),
            )
            yield from mail_of(packed, after)


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
    return (int(number), inner) if number.isdecimal() else (0, "")
