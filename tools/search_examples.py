"""Reads whole job searches, each a mailbox and what is true of every mail in it."""

import csv
import mailbox
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

from onward.domain.mail.verdict import Meaning
from tools.mail_examples import HOUSE

SEARCHES = HOUSE / "training" / "searches"
DETAILS = ("employer", "role", "agency")


@dataclass(frozen=True, slots=True)
class Letter:
    """A message, and what is true of it; `applications` are those it belongs to."""

    number: str
    content: bytes
    sent_at: datetime
    own: bool
    label: Meaning
    applications: tuple[str, ...]
    told: Mapping[str, str]


def letters_of(folder: Path) -> list[Letter]:
    """Return the messages of a search, in the order of its mailbox."""
    with (folder / "truth.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["message_id"].strip("<>"): row for row in csv.DictReader(file)}
    person = (folder / "person.txt").read_text(encoding="utf-8").strip().lower()
    with closing(mailbox.mbox(folder / "mail.mbox", create=False)) as mails:
        return [_letter(mail, rows, person) for mail in mails]


def _letter(
    mail: mailbox.mboxMessage, rows: Mapping[str, dict[str, str]], person: str
) -> Letter:
    number = str(mail["Message-ID"]).strip().strip("<>")
    row = rows[number]
    return Letter(
        f"<{number}>",
        mail.as_bytes(),
        parsedate_to_datetime(str(mail["Date"])),
        person in str(mail["From"]).lower(),
        Meaning(row["label"]),
        tuple(filter(None, row["application"].split("+"))),
        {name: row[name].strip() for name in DETAILS},
    )
