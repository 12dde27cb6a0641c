"""Opens what a person points to as a mailbox, or says in plain words why not."""

import os
import stat
from collections.abc import Iterator
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

from onward.adapters.mailboxes.files import mailbox_in_file
from onward.adapters.mailboxes.folder import Folder
from onward.adapters.mailboxes.mbox import NOT_READ, MboxFile
from onward.adapters.mailboxes.problems import (
    MailboxNotPermittedError,
    MissingMailboxError,
    NoMailInFolderError,
    NoMailInZipError,
    NotAMailboxError,
)
from onward.ports.mailbox import Mailbox, RawMessage, Unreadable


def open_mailbox(path: Path) -> Mailbox:
    """Return the mailbox at a path, whatever its kind; raises what a person is told."""
    try:
        return _opened(path)
    except PermissionError as problem:
        raise MailboxNotPermittedError from problem
    except (OSError, ValueError) as problem:
        raise MissingMailboxError from problem


def _opened(path: Path) -> Mailbox:
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        os.scandir(path).close()  # raises what forbids to look into it
        return _with_mail(Folder(path), NoMailInFolderError)
    if not stat.S_ISREG(found.st_mode):
        raise NotAMailboxError
    mailbox = mailbox_in_file(path)
    if isinstance(mailbox, MboxFile):
        return mailbox
    return _with_mail(mailbox, NoMailInZipError)


def _with_mail(mailbox: Mailbox, problem: type[Exception]) -> Mailbox:
    if next(mailbox.messages(), None) is None:
        raise problem
    return Sealed(mailbox)


class Sealed:
    """A mailbox whose positions count only while nothing in it has changed.

    After a change it is read from the start, since mail may have come anywhere.
    """

    def __init__(self, mailbox: Mailbox) -> None:
        self._mailbox = mailbox

    @property
    def label(self) -> str:
        """The name of the mailbox."""
        return self._mailbox.label

    @property
    def size_bytes(self) -> int:
        """The bytes to read in all."""
        return self._mailbox.size_bytes

    def fingerprint(self) -> str:
        """Return a text that changes when the mailbox changed."""
        return self._mailbox.fingerprint()

    def messages(self, after: str = "") -> Iterator[RawMessage | Unreadable]:
        """Yield the messages after a position of the same, unchanged mailbox."""
        last, done = after, 0
        try:
            seal = blake2b(self.fingerprint().encode(), digest_size=6).hexdigest()
            told, _, inner = after.partition(" ")
            for item in self._mailbox.messages(inner if told == seal else ""):
                last, done = f"{seal} {item.position}", item.bytes_done
                yield replace(item, position=last)
        except OSError:
            yield Unreadable(NOT_READ, self.label, last, done)
