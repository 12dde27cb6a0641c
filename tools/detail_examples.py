"""Reads the mail whose details were noted by hand, to measure how they are found."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from zoneinfo import ZoneInfo

from onward.domain.mail.context import Context
from onward.domain.mail.message import Address, ParsedMail
from onward.domain.mail.parsing.addresses import addresses_in
from onward.domain.mail.verdict import Meaning

DETAILS = Path(__file__).resolve().parent.parent / "training" / "details"
_PERSON = Address("", "person@home.example")
HOME = "Europe/London"
_HEADERS = frozenset({"From", "To", "Subject"})


@dataclass(frozen=True, slots=True)
class Noted:
    """A mail, what it means and what a careful reader noted of it."""

    place: str
    label: Meaning
    mail: ParsedMail
    zone: str
    told: Mapping[str, str]
    person: str = _PERSON.address

    @property
    def context(self) -> Context:
        """What is known before it is read: whose it is and where they live."""
        return Context(own_addresses=(self.person,), zone=ZoneInfo(self.zone))


def noted_mail(folder: Path) -> list[Noted]:
    """Return the mail of a folder's files, by name."""
    return [
        noted
        for path in sorted(folder.glob("*.txt"))
        for noted in _mail_in(path.stem, path.read_text(encoding="utf-8"))
    ]


def _mail_in(name: str, content: str) -> Iterator[Noted]:
    parts = re.split(r"^@@[ \t]*", content, flags=re.MULTILINE)[1:]
    for number, part in enumerate(parts, 1):
        label, _, rest = part.partition("\n")
        head, _, body = rest.partition("\n\n")
        lines = re.findall(r"^([\w-]+):[ \t]*(.*)$", head, flags=re.MULTILINE)
        told = {key: value for key, value in lines if key not in _HEADERS and value}
        headers = {key: value for key, value in lines if key in _HEADERS}
        zone = told.pop("zone", HOME)
        sent_at = datetime.fromisoformat(told.pop("sent")).replace(
            tzinfo=ZoneInfo(zone)
        )
        place = f"{name}:{number}"
        mail = _written(place, headers, body, sent_at)
        meaning = Meaning(label.strip())
        # Whose mail it is is known by then, whatever address they write from.
        own = meaning is Meaning.FOLLOW_UP
        person = mail.sender.address if own else _PERSON.address
        yield Noted(place, meaning, mail, zone, told, person)


def _written(
    place: str, headers: Mapping[str, str], body: str, sent_at: datetime
) -> ParsedMail:
    to = _address(headers["To"]) if "To" in headers else _PERSON
    return ParsedMail(
        digest=blake2b(place.encode(), digest_size=16).digest(),
        subject=headers.get("Subject", ""),
        sender=_address(headers["From"]),
        recipients=(to,),
        sent_at=sent_at,
        text=body.rstrip() + "\n",
    )


def _address(told: str) -> Address:
    return next(iter(addresses_in(told.encode())), Address())
