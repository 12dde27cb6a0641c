"""Looks a second time for mail that belongs to kept mail but does not sound like it.

"Fine, see you Tuesday" says nothing of a job, and a no may be two kind lines. Once all
is read it is known which conversations are about the search, and who writes in them:
what was let go but stands in one of these is fetched again and kept.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from django.db import transaction

from onward.background.beside import done_beside
from onward.background.clock import now
from onward.domain.mail.context import Context
from onward.domain.mail.linking.names import is_someone
from onward.domain.mail.message import ParsedMail
from onward.domain.mail.parsing.parse import heading_of, parse
from onward.domain.mail.parsing.thread import linked_ids
from onward.domain.mail.portions import portions
from onward.domain.mail.reading_each import read_each
from onward.domain.mail.verdict import Meaning
from onward.journey.mail.alike import known_otherwise
from onward.journey.mail.digests import mark_of
from onward.journey.mail.holding import held_by
from onward.journey.mail.kept import message_of
from onward.journey.mail.models import Import, Message, Seen
from onward.journey.mail.pace import MOST_BYTES
from onward.journey.mail.passages import index_mail
from onward.journey.people.models import Person
from onward.ports.mailbox import Direct, Mailbox, RawMessage, Unreadable

# Somebody who writes about work also writes of other things; in a known conversation
# everything counts.
_LEAST_CHANCE_OF_PEOPLE = 0.1
_AT_ONCE = 25
# To start two processes takes as long as to read so many.
FEW = 20
RELATED = "related"
# What `RELATED` says of mail that a second look is to read again.
IN_HASTE = "in haste"
Item = RawMessage | Unreadable


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a message stands: its number, and the position before it where known."""

    number: int
    after: str | None = None


@dataclass(frozen=True, slots=True)
class LetGo:
    """A message that was let go: where it stands, and what would tie it to kept mail.

    It lives in memory while a mailbox is read. `ties` are hashes, to keep it small.
    """

    place: Place
    ties: tuple[int, ...]
    writer: int = 0


@dataclass(frozen=True, slots=True)
class Relatives:
    """What kept mail is about: conversations, and the people who write in them."""

    threads: frozenset[int]
    people: frozenset[int]


def let_go_of(mail: ParsedMail, place: Place, chance: float) -> LetGo | None:
    """Return what to remember of a message that is let go; None of mail to many."""
    if mail.is_bulk or chance < 0:
        return None
    ties = [hash(number) for number in linked_ids(mail)]
    if mail.provider_thread:
        ties.append(hash(f"provider:{mail.provider_thread}"))
    writer = mail.sender.address.lower()
    by_person = chance >= _LEAST_CHANCE_OF_PEOPLE and is_someone(writer)
    return LetGo(place, tuple(ties), hash(writer) if by_person else 0)


def relatives_of(person: Person) -> Relatives:
    """Return the conversations and people that kept mail is about."""
    threads: set[int] = set()
    people: set[int] = set()
    kept = Message.objects.of(person).exclude(state=Message.State.SET_ASIDE)
    about = kept.exclude(meaning=Meaning.NOT_JOB_RELATED)
    for ids, thread, writer, own, details in about.values_list(
        "linked_ids", "thread", "sender_address", "own", "details"
    ).iterator(2_000):
        threads.update(map(hash, ids))
        threads.add(hash(thread) if thread.startswith("provider:") else 0)
        doubtful = details.get("asks") or details.get(RELATED)
        if not own and not doubtful and is_someone(writer):
            people.add(hash(writer))
    return Relatives(frozenset(threads - {0}), frozenset(people))


def related(let_go: Iterable[LetGo], relatives: Relatives) -> set[Place]:
    """Return the places of messages that belong to kept mail, near or far.

    One that joins a conversation brings those along that answer it.
    """
    threads, places = set(relatives.threads), set[Place]()
    left = list(let_go)
    while joined := [one for one in left if _belongs(one, threads, relatives.people)]:
        places.update(one.place for one in joined)
        threads.update(tie for one in joined for tie in one.ties)
        left = [one for one in left if one.place not in places]
    return places


def _belongs(one: LetGo, threads: set[int], people: frozenset[int]) -> bool:
    return one.writer in people or not threads.isdisjoint(one.ties)


def let_go_again(reading: Import, items: Iterable[Item]) -> Iterator[LetGo]:
    """Yield what an import let go so far, after a break in which it was forgotten."""
    there = ((n, item) for n, item in enumerate(items) if isinstance(item, RawMessage))
    for some in portions(there, _size_of_placed, _AT_ONCE * 8, MOST_BYTES):
        yield from _let_go_in(reading, some)


def _size_of_placed(placed: tuple[int, RawMessage]) -> int:
    return len(placed[1].content)


def _let_go_in(
    reading: Import, batch: Sequence[tuple[int, RawMessage]]
) -> Iterator[LetGo]:
    marks = {mark_of(item.content): (place, item) for place, item in reversed(batch)}
    seen = Seen.objects.of(reading.person).filter(digest__in=marks)
    let_go = seen.filter(pk__gt=reading.seen_after)
    kept = Message.objects.of(reading.person).filter(digest__in=marks)
    held = {bytes(mark) for mark in kept.values_list("digest", flat=True)}
    for mark, chance in let_go.values_list("digest", "chance"):
        if bytes(mark) not in held:
            place, item = marks[bytes(mark)]
            heading = heading_of(item.content)
            if one := let_go_of(heading, Place(place), chance):
                yield one


def fetched(
    places: set[Place], mailbox: Mailbox, reading: Import
) -> Iterator[RawMessage]:
    """Yield the messages at some places of what an import read of a mailbox."""
    is_same = bool(places) and reading.fingerprint == mailbox.fingerprint()[:200]
    if is_same and isinstance(mailbox, Direct):
        spots = [place.after for place in sorted(places) if place.after is not None]
        if len(spots) == len(places):
            found = map(mailbox.message_after, spots)
            return (one for one in found if isinstance(one, RawMessage))
    numbers = {place.number for place in places}
    return _at(mailbox.messages(reading.start), numbers)


def keep_related(
    *, reading: Import, found: Iterable[RawMessage], context: Context, beside: int = 0
) -> Import:
    """Keep messages that belong to kept mail; returns the import after it.

    So many other processes read. Raises `HelpEndedError` when one of them ends; what
    was kept till then is left alone the next time.
    """
    parts = portions(found, lambda raw: len(raw.content), _AT_ONCE, MOST_BYTES)
    work = partial(as_related, reading, context=context)
    for messages in done_beside(parts, work, beside) if beside else map(work, parts):
        reading = keep_as_related(reading, messages)
    return reading


def as_related(
    reading: Import, some: Sequence[RawMessage], context: Context
) -> dict[bytes, Message]:
    """Return by their marks what an import makes of mail that belongs to kept mail.

    What can be read again without being fetched again is read in haste at first.
    """
    is_first = reading.look == Import.Look.FIRST
    in_haste = is_first and not reading.is_connected
    return read_as_related(some, context, in_haste=in_haste)


def _at(items: Iterable[Item], numbers: set[int]) -> Iterator[RawMessage]:
    last = max(numbers, default=-1)
    for number, item in enumerate(items):
        if number in numbers and isinstance(item, RawMessage):
            yield item
        if number >= last:
            return


def read_as_related(
    some: Sequence[RawMessage], context: Context, *, in_haste: bool
) -> dict[bytes, Message]:
    """Return by their marks what messages come to that belong to kept mail."""
    about = replace(context, is_about_search=True, in_haste=in_haste)
    parsed = [parse(raw.content, now(), labels=raw.labels) for raw in some]
    found = read_each(parsed, about, is_quick=in_haste)
    messages: dict[bytes, Message] = {}
    for raw, mail, read in zip(some, parsed, found, strict=True):
        if read is not None:
            message = message_of(mail, read, own=about.is_own(mail))
            message.details[RELATED] = IN_HASTE if in_haste else True
            messages[mark_of(raw.content)] = message
    return messages


def keep_as_related(reading: Import, messages: dict[bytes, Message]) -> Import:
    """Keep messages that belong to kept mail, unless they are; returns the import."""
    with transaction.atomic():
        person = Person.objects.select_for_update().get(pk=reading.person_id)
        held = held_by(reading)
        kept = Message.objects.of(person).filter(digest__in=messages)
        for mark in kept.values_list("digest", flat=True):
            del messages[bytes(mark)]
        for mark in known_otherwise(person, messages):
            del messages[mark]
        for mark, message in messages.items():
            message.person, message.reading, message.digest = person, held, mark
        Message.objects.bulk_create(messages.values())
        index_mail(person, messages.values())
        held.kept += len(messages)
        # On a server one may have been known from a file, where it was let go.
        were_ordinary = min(held.ordinary, len(messages))
        held.ordinary -= were_ordinary
        held.known -= len(messages) - were_ordinary
        held.save(update_fields=["kept", "ordinary", "known"])
    return held
