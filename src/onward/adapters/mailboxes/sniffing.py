"""Tells what a file is by its first bytes, whatever its name says."""

import re
from enum import StrEnum
from pathlib import PurePath

from onward.domain.mail.parsing.split import starts_mbox

HEAD = 65_536
_HEADER = re.compile(rb"([!-9;-~]{1,80})[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*\r?\n?")
_KNOWN = frozenset(
    {
        *(b"from", b"to", b"cc", b"subject", b"date", b"received", b"message-id"),
        *(b"mime-version", b"return-path", b"delivered-to", b"content-type"),
        *(b"reply-to", b"sender", b"in-reply-to", b"x-mailer", b"dkim-signature"),
    }
)
_LATER_HEADER = re.compile(
    rb"(?:[^\n]*\n){0,20}(?:%s):" % b"|".join(sorted(_KNOWN)), re.IGNORECASE
)
_ENOUGH_KNOWN = 2
_MOST_LINES = 60
_COUNT = re.compile(rb"\s{0,9}\d{1,12}[ \t]*\r?\n")
_OUTLOOK = (b"!BDN", b"\xd0\xcf\x11\xe0")
_PACKED = (b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!", b"\x28\xb5\x2f\xfd")
_TAR_AT = 257
_MESSAGE_NAMES = frozenset({".eml", ".emlx"})
_MAIL_NAMES = _MESSAGE_NAMES | {".mbox", ".mbx"}
_TARS = (".tgz", ".tar.gz")


class Kind(StrEnum):
    """What a file is, as far as mail goes."""

    MBOX = "mbox"
    MESSAGE = "message"
    COUNTED_MESSAGE = "emlx"  # Apple Mail puts the length before it
    ZIP = "zip"
    GZIP = "gzip"
    PACKED = "packed"
    OUTLOOK = "outlook"
    EMPTY = "empty"
    OTHER = "other"


MAIL = frozenset({Kind.MBOX, Kind.MESSAGE, Kind.COUNTED_MESSAGE})
_MEANT = {
    Kind.ZIP: _MAIL_NAMES | {".zip"},
    Kind.GZIP: _MAIL_NAMES | {".gz"},
    Kind.PACKED: _MAIL_NAMES,
    Kind.OUTLOOK: _MAIL_NAMES | {".pst", ".ost", ".msg", ".oft"},
    Kind.EMPTY: _MESSAGE_NAMES,
    Kind.OTHER: _MAIL_NAMES,
}


def kind_of(head: bytes, name: str) -> Kind:
    """Return what a file is that begins with these bytes."""
    magic = _by_magic(head, name)
    if magic is not None:
        return magic
    head = without_mark(head).lstrip(b"\r\n")
    if starts_mbox(head):
        return Kind.MBOX
    counted = _COUNT.match(head)
    if counted and looks_like_message(
        without_mark(head[counted.end() :]), is_named=False
    ):
        return Kind.COUNTED_MESSAGE
    if looks_like_message(head, is_named=is_named_as_mail(name)):
        return Kind.MESSAGE
    return _by_later_lines(head, name)


def _by_later_lines(head: bytes, name: str) -> Kind:
    """Return what a file is whose first lines are damaged, or are no mail."""
    if _has_mbox_later(head):
        return Kind.MBOX
    is_damaged = is_named_as_mail(name) and _LATER_HEADER.match(head)
    return Kind.MESSAGE if is_damaged else Kind.OTHER


def _by_magic(head: bytes, name: str) -> Kind | None:
    if not head:
        return Kind.EMPTY
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.ZIP
    if head.startswith(b"\x1f\x8b"):
        return Kind.PACKED if name.lower().endswith(_TARS) else Kind.GZIP
    if head.startswith(_PACKED) or head.startswith(b"ustar", _TAR_AT):
        return Kind.PACKED
    return Kind.OUTLOOK if head.startswith(_OUTLOOK) else None


def is_named_as_mail(name: str) -> bool:
    """Tell whether a file's name promises mail."""
    return PurePath(name).suffix.lower() in _MAIL_NAMES


def is_meant_as_mail(kind: Kind, name: str) -> bool:
    """Tell whether a file holds mail, or somebody who sees its name would think so.

    Many programs keep their own files as zips, empty, or in the format of Outlook.
    """
    return kind in MAIL or PurePath(name).suffix.lower() in _MEANT.get(kind, ())


def without_mark(head: bytes) -> bytes:
    """Return bytes without the mark some editors put before UTF-8."""
    return head.removeprefix(b"\xef\xbb\xbf")


def looks_like_message(head: bytes, *, is_named: bool) -> bool:
    """Tell whether bytes begin with headers of mail; one is enough for an .eml."""
    known: set[bytes] = set()
    place = 0
    for _ in range(_MOST_LINES):
        header = _HEADER.match(head, place)
        if header is None:
            break
        if is_named:
            return True
        name = header[1].lower()
        if name in _KNOWN:
            known.add(name)
            if len(known) >= _ENOUGH_KNOWN:
                return True
        place = header.end()
    return False


def _has_mbox_later(head: bytes) -> bool:
    """Tell whether an mbox begins after some rubbish."""
    at = head.find(b"\nFrom ")
    while at >= 0:
        if starts_mbox(head[at + 1 : at + 4_096]):
            return True
        at = head.find(b"\nFrom ", at + 1)
    return False
