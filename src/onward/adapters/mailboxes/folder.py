"""Reads a folder of mail: files of any kind, Maildirs, and folders of these."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from onward.adapters.mailboxes import maildir
from onward.adapters.mailboxes.eml import MessageFile
from onward.adapters.mailboxes.files import (
    beginning_of,
    kind_of_file,
    mailbox_of_kind,
)
from onward.adapters.mailboxes.labels import joined, label_of
from onward.adapters.mailboxes.letters import shown_name
from onward.adapters.mailboxes.problems import NotAMailboxError
from onward.adapters.mailboxes.sniffing import (
    Kind,
    is_meant_as_mail,
    is_named_as_mail,
)
from onward.adapters.mailboxes.walking import Entry, entries_in
from onward.domain.errors import OnwardError
from onward.ports.mailbox import Mailbox, RawMessage, Unreadable

_NOT_READ = "This file could not be read."
_NO_PERMISSION = "Onward may not read this file."


@dataclass(frozen=True, slots=True)
class _Spot:
    """The last file dealt with and a position in it; None when it is finished."""

    key: tuple[str, ...] = ()
    inner: str | None = ""


class Folder:
    """A folder; a position is the place of a file and a position inside the file."""

    def __init__(self, path: Path) -> None:
        self._root = str(path)
        self.label = shown_name(path.resolve().name or path)

    @cached_property
    def size_bytes(self) -> int:
        """The size of all files that lie in it."""
        return sum(entry.size for entry in entries_in(self._root))

    def fingerprint(self) -> str:
        """Return a text of the names, sizes and times of its files."""
        digest = blake2b(digest_size=16)
        for entry in entries_in(self._root):
            told = f"{entry.key}{entry.size}:{entry.changed}{entry.problem}\n"
            digest.update(told.encode("utf-8", "surrogatepass"))
        return digest.hexdigest()

    def messages(self, after: str = "") -> Iterator[RawMessage | Unreadable]:
        """Yield the messages after a position, file by file in a fixed order."""
        spot = _spot_of(after)
        done = 0
        for entry in entries_in(self._root):
            if entry.key > spot.key:
                yield from self._mail_of(entry, "", done)
            elif entry.key == spot.key and spot.inner is not None:
                yield from self._mail_of(entry, spot.inner, done)
            done += entry.size

    def _mail_of(
        self, entry: Entry, after: str, done: int
    ) -> Iterator[RawMessage | Unreadable]:
        problem, raw = entry.problem, b""
        if not problem:
            try:
                mailbox = _mailbox_of(entry)
                if mailbox is not None:
                    yield from self._told(entry, mailbox.messages(after), done)
            except PermissionError:
                problem = _NO_PERMISSION
            except OSError:
                problem = _NOT_READ
            except NotAMailboxError as told:
                problem, raw = str(told), beginning_of(Path(entry.path))
            except OnwardError as told:
                problem = str(told)
        if problem:
            place = shown_name(self._below(entry.path))
            position = _position(entry, None)
            yield Unreadable(problem, place, position, done + entry.size, raw)

    def _below(self, path: str) -> str:
        return path[len(self._root) :].strip(os.sep)

    def _told(
        self, entry: Entry, items: Iterator[RawMessage | Unreadable], done: int
    ) -> Iterator[RawMessage | Unreadable]:
        """Yield a file's messages as those of the folder."""
        outer = label_of([self.label, *entry.folder])
        parent, slash, _ = self._below(entry.path).rpartition(os.sep)
        before = shown_name(parent) + slash
        for item in items:
            place, position = before + item.place, _position(entry, item.position)
            count = done + min(item.bytes_done, entry.size)
            if isinstance(item, RawMessage):
                labels = joined(outer, item.labels)
                yield RawMessage(item.content, place, position, count, labels)
            else:
                yield Unreadable(item.reason, place, position, count, item.raw)


def _mailbox_of(entry: Entry) -> Mailbox | None:
    """Return a file's mailbox; None when it is none and does not look like one."""
    path = Path(entry.path)
    if entry.is_message:
        return MessageFile(maildir.found_again(path))
    kind = kind_of_file(path)
    if not is_meant_as_mail(kind, path.name):
        return None
    try:
        return mailbox_of_kind(path, kind)
    except NotAMailboxError:
        if kind is Kind.GZIP and not is_named_as_mail(path.name):
            return None
        raise


def _position(entry: Entry, inner: str | None) -> str:
    return json.dumps([entry.key, inner])


def _spot_of(position: str) -> _Spot:
    try:
        key, inner = json.loads(position)
        if inner is None or isinstance(inner, str):
            return _Spot(tuple(map(str, key)), inner)
    except (ValueError, TypeError, RecursionError):
        pass
    return _Spot()
