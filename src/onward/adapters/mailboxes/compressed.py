"""Reads one mbox or message that is compressed with gzip."""

import gzip
from collections.abc import Iterator
from pathlib import Path

from onward.adapters.mailboxes.letters import shown_name
from onward.adapters.mailboxes.mbox import fingerprint_of_file
from onward.adapters.mailboxes.packed import PackedFile, mail_of
from onward.adapters.mailboxes.problems import NotAMailboxError
from onward.adapters.mailboxes.sniffing import HEAD, MAIL, kind_of
from onward.adapters.mailboxes.unpacking import BREAKS, bounded_windows
from onward.ports.mailbox import RawMessage, Unreadable


class GzipFile:
    """A file such as Inbox.mbox.gz; what it unpacks to is bounded."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.label = shown_name(path.name)
        if not self._holds_mail():
            raise NotAMailboxError

    @property
    def size_bytes(self) -> int:
        """The size of the compressed file."""
        return self._path.stat().st_size

    def fingerprint(self) -> str:
        """Return a text of its size, time, beginning and end."""
        return fingerprint_of_file(self._path)

    def messages(self, after: str = "") -> Iterator[RawMessage | Unreadable]:
        """Yield the messages after a position; what comes before is unpacked again."""
        with self._path.open("rb") as stored, gzip.open(stored) as stream:
            windows = bounded_windows(stream, self.size_bytes)
            packed = PackedFile(
                self._path.stem, self.label, windows, lambda _: stored.tell()
            )
            yield from mail_of(packed, after)

    def _holds_mail(self) -> bool:
        """Tell whether mail comes out, or a beginning too damaged to say."""
        try:
            with gzip.open(self._path) as stream:
                head = stream.read1(HEAD)
        except PermissionError:
            raise
        except BREAKS:
            return True
        return kind_of(head, self._path.stem) in MAIL
