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
from onward.adapters.mailboxes.sniffing import (
    HEAD,
    MAIL,
    Kind,
    is_named_as_mail,
    kind_of,
)
from onward.adapters.mailboxes.unpacking import Unpacked
from onward.ports.mailbox import RawMessage, Unreadable

NO_MAIL = "This file is named as mail but holds none."
_STILL_PACKED = "This file is packed once more. Unpack it first."
_RAW_SHOWN = 4_096
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
    unpacked = Unpacked(packed.windows)
    windows = iter(unpacked)
    at, head = next(windows, (0, b""))
    kind = kind_of(head[:HEAD], packed.name)
    windows = chain([(at, head)], windows)
    if kind is Kind.MBOX:
        yield from _letters_of(packed, windows, after)
    elif kind in MAIL:
        message = _message_of(packed, windows, kind)
        if not unpacked.problem:
            yield message
    reason = unpacked.problem or _reason_for(packed.name, kind)
    if reason:
        yield Unreadable(reason, packed.place, DONE, 0, head[:_RAW_SHOWN])


def _reason_for(name: str, kind: Kind) -> str:
    """Return why a file that should hold mail does not; empty for others."""
    if kind in MAIL or kind is Kind.EMPTY:
        return ""
    if kind in _NESTED and _is_mail_once_unpacked(name):
        return _STILL_PACKED
    return NO_MAIL if is_named_as_mail(name) else ""


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
