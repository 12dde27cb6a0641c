"""Turns names of folders and files into labels, as a person knows them."""

import binascii
import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from onward.adapters.mailboxes.letters import shown_name

_SUFFIXES = frozenset({".mbox", ".sbd", ".mbx", ".gz", ".zip"})
# Names that every mailbox of its kind has, so that they say nothing.
_SAY_NOTHING = frozenset(
    {
        *("takeout", "mail", "maildir", "mbox", "cur", "new", ""),
        *("data", "messages", "attachments", "local folders"),  # Apple, Thunderbird
    }
)
_NUMBER = re.compile(r"\d|[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}", re.IGNORECASE)
_SHIFTED = re.compile(r"&([A-Za-z0-9+,]*)-")


def label_of(names: Iterable[str]) -> tuple[str, ...]:
    """Return the one label a path gives, its folders parted by "/"; none if generic."""
    said = [part for name in names for part in _parts(name)]
    kept = [part for part in said if not _says_nothing(part)]
    return ("/".join(kept),) if kept else ()


def joined(outer: tuple[str, ...], inner: tuple[str, ...]) -> tuple[str, ...]:
    """Return the label of something that lies in a folder which has one too."""
    both = "/".join((*outer, *inner))
    return (both,) if both else ()


def _says_nothing(part: str) -> bool:
    return part.lower() in _SAY_NOTHING or _NUMBER.fullmatch(part) is not None


def _parts(name: str) -> list[str]:
    """Split a Maildir's ".Sent.2026" and drop what only names a format."""
    if name.startswith("."):
        return shown_name(unshifted(name)).strip(".").split(".")
    path = PurePosixPath(shown_name(name))
    while path.suffix.lower() in _SUFFIXES:
        path = path.with_suffix("")
    return [path.name]


def unshifted(name: str) -> str:
    """Return a folder's name from a mail server's spelling, "Entw&APw-rfe"."""
    return _SHIFTED.sub(_letters, name)


def _letters(shifted: re.Match[str]) -> str:
    if not shifted[1]:
        return "&"
    coded = shifted[1].replace(",", "/") + "=" * (-len(shifted[1]) % 4)
    try:
        return binascii.a2b_base64(coded).decode("utf-16-be")
    except (binascii.Error, UnicodeError):
        return shifted[0]
