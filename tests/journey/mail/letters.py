"""Writes small made-up mail for tests of reading and filing."""

import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

ME = "Sam Field <sam@field.example>"
FIRST = datetime(2026, 9, 1, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Mail:
    """One mail: who to whom, about what, in which words, how many days in."""

    number: str
    subject: str
    words: str
    day: float = 0
    sender: str = "Acme Careers <careers@acme.example>"
    to: str = ME
    answers: tuple[str, ...] = ()
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def raw(self) -> bytes:
        """The mail as it is stored."""
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = self.sender, self.to, self.subject
        mail["Date"] = format_datetime(FIRST + timedelta(days=self.day))
        mail["Message-ID"] = id_of(self.number)
        if self.answers:
            mail["References"] = " ".join(map(id_of, self.answers))
        for name, value in self.headers.items():
            mail[name] = value
        mail.set_content(self.words)
        return mail.as_bytes()


def id_of(number: str) -> str:
    """Return the Message-ID of a made-up mail."""
    return f"<{number}@made.example>"


def thanks(number: str, role: str = "Data Analyst", **further: object) -> Mail:
    """Make an acknowledgement."""
    words = (
        f"Dear Sam,\n\nThank you for applying for the {role} position at Acme. We have"
        " received your application and will be in touch.\n\nAcme Careers"
    )
    return Mail(number, f"Your application for {role}", words, **further)  # type: ignore[arg-type]


def no(number: str, role: str = "Data Analyst", **further: object) -> Mail:
    """Make a rejection."""
    words = (
        f"Dear Sam,\n\nThank you for your interest in the {role} position at Acme."
        " Unfortunately, after careful consideration, we have decided not to move"
        " forward with your application and will pursue other candidates.\n\n"
        "We wish you all the best.\n\nAcme Careers"
    )
    return Mail(number, f"Update on your application for {role}", words, **further)  # type: ignore[arg-type]


def invitation(number: str, when: str, **further: object) -> Mail:
    """Make an invitation to an interview."""
    words = (
        "Dear Sam,\n\nThank you for applying for the Data Analyst position at Acme. We"
        f" would like to invite you to an interview on {when}.\n\nAcme Careers"
    )
    return Mail(number, "Interview for Data Analyst at Acme", words, **further)  # type: ignore[arg-type]


def ordinary(number: str, **further: object) -> Mail:
    """Make a mail that has nothing to do with a search."""
    words = "Hello Sam,\n\nShall we cook on Saturday? Bring the red pot.\n\nRobin"
    sender = "Robin <robin@home.example>"
    return Mail(number, "Saturday", words, sender=sender, **further)  # type: ignore[arg-type]


MAILS_OF_ONE_SEARCH = [
    no("c", day=30, answers=("a",)),
    ordinary("o1"),
    thanks("a", day=1),
    invitation("b", "Thursday 24 September 2026 at 10:00", day=10, answers=("a",)),
    thanks("d", "Office Manager", day=2),
    ordinary("o2", day=3),
]


def write_mbox(path: Path, mails: Iterable[Mail]) -> Path:
    """Write mail into one mbox file."""
    begin = b"From made Tue Sep  1 09:00:00 2026\n"
    path.write_bytes(b"".join(begin + mail.raw + b"\n" for mail in mails))
    return path


def write_folder(path: Path, mails: Iterable[Mail]) -> Path:
    """Write mail into a folder of .eml files."""
    path.mkdir()
    for mail in mails:
        (path / f"{mail.number}.eml").write_bytes(mail.raw)
    return path


def write_maildir(path: Path, mails: Iterable[Mail]) -> Path:
    """Write mail into a Maildir."""
    for name in ("cur", "new", "tmp"):
        (path / name).mkdir(parents=True)
    for mail in mails:
        (path / "cur" / f"{mail.number}.host:2,S").write_bytes(mail.raw)
    return path


def write_zip(path: Path, mails: Iterable[Mail]) -> Path:
    """Write mail into a zip of .eml files."""
    with zipfile.ZipFile(path, "w") as archive:
        for mail in mails:
            archive.writestr(f"{mail.number}.eml", mail.raw)
    return path
