"""Walks a folder in one fixed order and says of each file where it belongs."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
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

    path: Path
    key: tuple[str, ...] = ()
    folder: tuple[str, ...] = ()
    is_folder: bool = False
    is_message: bool = False
    size: int = 0
    changed: int = 0
    problem: str = ""


def entries_in(root: Path) -> Iterator[Entry]:
    """Yield the files below a folder in order; links are not followed."""
    waiting = [Entry(root, is_folder=True)]
    while waiting:
        at = waiting.pop()
        if at.is_folder:
            inside = sorted(_inside(at, root), key=lambda entry: entry.key)
            waiting += reversed(inside)
        else:
            yield at


def _inside(folder: Entry, root: Path) -> Iterator[Entry]:
    if len(folder.key) > _DEEPEST:
        yield Entry(folder.path, folder.key, folder.folder, problem=_TOO_DEEP)
        return
    listed = _listed(folder.path)
    if isinstance(listed, str):
        yield Entry(folder.path, folder.key, folder.folder, problem=listed)
        return
    if not maildir.is_maildir(folder.path):
        yield from _entered(listed, folder, root)
        return
    messages, others = maildir.parted(listed)
    yield from _messages([Path(entry.path) for entry in messages], folder, root)
    visible = [entry for entry in others if maildir.is_subfolder(entry)]
    visible += [entry for entry in others if not entry.name.startswith(".")]
    yield from _entered(visible, folder, root, is_maildir=True)


def _listed(path: Path) -> list[DirEntry[str]] | str:
    """Return what is in a folder, or why that cannot be told."""
    try:
        with os.scandir(path) as found:
            return list(found)
    except PermissionError:
        return _NO_PERMISSION
    except OSError:
        return _NOT_READ


def _entered(
    listed: list[DirEntry[str]], folder: Entry, root: Path, *, is_maildir: bool = False
) -> Iterator[Entry]:
    for entry in listed:
        if entry.name.startswith(".") and not is_maildir:
            continue  # settings, indexes and bins of other programs
        key = (*folder.key, entry.name)
        if entry.is_dir(follow_symlinks=False):
            path = Path(entry.path)
            yield Entry(path, key, (*folder.folder, entry.name), is_folder=True)
        else:
            yield from _file(entry, key, folder.folder, root)


def _messages(paths: list[Path], folder: Entry, root: Path) -> Iterator[Entry]:
    """Yield a Maildir's messages, read and new ones under one kind of key."""
    known: set[tuple[str, ...]] = set()
    for path in sorted(paths):  # "cur" before "new"
        listed = _listed(path)
        if isinstance(listed, str):
            key = (*folder.key, "cur", path.name)
            yield Entry(path, key, folder.folder, problem=listed)
            continue
        for entry in listed:
            if entry.name.startswith("."):
                continue
            key = (*folder.key, "cur", maildir.unique_name(entry.name))
            key = (*key, path.name) if key in known else key
            known.add(key)
            for found in _file(entry, key, folder.folder, root):
                yield replace(found, is_message=True)


def _file(
    entry: DirEntry[str], key: tuple[str, ...], folder: tuple[str, ...], root: Path
) -> Iterator[Entry]:
    """Yield a file, or a link that leads out; neither pipes nor links that stay in."""
    path = Path(entry.path)
    if entry.is_symlink():
        if not _stays_inside(path, root):
            yield Entry(path, key, folder, problem=_LEADS_OUT)
    elif entry.is_file(follow_symlinks=False):
        try:
            found = entry.stat(follow_symlinks=False)
        except OSError:
            yield Entry(path, key, folder)
            return
        yield Entry(path, key, folder, size=found.st_size, changed=found.st_mtime_ns)


def _stays_inside(path: Path, root: Path) -> bool:
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # a link that leads to itself
        return False
