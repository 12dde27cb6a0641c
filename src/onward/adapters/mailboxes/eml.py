"""Reads a file that holds one message."""

import re
from collections.abc import Iterator
from pathlib import Path

from onward.adapters.mailboxes.letters import KEPT, message_of, shown_name
from onward.adapters.mailboxes.mbox import fingerprint_of_file
from onward.ports.mailbox import RawMessage, Unreadable

_COUNT = re.compile(rb"\s{0,9}(\d{1,12})[ \t]*\r?\n")
DONE = "1"


class MessageFile:
    """One message in a file of its own, such as an .eml."""

    def __init__(self, path: Path, *, is_counted: bool = False) -> None:
        self._path = path
        self._is_counted = is_counted
        self.label = shown_name(path.name)

    @property
    def size_bytes(self) -> int:
        """The size of the file."""
        return self._path.stat().st_size

    def fingerprint(self) -> str:
        """Return a text of its size, time, beginning and end."""
        return fingerprint_of_file(self._path)

    def messages(self, after: str = "") -> Iterator[RawMessage | Unreadable]:
        """Yield the message, unless it was read before."""
        if after == DONE:
            return
        with self._path.open("rb") as stream:
            stored = stream.read(KEPT)
        if self._is_counted:
            stored = counted(stored)
        yield message_of(stored, self.label, DONE, self.size_bytes)


def counted(stored: bytes) -> bytes:
    """Return the message of an .emlx, which says its length first."""
    count = _COUNT.match(stored)
    if count is None:
        return stored
    return stored[count.end() : count.end() + int(count[1])]
