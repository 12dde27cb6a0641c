"""Makes mailboxes of every kind that hold the same mail."""

import gzip
import zipfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from onward.adapters.mailboxes import open_mailbox
from onward.domain.mail.parsing.split import in_one_form
from onward.ports.mailbox import RawMessage, Unreadable

FROM_LINE = b"From jo@post.example Mon Jan  2 10:00:00 2023\n"


def message(number: int = 1, body: str = "Good news: the room is booked.") -> bytes:
    """Return a small message with LF line ends."""
    return (
        f"From: Jo Lund <jo@post.example>\nTo: sam@home.example\n"
        f"Subject: Letter {number}\nDate: Mon, 2 Jan 2023 10:00:00 +0000\n"
        f"Message-ID: <{number}@post.example>\n\n{body}\n"
    ).encode()


def quoted(content: bytes) -> bytes:
    """Return a message as an mbox holds it, each "From " in it marked."""
    lines = content.split(b"\n")
    marked = [
        b">" + line if line.lstrip(b">").startswith(b"From ") else line
        for line in lines
    ]
    return b"\n".join(marked)


def as_mbox(path: Path, messages: Iterable[bytes]) -> Path:
    """Write messages as one mbox."""
    stored = b"".join(
        FROM_LINE + quoted(in_one_form(content)) + b"\n" for content in messages
    )
    path.write_bytes(stored)
    return path


def as_windows_mbox(path: Path, messages: Iterable[bytes]) -> Path:
    """Write messages as an mbox with CRLF line ends."""
    as_mbox(path, messages)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    return path


def as_maildir(path: Path, messages: Iterable[bytes]) -> Path:
    """Write messages as a Maildir, every other one as not read yet."""
    for name in ("cur", "new", "tmp"):
        (path / name).mkdir(parents=True)
    for number, content in enumerate(messages):
        folder, flags = ("new", "") if number % 2 else ("cur", ":2,S")
        (path / folder / f"167265{number:04}.M{number}.host{flags}").write_bytes(
            content
        )
    return path


def as_folder(path: Path, messages: Iterable[bytes]) -> Path:
    """Write messages as .eml files, half of them one folder deeper."""
    (path / "more").mkdir(parents=True)
    for number, content in enumerate(messages):
        place = path / "more" if number % 2 else path
        (place / f"{number:04}.eml").write_bytes(content)
    return path


def as_apple_folder(path: Path, messages: Iterable[bytes]) -> Path:
    """Write messages as .emlx files, the way Apple Mail keeps them."""
    folder = path / "Inbox.mbox" / "5F2C6E1A-0C1D-4E5B-9A57-2B8C8E0F4D11" / "Data"
    (folder / "Messages").mkdir(parents=True)
    for number, content in enumerate(messages):
        stored = b"%-10d\n" % len(content) + content + b"<?xml version='1.0'?>\n"
        (folder / "Messages" / f"{number}.emlx").write_bytes(stored)
    (path / "Inbox.mbox" / "Info.plist").write_bytes(b"<?xml version='1.0'?><plist/>")
    return path


def as_gzip(path: Path, messages: Iterable[bytes]) -> Path:
    """Write messages as a compressed mbox."""
    path.write_bytes(gzip.compress(as_mbox(path, messages).read_bytes(), mtime=0))
    return path


def as_zip_of_messages(path: Path, messages: Iterable[bytes]) -> Path:
    """Write messages as a zip of .eml files."""
    named = {f"mail/{n:04}.eml": content for n, content in enumerate(messages)}
    return as_zip(path, named)


def as_zip_of_mbox(path: Path, messages: Iterable[bytes]) -> Path:
    """Write messages as a zip that holds one mbox."""
    content = as_mbox(path, messages).read_bytes()
    return as_zip(path, {"Takeout/Mail/All mail.mbox": content})


def as_zip(path: Path, files: dict[str, bytes]) -> Path:
    """Write files as a zip."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def as_nested_folder(path: Path, messages: Sequence[bytes]) -> Path:
    """Write messages as a folder with every kind in it."""
    path.mkdir()
    for number, (name, make) in enumerate(KINDS.items()):
        if make is not as_nested_folder:
            make(path / name, messages[number :: len(KINDS) - 1])
    return path


Maker = Callable[[Path, Sequence[bytes]], Path]
KINDS: dict[str, Maker] = {
    "box.mbox": as_mbox,
    "windows.mbox": as_windows_mbox,
    "maildir": as_maildir,
    "folder": as_folder,
    "apple": as_apple_folder,
    "box.mbox.gz": as_gzip,
    "messages.zip": as_zip_of_messages,
    "mbox.zip": as_zip_of_mbox,
    "nested": as_nested_folder,
}


def read(path: Path, after: str = "") -> list[RawMessage | Unreadable]:
    """Return everything a mailbox yields."""
    return list(open_mailbox(path).messages(after))


def contents(path: Path) -> list[bytes]:
    """Return the messages of a mailbox."""
    return [item.content for item in read(path) if isinstance(item, RawMessage)]


def reasons(path: Path) -> list[str]:
    """Return why something in a mailbox could not be read."""
    return [item.reason for item in read(path) if isinstance(item, Unreadable)]
