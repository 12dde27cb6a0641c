"""Walks a folder in one fixed order and says of each file where it belongs."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from os import DirEntry
from pathlib import Path

from onward.adapters.mailboxes import maildir

_DEEPEST = 60
_LEADS_OUT = "This link leads out of the folder, so it was not followed."
_NO_PERMISSION = "Onward may not read this folder."
_NOT_READ = "This folder could not be read."
_TOO_DEEP = "This folder lies too deep to be read."


@dataclass(frozen=True, slots=True)
class Entry:
    """A file or folder found; `problem` says why it is not entered.

    `key` sorts entries in the order of the walk and does not grow when a mail program
    moves a message from new to read. `folder` are the names that make its label.
    `is_message` tells a Maildir's messages, which need no second look.
    """

    path: str
    key: tuple[str, ...] = ()
    folder: tuple[str, ...] = ()
    is_folder: bool = False
    is_message: bool = False
    size: int = 0
    changed: int = 0
    problem: str = ""


def entries_in(root: str) -> Iterator[Entry]:
    """Yield the files below a folder in order; links are not followed."""
    waiting = [Entry(root, is_folder=True)]
    while waiting:
        at = waiting.pop()
        if at.is_folder:
            inside = sorted(_inside(at, root), key=lambda entry: entry.key)
            waiting += reversed(inside)
        else:
            yield at


def _inside(folder: Entry, root: str) -> Iterator[Entry]:
    if len(folder.key) > _DEEPEST:
        yield Entry(folder.path, folder.key, folder.folder, problem=_TOO_DEEP)
        return
    listed = _listed(folder.path)
    if isinstance(listed, str):
        yield Entry(folder.path, folder.key, folder.folder, problem=listed)
        return
    if not maildir.is_maildir(Path(folder.path)):
        yield from _entered(listed, folder, root)
        return
    messages, others = maildir.parted(listed)
    yield from _messages([entry.path for entry in messages], folder, root)
    visible = [entry for entry in others if maildir.is_subfolder(entry)]
    visible += [entry for entry in others if not entry.name.startswith(".")]
    yield from _entered(visible, folder, root, is_maildir=True)


def _listed(path: str) -> list[DirEntry[str]] | str:
    """Return what is in a folder, or why that cannot be told."""
    try:
        with os.scandir(path) as found:
            return list(found)
    except PermissionError:
        return _NO_PERMISSION
    except OSError:
        return _NOT_READ


def _entered(
    listed: list[DirEntry[str]], folder: Entry, root: str, *, is_maildir: bool = False
) -> Iterator[Entry]:
    for entry in listed:
        if entry.name.startswith(".") and not is_maildir:
            continue  # settings, indexes and bins of other programs
        key = (*folder.key, entry.name)
        if entry.is_dir(follow_symlinks=False):
            names = (*folder.folder, entry.name)
            yield Entry(entry.path, key, names, is_folder=True)
        else:
            yield from _file(entry, key, folder.folder, root)


def _messages(paths: list[str], folder: Entry, root: str) -> Iterator[Entry]:
    """Yield a Maildir's messages, read and new ones under one kind of key."""
    known: set[str] = set()
    for path in sorted(paths):  # "cur" before "new"
        listed = _listed(path)
        if isinstance(listed, str):
            key = (*folder.key, "cur", Path(path).name)
            yield Entry(path, key, folder.folder, problem=listed)
            continue
        for entry in listed:
            if entry.name.startswith("."):
                continue
            name = maildir.unique_name(entry.name)
            again = ("new",) if name in known else ()
            known.add(name)
            key = (*folder.key, "cur", name, *again)
            yield from _file(entry, key, folder.folder, root, is_message=True)


def _file(
    entry: DirEntry[str],
    key: tuple[str, ...],
    folder: tuple[str, ...],
    root: str,
    *,
    is_message: bool = False,
) -> Iterator[Entry]:
    """Yield a file, or a link that leads out; neither pipes nor links that stay in."""
    if entry.is_symlink():
        if not _stays_inside(entry.path, root):
            yield Entry(entry.path, key, folder, problem=_LEADS_OUT)
    elif entry.is_file(follow_symlinks=False):
        size, changed = _state_of(entry)
        yield Entry(
            entry.path,
            key,
            folder,
            is_message=is_message,
            size=size,
            changed=changed,
        )


def _state_of(entry: DirEntry[str]) -> tuple[int, int]:
    """Return a file's size and time; zeros where it has just gone away."""
    try:
        found = entry.stat(follow_symlinks=False)
    except OSError:
        return 0, 0
    return found.st_size, found.st_mtime_ns


def _stays_inside(path: str, root: str) -> bool:
    try:
        return Path(path).resolve().is_relative_to(Path(root).resolve())
    except (OSError, RuntimeError):  # a link that leads to itself
        return False
