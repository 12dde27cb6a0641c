"""Reads a handful of messages at a time and keeps what they come to, all or nothing."""

from collections.abc import Collection, Mapping, Sequence

from django.db import connection, transaction
from django.utils import timezone

from onward.domain.mail.context import Context
from onward.journey.mail.alike import known_otherwise
from onward.journey.mail.digests import mark_of
from onward.journey.mail.holding import held_by
from onward.journey.mail.models import Import, Message, Problem, Seen
from onward.journey.mail.passages import index_mail
from onward.journey.mail.portioned import Batch
from onward.journey.mail.related import Place, let_go_of
from onward.journey.mail.understanding import Item, Read, refuse, understand
from onward.journey.mail.width import NEEDED
from onward.journey.people.models import Person, Width
from onward.ports.mailbox import RawMessage, Unreadable

_MOST_PROBLEMS = 1_000
_NARROW = NEEDED[Width.NARROW]
UNDER_WAY = (Import.State.WAITING, Import.State.RUNNING, Import.State.PAUSED)


def read_batch(
    batch: Batch[Item],
    reading: Import,
    context: Context,
    known: Collection[bytes] | None = None,
) -> Read:
    """Return what a batch comes to; nothing is written yet.

    `known` are the marks of what needs no reading; left out, they are looked up.
    """
    read = Read(last=batch.items[-1], count=len(batch.items))
    raw: dict[bytes, RawMessage] = {}
    places: dict[bytes, Place] = {}
    after = batch.after
    for number, item in enumerate(batch.items, batch.first):
        place, after = Place(number, after), item.position
        if isinstance(item, Unreadable):
            refuse(read, reading, item, item.reason, item.raw)
            continue
        mark = mark_of(item.content)
        read.known += mark in raw
        raw.setdefault(mark, item)
        places.setdefault(mark, place)
    if known is None:
        known = known_marks(reading, list(raw)) if _may_be_known(reading) else ()
    read.known += len(known)
    new = {mark: item for mark, item in raw.items() if mark not in known}
    for mark, mail in understand(new, read, reading, context):
        chance = 0.0 if mark in read.open else read.seen[mark]
        one = let_go_of(mail, places[mark], chance)
        read.let_go += [one] if one else []
    return read


def _may_be_known(reading: Import) -> bool:
    """Tell whether any of it may have been read before.

    What comes twice in a first mailbox is found when it is kept.
    """
    is_file = reading.look == Import.Look.FIRST and not reading.is_connected
    return not is_file or bool(reading.seen_after)


def known_marks(reading: Import, marks: Sequence[bytes]) -> set[bytes]:
    """Return the messages that need no reading: seen, and not wanted since."""
    rows = Seen.objects.of(reading.person_id).filter(digest__in=marks)
    told = list(rows.values_list("digest", "chance", "is_open", "pk"))
    if any(is_open for _, _, is_open, _ in told) and not _others_look_again(reading):
        # An earlier import ended without the second look that these wait for.
        last = reading.seen_after
        told = [row for row in told if not (row[2] and row[3] <= last)]
    found = {bytes(mark): chance for mark, chance, *_ in told}
    needed = NEEDED[Width(reading.width)]
    again = {m for m, chance in found.items() if needed <= chance < _NARROW}
    if again:
        held = Message.objects.of(reading.person).filter(digest__in=again)
        again -= {bytes(mark) for mark in held.values_list("digest", flat=True)}
    return set(found) - again


def _others_look_again(reading: Import) -> bool:
    """Tell whether an import is under way that will read what is left open."""
    mine = Import.objects.of(reading.person).filter(state__in=UNDER_WAY)
    return mine.exclude(pk=reading.pk).exclude(look=Import.Look.WHOLE).exists()


def keep(read: Read, reading: Import) -> Import:
    """Keep what a batch came to, with the counts and the position after it.

    Everything is one transaction: a process killed at any moment has kept a batch
    whole or not at all. Raises `HoldLostError` when somebody else reads by now.
    """
    with transaction.atomic():
        locked = Person.objects.select_for_update().only("pk")
        person = locked.get(pk=reading.person_id)
        held = held_by(reading)
        late = known_marks(held, list(read.seen))
        seen = {mark: c for mark, c in read.seen.items() if mark not in late}
        kept = {mark: m for mark, m in read.kept.items() if mark not in late}
        alike = known_otherwise(person, kept)
        kept = {mark: m for mark, m in kept.items() if mark not in alike}
        waiting = read.open & seen.keys() - alike
        keep_seen(person, seen, waiting)
        keep_messages(person, held, kept)
        if held.refused < _MOST_PROBLEMS:
            Problem.objects.bulk_create(read.problems)
        held.seen += read.count
        held.kept += len(kept)
        held.known += read.known + len(late - read.broken) + len(alike)
        held.refused += read.refused
        held.later += len(waiting)
        held.ordinary = held.seen - held.kept - held.known - held.refused
        held.position = read.last.position
        held.done_bytes = read.last.bytes_done
        held.beat_at = timezone.now()
        held.rate = reading.rate
        held.save(update_fields=_COUNTED)
    return held


_COUNTED = [
    *("seen", "kept", "known", "refused", "ordinary", "position", "done_bytes"),
    *("beat_at", "rate", "later"),
]


# There is one row for each message of a mailbox: `bulk_create` takes ten times as long.
_KEEP_SEEN = """
INSERT INTO mail_seen (person_id, digest, chance, is_open) VALUES (%s, %s, %s, %s)
ON CONFLICT (person_id, digest)
DO UPDATE SET chance = excluded.chance, is_open = excluded.is_open
"""


def keep_seen(
    person: Person, seen: Mapping[bytes, float], waiting: Collection[bytes] = ()
) -> None:
    """Keep the marks of what was seen; `waiting` are those to be looked at again."""
    rows = [(person.pk, m, chance, m in waiting) for m, chance in seen.items()]
    with connection.cursor() as cursor:
        cursor.executemany(_KEEP_SEEN, rows)


def keep_messages(person: Person, held: Import, kept: Mapping[bytes, Message]) -> None:
    """Keep new messages of an import, and let them be found by their words."""
    for mark, message in kept.items():
        message.person = person
        message.reading = held
        message.digest = mark
    Message.objects.bulk_create(kept.values(), batch_size=100)
    index_mail(person, kept.values())
