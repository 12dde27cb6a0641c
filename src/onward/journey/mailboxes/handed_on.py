"""What is handed on to be read while the server is asked for more; nothing is written.

Each kind knows how it is read, so that another process may do it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from onward.domain.mail.context import Context
from onward.domain.mail.parsing.parse import parse
from onward.domain.mail.triage.first_sight import Glance, glances, worth_whole
from onward.journey.mail.batches import read_batch
from onward.journey.mail.digests import mark_of
from onward.journey.mail.models import Import, Message
from onward.journey.mail.portioned import Batch
from onward.journey.mail.related import as_related
from onward.journey.mail.understanding import Item, Read
from onward.journey.mailboxes.signs import mark_of_heading, ties_of
from onward.ports.mail_server import Fetched, Heading
from onward.ports.mailbox import RawMessage


class HandedOn(Protocol):
    """Something to be read as a look reads."""

    def read(self, reading: Import, context: Context) -> object:
        """Return what it comes to."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What a heading tells: its mark, what it may have in common, its worth."""

    mark: bytes
    ties: bytes
    glance: Glance


@dataclass(frozen=True, slots=True)
class Headings:
    """Headings as a server gave them."""

    batch: Sequence[Heading]

    def read(self, _reading: Import, _context: Context) -> list[Sight]:
        """Return what each of them tells."""
        parsed = [parse(one.content.replace(b"\r\n", b"\n")) for one in self.batch]
        return [
            Sight(mark_of_heading(one.content, one.size), ties_of(mail), glance)
            for one, mail, glance in zip(
                self.batch, parsed, glances(parsed), strict=True
            )
        ]


@dataclass(frozen=True, slots=True)
class ReadMail:
    """What mail came to; `related` would be kept if it belongs to kept mail."""

    read: Read
    related: dict[bytes, Message] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mail:
    """Fetched messages, each with how likely it must be to be kept as related.

    `known` are the marks of those that need no reading, with how likely they are; below
    nothing where they are kept.
    """

    items: Sequence[Item]
    leasts: Sequence[float]
    known: Mapping[bytes, float] = field(default_factory=dict)

    def read(self, reading: Import, context: Context) -> ReadMail:
        """Return what they come to, for those also that may belong to kept mail."""
        read = read_batch(Batch(list(self.items)), reading, context, self.known.keys())
        read.count = 0  # they were counted when their headings were seen
        chances = read.seen | dict(self.known)
        related = [
            item
            for item, least in zip(self.items, self.leasts, strict=True)
            if isinstance(item, RawMessage)
            and (mark := mark_of(item.content)) not in read.kept
            and chances.get(mark, -1.0) >= least
        ]
        found = as_related(reading, related, context) if related else {}
        return ReadMail(read.light(), found)


@dataclass(frozen=True, slots=True)
class Beginnings:
    """Beginnings of messages that are in doubt; `mail` are those that are whole."""

    told: Sequence[Fetched]
    is_whole: Sequence[bool]
    mail: Mail

    def read(
        self, reading: Import, context: Context
    ) -> tuple[list[bool], ReadMail | None]:
        """Return which are worth fetching, and what those come to that are whole."""
        worth = worth_whole([parse(one.content) for one in self.told])
        kept = [w for w, is_all in zip(worth, self.is_whole, strict=True) if is_all]
        pairs = zip(self.mail.items, self.mail.leasts, kept, strict=True)
        chosen = [(item, least) for item, least, is_worth in pairs if is_worth]
        if not chosen:
            return worth, None
        items, leasts = zip(*chosen, strict=True)
        return worth, Mail(items, leasts, self.mail.known).read(reading, context)
