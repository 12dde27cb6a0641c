"""Reads whole what the first look at a large mailbox left, batch by batch.

What comes of it is what reading everything at once would have come to: a mail that was
kept in haste may turn out to mean something else, or to be ordinary. What the person
has laid a hand on stays as it is.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from onward.domain.mail.context import Context
from onward.domain.mail.parsing.parse import heading_of
from onward.journey.applications.models import Application, Employer, Event
from onward.journey.mail.alike import known_otherwise
from onward.journey.mail.batches import keep_messages, keep_seen
from onward.journey.mail.digests import mark_of
from onward.journey.mail.holding import held_by
from onward.journey.mail.models import Filing, Import, Message, Problem, Seen
from onward.journey.mail.passages import forget_words, index_mail
from onward.journey.mail.placing import is_empty
from onward.journey.mail.recording import derive_all
from onward.journey.mail.related import (
    IN_HASTE,
    RELATED,
    LetGo,
    Place,
    let_go_of,
    read_as_related,
)
from onward.journey.mail.rereading import READ_ANEW
from onward.journey.mail.settling_facts import touched
from onward.journey.mail.understanding import Item, Read, understand
from onward.journey.people.models import Person
from onward.ports.mailbox import RawMessage

_COUNTED = [
    *("kept", "known", "refused", "ordinary", "later", "beat_at"),
    *("second_position", "second_bytes"),
]
_NAMED = ["attachments", "calendars", "faults", "labels", "linked_ids", "thread"]


@dataclass(slots=True)
class Again:
    """What a second look at a batch came to, before it is kept.

    `related` is what belongs to kept mail and was read in haste at first.
    """

    read: Read
    let_go: list[LetGo] = field(default_factory=list)
    related: dict[bytes, Message] = field(default_factory=dict)


def look_again(
    batch: Sequence[Item], reading: Import, context: Context, first: int
) -> Again:
    """Read what is open in a batch; nothing is written yet."""
    read = Read(last=batch[-1])
    places: dict[bytes, tuple[int, RawMessage]] = {}
    for place, item in enumerate(batch, first):
        if isinstance(item, RawMessage):
            places.setdefault(mark_of(item.content), (place, item))
    seen = Seen.objects.of(reading.person).filter(digest__in=list(places))
    told = {
        bytes(m): row for m, *row in seen.values_list("digest", "chance", "is_open")
    }
    waiting = {m: item for m, (_, item) in places.items() if m in told and told[m][1]}
    again = Again(read)
    for mark, mail in understand(waiting, read, reading, context):
        spot = Place(places[mark][0])
        again.let_go += _let_go(let_go_of(mail, spot, read.seen[mark]))
    kept = _kept(reading.person, places)
    hasty = [m for m in kept.values() if m.details.get(RELATED) == IN_HASTE]
    again.related = read_as_related(
        [places[bytes(message.digest)][1] for message in hasty], context, in_haste=False
    )
    for mark, (place, item) in places.items():
        if mark in told and mark not in waiting and mark not in kept:
            heading = heading_of(item.content)
            again.let_go += _let_go(let_go_of(heading, Place(place), told[mark][0]))
    return again


def _let_go(one: LetGo | None) -> list[LetGo]:
    return [one] if one else []


def _kept(person: Person, marks: Iterable[bytes]) -> dict[bytes, Message]:
    found = Message.objects.of(person).filter(digest__in=list(marks))
    return {bytes(message.digest): message for message in found}


def keep_again(again: Again, reading: Import) -> Import:
    """Keep what a second look came to, with how far it is; all of it or nothing."""
    read = again.read
    with transaction.atomic():
        person = Person.objects.select_for_update().get(pk=reading.person_id)
        held = held_by(reading)
        rows = Seen.objects.of(person).filter(digest__in=list(read.seen), is_open=True)
        open_now = {bytes(mark) for mark in rows.values_list("digest", flat=True)}
        seen = {mark: c for mark, c in read.seen.items() if mark in open_now}
        keep_seen(person, seen)
        before = _kept(person, seen.keys() | again.related.keys())
        found = {mark: m for mark, m in read.kept.items() if mark in seen}
        wanted = again.related | found
        new = {mark: m for mark, m in found.items() if mark not in before}
        alike = known_otherwise(person, new)
        new = {mark: m for mark, m in new.items() if mark not in alike}
        keep_messages(person, held, new)
        gone = _bring_in_line(person, held, before, wanted)
        Problem.objects.bulk_create(read.problems)
        held.kept += len(new) - gone
        held.known += len(alike)
        held.refused += read.refused
        held.ordinary = held.seen - held.kept - held.known - held.refused
        held.later -= min(held.later, len(seen))
        held.second_position = read.last.position
        held.second_bytes = read.last.bytes_done
        held.beat_at = timezone.now()
        held.save(update_fields=_COUNTED)
        if new:
            _let_move(held)
    return held


def _bring_in_line(
    person: Person,
    held: Import,
    before: Mapping[bytes, Message],
    wanted: Mapping[bytes, Message],
) -> int:
    """Let kept messages say what they are now known to; returns how many are gone."""
    changed = {
        mark: message
        for mark, message in before.items()
        if _is_free(message, held) and _differs(message, wanted.get(mark))
    }
    if not changed:
        return 0
    theirs = _theirs(person, changed.values())
    changed = {mark: m for mark, m in changed.items() if m.pk not in theirs}
    _let_move(held)
    gone = [message for mark, message in changed.items() if mark not in wanted]
    for mark, message in changed.items():
        if mark in wanted:
            _read_anew(message, wanted[mark])
    kept = [message for mark, message in changed.items() if mark in wanted]
    index_mail(person, kept)
    _let_go_of(person, gone)
    return len(gone)


def _is_free(message: Message, held: Import) -> bool:
    decided = message.confirmed_at or message.forgotten_at or message.told_meaning
    is_aside = message.state == Message.State.SET_ASIDE
    return message.reading_id == held.pk and not decided and not is_aside


def _differs(message: Message, now: Message | None) -> bool:
    if now is None:
        return not message.details.get(RELATED)
    fields = (*READ_ANEW, *_NAMED)
    return any(getattr(message, name) != getattr(now, name) for name in fields)


def _theirs(person: Person, messages: Iterable[Message]) -> set[int]:
    """Return the messages in applications that the person has laid a hand on."""
    filed = Filing.objects.of(person).filter(ended_at=None, message__in=list(messages))
    hand = filed.filter(application__in=touched(person))
    return set(hand.values_list("message_id", flat=True))


def _let_move(held: Import) -> None:
    """Let the mail of an import be filed anew, now that more is known of it."""
    mine = Message.objects.filter(reading=held, confirmed_at=None)
    mine.exclude(settled_at=None).update(settled_at=None)


def _read_anew(message: Message, now: Message) -> None:
    for name in (*READ_ANEW, *_NAMED):
        setattr(message, name, getattr(now, name))
    message.settled_at = None
    message.why = ""  # so that it is filed anew
    message.save(update_fields=[*READ_ANEW, *_NAMED, "settled_at", "why"])


def _let_go_of(person: Person, messages: Sequence[Message]) -> None:
    """Keep no longer what turned out to be ordinary, nor what it brought about."""
    if not messages:
        return
    keys = [message.key for message in messages]
    filed = Filing.objects.of(person).filter(message__in=list(messages))
    numbers = set(filed.values_list("application_id", flat=True))
    Event.objects.of(person).filter(message_key__in=keys).delete()
    forget_words(person, keys)
    Message.objects.filter(pk__in=[message.pk for message in messages]).delete()
    rows = list(Application.objects.with_employer().filter(pk__in=numbers))
    empty = [row for row in rows if is_empty(row)]
    derive_all([row for row in rows if row not in empty])
    employers = {row.employer_id for row in empty}
    for row in empty:
        row.delete()
    left = Employer.objects.of(person).filter(applications=None, merged=None)
    left.filter(merged_into=None, note="", pk__in=employers).delete()
