"""Hands out the made-up mailbox as messages, or written down in one of four kinds."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from time import asctime

from onward.demo.correspondence import correspondence
from onward.demo.rendering import message_of

INBOX, SENT = "INBOX", "Sent"
_FROM_WORD = re.compile(rb"^(>*From )", re.MULTILINE)


class Kind(StrEnum):
    """The forms in which people have their mail on disk."""

    EML = "eml"
    MBOX = "mbox"
    MAILDIR = "maildir"
    ZIP = "zip"


@dataclass(frozen=True, slots=True)
class DemoMail:
    """One message of the made-up mailbox; its line ends are LF."""

    content: bytes
    folder: str
    sent_at: datetime
    message_id: str


def demo_messages(today: date) -> Iterator[DemoMail]:
    """Yield the whole search as it stands today, oldest message first."""
    for posted in correspondence(today):
        yield DemoMail(
            content=message_of(posted),
            folder=SENT if posted.letter.is_own else INBOX,
            sent_at=posted.sent_at,
            message_id=posted.message_id,
        )


def write_mailbox(folder: Path, today: date, kind: Kind | str) -> Path:
    """Write the mailbox into a folder and return what is to be imported."""
    folder.mkdir(parents=True, exist_ok=True)
    return _WRITERS[Kind(kind)](folder, list(demo_messages(today)))


def _as_eml(folder: Path, mails: list[DemoMail]) -> Path:
    for name, mail in _named(mails):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(mail.content)
    return folder


def _as_zip(folder: Path, mails: list[DemoMail]) -> Path:
    path = folder / "mail.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, mail in _named(mails):
            entry = zipfile.ZipInfo(name, mail.sent_at.timetuple()[:6])
            archive.writestr(entry, mail.content, zipfile.ZIP_DEFLATED)
    return path


def _named(mails: list[DemoMail]) -> Iterator[tuple[str, DemoMail]]:
    for number, mail in enumerate(mails, start=1):
        yield f"{mail.folder}/{number:03}-{mail.sent_at:%Y-%m-%d}.eml", mail


def _as_mbox(folder: Path, mails: list[DemoMail]) -> Path:
    for name in (INBOX, SENT):
        with (folder / f"{name}.mbox").open("wb") as stream:
            for mail in mails:
                if mail.folder == name:
                    stream.write(_from_line(mail.sent_at))
                    stream.write(_FROM_WORD.sub(rb">\1", mail.content) + b"\n")
    return folder


def _from_line(sent_at: datetime) -> bytes:
    """Return the line that begins a message in an mbox."""
    return f"From demo {asctime(sent_at.utctimetuple())}\n".encode()


def _as_maildir(folder: Path, mails: list[DemoMail]) -> Path:
    path = folder / "Maildir"
    for box in (path, path / f".{SENT}"):
        for name in ("cur", "new", "tmp"):
            (box / name).mkdir(parents=True, exist_ok=True)
    for number, mail in enumerate(mails, start=1):
        box = path / f".{SENT}" if mail.folder == SENT else path
        name = f"{int(mail.sent_at.timestamp())}.{number}.demo"
        (box / "new" / name).write_bytes(mail.content)
    return path


_WRITERS = {
    Kind.EML: _as_eml,
    Kind.MBOX: _as_mbox,
    Kind.MAILDIR: _as_maildir,
    Kind.ZIP: _as_zip,
}
