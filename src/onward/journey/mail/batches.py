"""Reads a handful of messages at a time and keeps what they come to, all or nothing."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from django.db import transaction
from django.utils import timezone

from onward.background.clock import now
from onward.domain.mail.details_context import Context
from onward.domain.mail.message import Fault, ParsedMail
from onward.domain.mail.parse import parse
from onward.domain.mail.reading import read_many
from onward.domain.mail.triage import is_plainly_ordinary
from onward.domain.mail.verdict import Reading
from onward.journey.mail.alike import known_otherwise
from onward.journey.mail.digests import mark_of
from onward.journey.mail.holding import held_by
from onward.journey.mail.kept import message_of, storable
from onward.journey.mail.models import Import, Message, Problem, Seen
from onward.journey.mail.passages import index_mail
from onward.journey.mail.related import LetGo, let_go_of
from onward.journey.mail.width import NEEDED, is_kept
from onward.journey.people.models import Person, Width
from onward.ports.mailbox import RawMessage, Unreadable

logger = logging.getLogger(__name__)
Item = RawMessage | Unreadable
_RAW_KEPT = 4_096
_MOST_PROBLEMS = 1_000
_COULD_NOT = "This message could not be read. Its first part is kept here."


@dataclass(slots=True)
class Read:
    """What one batch came to, before it is kept."""

    last: Item
    seen: dict[bytes, float] = field(default_factory=dict)
    kept: dict[bytes, Message] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    let_go: list[LetGo] = field(default_factory=list)
    known: int = 0
    refused: int = 0
    count: int = 0


def batches(items: Iterable[Item], most: int, most_bytes: int) -> Iterator[list[Item]]:
    """Yield messages in batches of a bounded number and size."""
    batch: list[Item] = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item.content) if isinstance(item, RawMessage) else 0
        if len(batch) >= most or size >= most_bytes:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def read_batch(
    batch: Sequence[Item], reading: Import, context: Context, first: int = 0
) -> Read:
    """Return what a batch comes to; nothing is written yet.

    `first` is how many messages came before it.
    """
    read = Read(last=batch[-1], count=len(batch))
    raw: dict[bytes, RawMessage] = {}
    places: dict[bytes, int] = {}
    for place, item in enumerate(batch, first):
        if isinstance(item, Unreadable):
            _refuse(read, reading, item, item.reason, item.raw)
            continue
        mark = mark_of(item.content)
        read.known += mark in raw
        raw.setdefault(mark, item)
        places.setdefault(mark, place)
    known = known_marks(reading.person, list(raw), reading.width)
    read.known += len(known)
    new = {mark: item for mark, item in raw.items() if mark not in known}
    for mark, mail in _understand(new, read, reading, context):
        one = let_go_of(mail, places[mark], read.seen[mark])
        read.let_go += [one] if one else []
    return read


def known_marks(person: Person, marks: Sequence[bytes], width: str) -> set[bytes]:
    """Return the messages that need no reading: seen, and not wanted since."""
    seen = Seen.objects.of(person).filter(digest__in=marks)
    found = {
        bytes(mark): chance for mark, chance in seen.values_list("digest", "chance")
    }
    again = {
        mark
        for mark, chance in found.items()
        if NEEDED[Width(width)] <= chance < NEEDED[Width.NARROW]
    }
    if again:
        held = Message.objects.of(person).filter(digest__in=again)
        again -= {bytes(mark) for mark in held.values_list("digest", flat=True)}
    return set(found) - again


def _understand(
    new: dict[bytes, RawMessage], read: Read, reading: Import, context: Context
) -> Iterator[tuple[bytes, ParsedMail]]:
    """Sort messages into kept and others; yield those that are let go."""
    moment = now()
    parsed: dict[bytes, ParsedMail] = {}
    for mark, item in new.items():
        mail = parse(item.content, moment)
        if item.labels:
            mail = _labelled(mail, item.labels)
        if Fault.UNREADABLE in mail.faults:
            read.seen[mark] = 0.0
            _refuse(read, reading, item, _COULD_NOT, item.content)
        elif is_plainly_ordinary(mail):
            read.seen[mark] = 0.0
        else:
            parsed[mark] = mail
    for mark, mail, found in _readings(parsed, context):
        if found is None:
            read.seen[mark] = 0.0
            _refuse(read, reading, new[mark], _COULD_NOT, new[mark].content)
            continue
        read.seen[mark] = found.chance
        if is_kept(found.chance, reading.width):
            own = context.is_own(mail)
            read.kept[mark] = message_of(mail, found, own=own)
        else:
            yield mark, mail


def _labelled(mail: ParsedMail, labels: tuple[str, ...]) -> ParsedMail:
    return replace(mail, labels=(*labels, *mail.labels))


def _readings(
    parsed: dict[bytes, ParsedMail], context: Context
) -> Iterator[tuple[bytes, ParsedMail, Reading | None]]:
    """Yield each message with its reading; None for one that broke the reading."""
    try:
        found: list[Reading | None] = list(read_many(list(parsed.values()), context))
    except Exception:  # noqa: BLE001 - one message must not stop a whole mailbox
        found = [_alone(mail, context) for mail in parsed.values()]
    for (mark, mail), reading in zip(parsed.items(), found, strict=True):
        yield mark, mail, reading


def _alone(mail: ParsedMail, context: Context) -> Reading | None:
    try:
        return read_many([mail], context)[0]
    except Exception:
        logger.exception("A message broke its reading; it is kept as a problem.")
        return None


def _refuse(read: Read, reading: Import, item: Item, reason: str, raw: bytes) -> None:
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


def keep(read: Read, reading: Import) -> Import:
    """Keep what a batch came to, with the counts and the position after it.

    Everything is one transaction: a process killed at any moment has kept a batch
    whole or not at all. Raises `HoldLostError` when somebody else reads by now.
    """
    with transaction.atomic():
        person = Person.objects.select_for_update().get(pk=reading.person_id)
        held = held_by(reading)
        late = known_marks(person, list(read.seen), held.width)
        seen = {mark: c for mark, c in read.seen.items() if mark not in late}
        kept = {mark: m for mark, m in read.kept.items() if mark not in late}
        alike = known_otherwise(person, kept)
        kept = {mark: m for mark, m in kept.items() if mark not in alike}
        _keep_seen(person, seen)
        _keep_messages(person, held, kept)
        if held.refused < _MOST_PROBLEMS:
            Problem.objects.bulk_create(read.problems)
        held.seen += read.count
        held.kept += len(kept)
        held.known += read.known + len(late) + len(alike)
        held.refused += read.refused
        held.ordinary = held.seen - held.kept - held.known - held.refused
        held.position = read.last.position
        held.done_bytes = read.last.bytes_done
        held.beat_at = timezone.now()
        held.rate = reading.rate
        held.save(update_fields=_COUNTED)
    return held


_COUNTED = [
    *("seen", "kept", "known", "refused", "ordinary", "position", "done_bytes"),
    *("beat_at", "rate"),
]


def _keep_seen(person: Person, seen: dict[bytes, float]) -> None:
    Seen.objects.bulk_create(
        [Seen(person=person, digest=mark, chance=c) for mark, c in seen.items()],
        update_conflicts=True,
        unique_fields=["person", "digest"],
        update_fields=["chance"],
    )


def _keep_messages(person: Person, held: Import, kept: dict[bytes, Message]) -> None:
    for mark, message in kept.items():
        message.person = person
        message.reading = held
        message.digest = mark
    Message.objects.bulk_create(kept.values(), batch_size=100)
    index_mail(person, kept.values())
