"""Judges the entries of a zip by what its list says of them, before any is unpacked."""

import stat
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import PureWindowsPath
from zipfile import ZipFile, ZipInfo

from onward.adapters.mailboxes.unpacking import most_unpacked

_ENCRYPTED = 0x1
_NAME_IS_UTF8 = 0x800
# The other methods unpack without a bound on how much comes out at once.
_READ_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_LEADS_OUT = "This entry's name leads out of the archive, so it was left alone."
_IS_LINK = "This entry is a link, so it was not followed."
_IS_LOCKED = "This entry is locked with a password."
_IS_BOMB = "This entry unpacks to far more than mail does, so it was left alone."
_ODD_METHOD = "This entry is compressed in a way Onward does not read."


def readable(archive: ZipFile) -> Iterator[tuple[int, ZipInfo]]:
    """Yield the files of a zip with their numbers, without hidden ones."""
    for number, entry in enumerate(archive.infolist()):
        if not entry.is_dir() and not _is_hidden(entry):
            yield number, entry


def name_of(entry: ZipInfo) -> str:
    """Return an entry's path; many programs write UTF-8 without saying so."""
    name = entry.filename.replace("\\", "/")
    if entry.flag_bits & _NAME_IS_UTF8 or name.isascii():
        return name
    try:
        return name.encode("cp437").decode("utf-8")
    except UnicodeError:
        return name


def is_locked(entry: ZipInfo) -> bool:
    """Tell whether an entry needs a password."""
    return bool(entry.flag_bits & _ENCRYPTED)


def problem_of(entry: ZipInfo) -> str:
    """Return why an entry is left alone; empty when it is not."""
    if _leads_out(entry.filename):
        return _LEADS_OUT
    if stat.S_ISLNK(entry.external_attr >> 16):
        return _IS_LINK
    if is_locked(entry):
        return _IS_LOCKED
    if entry.compress_type not in _READ_METHODS:
        return _ODD_METHOD
    return _IS_BOMB if _is_bomb(entry) else ""


def is_out_of_proportion(entries: Iterable[ZipInfo], size: int) -> bool:
    """Tell whether the entries that would be read unpack to more than mail does.

    An entry never unpacks to more than its list says; but a list may name the same
    bytes many times.
    """
    total = sum(entry.file_size for entry in entries if not problem_of(entry))
    return total > most_unpacked(size)


def _is_bomb(entry: ZipInfo) -> bool:
    return entry.file_size > most_unpacked(entry.compress_size)


def _is_hidden(entry: ZipInfo) -> bool:
    """Tell whether an entry belongs to a system, such as macOS's "__MACOSX"."""
    return any(
        part == "__MACOSX" or (part.startswith(".") and part.strip("."))
        for part in entry.filename.split("/")
    )


def _leads_out(name: str) -> bool:
    windows = PureWindowsPath(name)
    return bool(windows.root) or ".." in windows.parts
