"""Knows the layout of a Maildir: what is a message and what only looks like a file."""

import re
from collections.abc import Iterable
from glob import escape
from os import DirEntry
from pathlib import Path

_FLAGS = re.compile(r"[:;!]2,[A-Za-z]*$")
MESSAGE_FOLDERS = ("cur", "new")


def is_maildir(path: Path) -> bool:
    """Tell whether a folder is a Maildir."""
    return (path / "cur").is_dir() and ((path / "new").is_dir() or _has_flags(path))


def _has_flags(path: Path) -> bool:
    try:
        return any(_FLAGS.search(entry.name) for entry in (path / "cur").iterdir())
    except OSError:
        return False


def unique_name(name: str) -> str:
    """Return the part of a message's file name that stays when it is read."""
    return _FLAGS.sub("", name)


def found_again(path: Path) -> Path:
    """Return where a message is now that a mail program may have moved or flagged."""
    if path.exists():
        return path
    name = unique_name(path.name)
    for folder in MESSAGE_FOLDERS:
        for at in (path.parent.parent / folder).glob(f"{escape(name)}*"):
            if unique_name(at.name) == name:
                return at
    return path


def is_subfolder(entry: DirEntry[str]) -> bool:
    """Tell whether a folder inside a Maildir is one of its mail folders."""
    return entry.name.startswith(".") and is_maildir(Path(entry.path))


def parted(
    entries: Iterable[DirEntry[str]],
) -> tuple[list[DirEntry[str]], list[DirEntry[str]]]:
    """Return a Maildir's message folders and its other entries; `tmp` is neither."""
    messages: list[DirEntry[str]] = []
    others: list[DirEntry[str]] = []
    for entry in entries:
        if entry.name in MESSAGE_FOLDERS:
            messages.append(entry)
        elif entry.name != "tmp":
            others.append(entry)
    return messages, others
