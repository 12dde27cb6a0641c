"""Sorts new messages into those that are kept and others; nothing is written here."""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from onward.background.clock import now
from onward.domain.mail.context import Context
from onward.domain.mail.message import Fault, ParsedMail
from onward.domain.mail.parsing.parse import heading_of, parse
from onward.domain.mail.reading_each import read_each
from onward.domain.mail.triage.first_look import worth_opening, worth_reading
from onward.domain.mail.triage.glance import is_plainly_ordinary
from onward.journey.mail.kept import message_of, storable
from onward.journey.mail.models import Import, Message, Problem
from onward.journey.mail.related import LetGo
from onward.journey.mail.width import NEEDED, is_kept
from onward.journey.people.models import Width
from onward.ports.mailbox import RawMessage, Unreadable

logger = logging.getLogger(__name__)
Item = RawMessage | Unreadable
Many = Mapping[bytes, ParsedMail]
_RAW_KEPT = 4_096
_COULD_NOT = "This message could not be read. Its first part is kept here."


@dataclass(slots=True)
class Read:
    """What one batch came to, before it is kept.

    `open` are the marks of messages that wait for a second look, `broken` of those that
    are refused.
    """

    last: Item
    seen: dict[bytes, float] = field(default_factory=dict)
    kept: dict[bytes, Message] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    let_go: list[LetGo] = field(default_factory=list)
    open: set[bytes] = field(default_factory=set)
    broken: set[bytes] = field(default_factory=set)
    known: int = 0
    refused: int = 0
    count: int = 0

    def light(self) -> "Read":
        """Return this without the words of its last message, to be handed on."""
        if isinstance(self.last, RawMessage):
            self.last = replace(self.last, content=b"")
        return self


def understand(
    new: Mapping[bytes, RawMessage], read: Read, reading: Import, context: Context
) -> Iterator[tuple[bytes, ParsedMail]]:
    """Sort messages into kept and others; yield those that are let go.

    What comes from a server was chosen by its heading; it is read whole, if in haste.
    """
    if reading.look == Import.Look.FIRST and not reading.is_connected:
        yield from _glance(new, read, reading, context)
    else:
        parsed = _parsed(new, read, reading)
        yield from _sort(parsed, new, read, reading, context)


def _glance(
    new: Mapping[bytes, RawMessage], read: Read, reading: Import, context: Context
) -> Iterator[tuple[bytes, ParsedMail]]:
    """Read what may well be about the search; leave the rest to a second look."""
    moment = now()
    headings = {
        mark: heading_of(item.content, moment, item.labels)
        for mark, item in new.items()
    }
    opened = _chosen(headings, worth_opening(list(headings.values())))
    parsed = _parsed({mark: new[mark] for mark in opened}, read, reading, opened)
    worth, scored = worth_reading(list(parsed.values()))
    promising = _chosen(parsed, worth)
    left = headings.keys() - read.seen.keys() - promising.keys()
    read.open |= left
    read.seen |= dict.fromkeys(left, 0.0)
    yield from ((mark, mail) for mark, mail in headings.items() if mark in left)
    known = replace(context, scored=scored)
    yield from _sort(promising, new, read, reading, known)


def _chosen(many: Many, flags: list[bool]) -> dict[bytes, ParsedMail]:
    pairs = zip(many.items(), flags, strict=True)
    return {mark: mail for (mark, mail), is_chosen in pairs if is_chosen}


def _parsed(
    new: Mapping[bytes, RawMessage],
    read: Read,
    reading: Import,
    headings: Many | None = None,
) -> dict[bytes, ParsedMail]:
    """Return what needs reading; the plainly ordinary and the broken are seen to."""
    moment = now()
    parsed: dict[bytes, ParsedMail] = {}
    for mark, item in new.items():
        known = headings[mark] if headings else None
        mail = parse(item.content, moment, mark, item.labels, known)
        if Fault.UNREADABLE in mail.faults:
            read.seen[mark] = 0.0
            read.broken.add(mark)
            refuse(read, reading, item, _COULD_NOT, item.content)
        elif is_plainly_ordinary(mail):
            read.seen[mark] = 0.0
        else:
            parsed[mark] = mail
    return parsed


def _sort(
    parsed: Many,
    new: Mapping[bytes, RawMessage],
    read: Read,
    reading: Import,
    context: Context,
) -> Iterator[tuple[bytes, ParsedMail]]:
    is_quick = reading.look == Import.Look.FIRST
    least = NEEDED[Width(reading.width)]
    context = replace(context, least=least, in_haste=is_quick)
    found_of = read_each(list(parsed.values()), context, is_quick=is_quick)
    for (mark, mail), found in zip(parsed.items(), found_of, strict=True):
        if found is None:
            logger.error("A message broke its reading; it is kept as a problem.")
            read.seen[mark] = 0.0
            read.broken.add(mark)
            refuse(read, reading, new[mark], _COULD_NOT, new[mark].content)
            continue
        read.seen[mark] = found.chance
        if found.is_in_doubt:
            read.open.add(mark)
        if is_kept(found.chance, reading.width):
            own = context.is_own(mail)
            read.kept[mark] = message_of(mail, found, own=own)
        else:
            yield mark, mail


def refuse(read: Read, reading: Import, item: Item, reason: str, raw: bytes) -> None:
    """Note a message that could not be read, with its first part."""
    read.refused += 1
    read.problems.append(
        Problem(
            person_id=reading.person_id,
            reading=reading,
            place=storable(item.place)[-500:],
            reason=reason[:500],
            position=item.position[:4096],
            raw=raw[:_RAW_KEPT],
        )
    )
