"""Reads mail to train on and to measure with: the public rows and our own files."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parseaddr
from hashlib import blake2b
from pathlib import Path

from onward.domain.mail.message import Address, ParsedMail
from onward.domain.mail.verdict import Meaning

HOUSE = Path(__file__).resolve().parent.parent
PUBLIC = HOUSE.parent / "shared" / "data" / "job_mail.jsonl"
OWN = HOUSE / "training" / "mail"
PERSON = Address("", "person@home.example")
_FLAGS = frozenset({"feedback_offered", "feedback_given", "lookalike"})


@dataclass(frozen=True, slots=True)
class Example:
    """A message with what a careful reader would say of it.

    `group` holds rows that are copies of one letter; `origin` is the public source or
    our own file; `kind` is real, synthetic, web_template or own.
    """

    origin: str
    group: str
    kind: str
    label: Meaning
    mail: ParsedMail
    quote: str = ""
    employer: str = ""
    role: str = ""
    flags: frozenset[str] = frozenset()
    language: str = "en"
    scene: str = ""


def public_examples(path: Path = PUBLIC) -> list[Example]:
    """Return the public rows, in the order of the file."""
    with path.open(encoding="utf-8") as lines:
        return [_public(json.loads(line)) for line in lines]


def _public(row: dict[str, str]) -> Example:
    name, address = parseaddr(row["from"] or "")
    return Example(
        origin=row["source"],
        group=f"{row['source']}:{row['dup_group']}",
        kind=row["kind"],
        label=Meaning(row["label"]),
        mail=ParsedMail(
            digest=_digest(row["id"]),
            subject=row["subject"] or "",
            sender=Address(name, address.replace("[user]", "someone")),
            recipients=(PERSON,),
            text=row["body"] or "",
        ),
    )


def own_examples(folder: Path) -> list[Example]:
    """Return the mail written for this project in a folder's files, by name."""
    return [
        example
        for path in sorted(folder.glob("*.txt"))
        for example in _own(path.name, path.read_text(encoding="utf-8"))
    ]


def judge_examples(language: str = "en") -> list[Example]:
    """Return our own mail to judge with that is written in one language."""
    examples = own_examples(OWN / "judge")
    return [example for example in examples if example.language == language]


def pair_examples() -> list[Example]:
    """Return the pairs alike in words that were written to judge with."""
    return own_examples(OWN / "judge-pairs")


def _own(name: str, content: str) -> Iterator[Example]:
    messages = re.split(r"^@@[ \t]*", content, flags=re.MULTILINE)[1:]
    for number, message in enumerate(messages):
        first, _, rest = message.partition("\n")
        label, *others = [part.strip() for part in first.split(";")]
        told = dict(_pair(part) for part in others if "=" in part)
        flags = _FLAGS.intersection(others)
        place = f"{name}:{number}"
        yield Example(
            origin=name,
            group=place,
            kind="own",
            label=Meaning(label),
            mail=_written(place, rest),
            quote=told.get("quote", "").strip('"'),
            employer=told.get("employer", ""),
            role=told.get("role", ""),
            flags=flags,
            language=told.get("lang", "en"),
            scene=told.get("scene", ""),
        )


def _pair(part: str) -> tuple[str, str]:
    key, _, value = part.partition("=")
    return key.strip(), value.strip()


def _written(place: str, rest: str) -> ParsedMail:
    head, _, body = rest.lstrip("\n").partition("\n\n")
    headers = dict(re.findall(r"^([\w-]+):[ \t]*(.*)$", head, flags=re.MULTILINE))
    to = Address(*parseaddr(headers["To"])) if "To" in headers else PERSON
    return ParsedMail(
        digest=_digest(place),
        subject=headers.get("Subject", ""),
        sender=Address(*parseaddr(headers.get("From", ""))),
        recipients=(to,),
        text=body.rstrip() + "\n",
    )


def _digest(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=16).digest()
