"""Reads a file of mail that comes out of a compressed one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from onward.adapters.mailboxes.eml import DONE, counted
from onward.adapters.mailboxes.labels import label_of
from onward.adapters.mailboxes.letters import (
    KEPT,
    mail_in,
    message_of,
    spot_of,
    windows_from,
)
from onward.adapters.mailboxes.sniffing import HEAD, Kind, is_named_as_mail, kind_of
from onward.ports.mailbox import RawMessage, Unreadable

MAIL = frozenset({Kind.MBOX, Kind.MESSAGE, Kind.COUNTED_MESSAGE})
NO_MAIL = "This file is named as mail but holds none."
_STILL_PACKED = "This file is packed once more. Unpack it first."
_NESTED = frozenset({Kind.ZIP, Kind.GZIP, Kind.PACKED})


@dataclass(frozen=True, slots=True)
class PackedFile:
    """One file inside a compressed one: its path and its bytes.

    `bytes_done` turns an offset in it into the compressed bytes dealt with.
    """

    path: str
    place: str
    windows: Iterator[tuple[int, bytes]]
    bytes_done: Callable[[int], int]

    @property
    def name(self) -> str:
        """Its bare name."""
        return self.path.rpartition("/")[2]

    @property
    def folder(self) -> list[str]:
        """The names of what it lies in."""
        return self.path.split("/")[:-1]


def mail_of(packed: PackedFile, after: str) -> Iterator[RawMessage | Unreadable]:
    """Yield the mail of a packed file after a position; nothing when it holds none."""
    if after == DONE:
        return
    first = next(packed.windows, (0, b""))
    kind = kind_of(first[1][:HEAD], packed.name)
    windows = chain([first], packed.windows)
    if kind is Kind.MBOX:
        yield from _letters_of(packed, windows, after)
    elif kind in MAIL:
        yield _message_of(packed, windows, kind)
    elif kind in _NESTED and _is_mail_once_unpacked(packed.name):
        yield Unreadable(_STILL_PACKED, packed.place, DONE, 0)
    elif is_named_as_mail(packed.name) and kind is not Kind.EMPTY:
        head = first[1][:4_096]
        yield Unreadable(NO_MAIL, packed.place, DONE, 0, head)


def _letters_of(
    packed: PackedFile, windows: Iterator[tuple[int, bytes]], after: str
) -> Iterator[RawMessage | Unreadable]:
    spot = spot_of(after)
    labels = label_of([*packed.folder, packed.name])
    yield from mail_in(
        windows_from(windows, spot.offset),
        packed.place,
        spot,
        packed.bytes_done,
        labels,
    )


def _message_of(
    packed: PackedFile, windows: Iterator[tuple[int, bytes]], kind: Kind
) -> RawMessage | Unreadable:
    kept = bytearray()
    for _, window in windows:
        kept += window
        if len(kept) >= KEPT:
            break
    stored = bytes(kept[:KEPT])
    if kind is Kind.COUNTED_MESSAGE:
        stored = counted(stored)
    labels = label_of(packed.folder)
    done = packed.bytes_done(len(stored))
    return message_of(stored, packed.place, DONE, done, labels)


def _is_mail_once_unpacked(name: str) -> bool:
    stem, _, suffix = name.rpartition(".")
    return suffix.lower() == "zip" or is_named_as_mail(stem)
