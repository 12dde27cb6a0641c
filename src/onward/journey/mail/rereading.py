"""Reads kept mail again where something learned since changes what it means."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from onward.background.clock import zone_of
from onward.domain.applications.events import Source
from onward.domain.mail.details_context import Context
from onward.domain.mail.meaning_corrections import (
    Correction,
    Signature,
    signature_of,
)
from onward.domain.mail.reading import read, read_many
from onward.domain.mail.verdict import Meaning
from onward.journey.applications.models import Employer
from onward.journey.mail.kept import message_of, parsed_of
from onward.journey.mail.models import Learned, Message
from onward.journey.mail.settling_facts import free_messages
from onward.journey.people.models import Person

_MOST_CORRECTIONS = 500
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


def reread_own(*, person: Person) -> int:
    """Read again what turned out to be the person's own; returns how many."""
    addresses = [address.lower() for address in person.addresses]
    mine = list(free_messages(person).filter(own=False, sender_address__in=addresses))
    context = context_of(person)
    many = [parsed_of(message) for message in mine]
    for message, parsed, reading in zip(
        mine, many, read_many(many, context), strict=True
    ):
        again = message_of(parsed, reading, own=True)
        for name in READ_ANEW:
            setattr(message, name, getattr(again, name))
        message.why = ""  # so that it is filed anew
        message.save(update_fields=[*READ_ANEW, "why"])
    return len(mine)
