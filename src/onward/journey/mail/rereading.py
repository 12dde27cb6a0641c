"""Reads kept mail again where something learned since changes what it means."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.db import transaction

from onward.background.clock import zone_of
from onward.domain.applications.events import Source
from onward.domain.mail.context import Context
from onward.domain.mail.meaning.corrections import (
    Correction,
    Signature,
    signature_of,
)
from onward.domain.mail.meaning.verdict import SURE
from onward.domain.mail.reading import read, read_many
from onward.domain.mail.verdict import Meaning
from onward.journey.applications.models import Employer
from onward.journey.mail.kept import message_of, parsed_of
from onward.journey.mail.models import Import, Learned, Message
from onward.journey.mail.related import RELATED
from onward.journey.mail.settling_facts import free_messages
from onward.journey.people.models import Person

if TYPE_CHECKING:
    from django.db.models import QuerySet

_MOST_CORRECTIONS = 500
# What was understood by its own words, and not by the conversation it stands in.
_BY_ITSELF = {f"details__{RELATED}__isnull": True}
_ENDS = frozenset({Meaning.REJECTION, Meaning.OFFER})
READ_ANEW = [
    "own",
    "meaning",
    "confidence",
    "chance",
    "evidence",
    "details",
    "shown_text",
]


def context_of(person: Person) -> Context:
    """Return what is known about the person before their mail is read.

    Of employers only those the person named themselves: what Onward found in mail must
    not change how the next mail is read, or the order of reading would matter.
    """
    told = (
        Employer.objects.of(person)
        .filter(applications__events__source=Source.PERSON)
        .exclude(name="")
    )
    learned = Learned.objects.of(person).order_by("-learned_at", "-pk")[
        :_MOST_CORRECTIONS
    ]
    return Context(
        own_addresses=tuple(person.addresses),
        zone=zone_of(person),
        known_employers=tuple(sorted(set(told.values_list("name", flat=True)))),
        corrections=tuple(
            Correction(
                Meaning(item.meaning),
                Signature(item.sender_domain, tuple(item.shingles)),
            )
            for item in reversed(learned)
        ),
    )


def reread_as(message: Message, meaning: Meaning) -> None:
    """Give a message the evidence and details it has if this is what it means."""
    parsed = parsed_of(message)
    signature = signature_of(message.shown_text, parsed.sender.domain)
    context = replace(
        context_of(message.person), corrections=(Correction(meaning, signature),)
    )
    again = message_of(parsed, read(parsed, context), own=message.own)
    message.evidence = list(_anchored(again.evidence, message.shown_text))
    message.details = again.details | {"asks": False}


def _anchored(evidence: list[dict[str, Any]], text: str) -> Iterator[dict[str, Any]]:
    """Yield the evidence with its places in the text as it is shown."""
    for item in evidence:
        start = text.find(item["quote"])
        if start >= 0:
            yield item | {"start": start, "end": start + len(item["quote"])}


def reread_in_conversation(*, reading: Import) -> int:
    """Read doubtful mail of an import again that stands in a known conversation.

    What a mail answers says more of it than its own few words. Returns how many were
    read again; what the person decided, or told, stays.
    """
    doubtful = list(_undecided(reading).filter(details__asks=True, **_BY_ITSELF))
    known = _conversations(reading.person) if doubtful else frozenset[str]()
    some = [m for m in doubtful if not known.isdisjoint([*m.linked_ids, m.thread])]
    context = replace(context_of(reading.person), is_about_search=True)
    many = [parsed_of(message) for message in some]
    found = zip(some, many, read_many(many, context), strict=True)
    again = {
        message.pk: _related(message, message_of(parsed, one, own=message.own))
        for message, parsed, one in found
    }
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=reading.person_id)
        for message in _undecided(reading).filter(pk__in=again):  # since it was read
            _say_anew(message, again[message.pk])
    return len(again)


def _related(before: Message, now: Message) -> Message:
    """Return a message as its conversation shows it; an end must be likely without."""
    now.details[RELATED] = True
    if now.meaning in _ENDS and before.chance < SURE:
        now.details["asks"] = True
    return now


def _undecided(reading: Import) -> "QuerySet[Message]":
    """Return an import's messages of which the person has said nothing yet."""
    return Message.objects.filter(
        reading=reading, confirmed_at=None, forgotten_at=None, told_meaning=""
    ).exclude(state=Message.State.SET_ASIDE)


def _conversations(person: Person) -> frozenset[str]:
    """Return the ids and threads of mail that is surely about the search."""
    kept = Message.objects.of(person).exclude(state=Message.State.SET_ASIDE)
    about = kept.exclude(meaning=Meaning.NOT_JOB_RELATED).filter(confidence__gte=SURE)
    rows = about.filter(details__asks=False, **_BY_ITSELF)
    ties = rows.values_list("linked_ids", "thread").iterator(2_000)
    found = {tie for ids, thread in ties for tie in (*ids, thread)}
    return frozenset(found - {""})


def _say_anew(message: Message, again: Message) -> None:
    for name in READ_ANEW:
        setattr(message, name, getattr(again, name))
    message.why, message.settled_at = "", None  # so that it is filed anew
    message.save(update_fields=[*READ_ANEW, "why", "settled_at"])


def reread_own(*, person: Person) -> int:
    """Read again what turned out to be the person's own; returns how many."""
    addresses = [address.lower() for address in person.addresses]
    mine = list(free_messages(person).filter(own=False, sender_address__in=addresses))
    context = context_of(person)
    _reread_mine([m for m in mine if RELATED not in m.details], context)
    about = replace(context, is_about_search=True)
    _reread_mine([m for m in mine if RELATED in m.details], about)
    return len(mine)


def _reread_mine(some: list[Message], context: Context) -> None:
    """Read again what is the person's own; what the conversation told is kept."""
    many = [parsed_of(message) for message in some]
    for message, parsed, reading in zip(
        some, many, read_many(many, context), strict=True
    ):
        again = message_of(parsed, reading, own=True)
        if RELATED in message.details:
            again.details[RELATED] = message.details[RELATED]
        _say_anew(message, again)
