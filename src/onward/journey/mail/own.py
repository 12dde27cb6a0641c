"""Keeps the person's own addresses, as learned from their mail."""

from collections.abc import Iterable
from itertools import islice

from onward.domain.mail.own_addresses import SAMPLE, own_addresses_in
from onward.journey.mail.models import Message
from onward.journey.people.models import Person
from onward.ports.mailbox import Mailbox, RawMessage


def learn_from_mailbox(*, person: Person, mailbox: Mailbox) -> list[str]:
    """Return the person's addresses with those the mailbox's beginning shows.

    Only headers of the first messages are looked at, and nothing of them is kept but
    the person's own addresses.
    """
    first = islice(mailbox.messages(), SAMPLE)
    raw = (item for item in first if isinstance(item, RawMessage))
    return _remember(person, own_addresses_in((r.content, r.labels) for r in raw))


def learn_from_kept(*, person: Person) -> list[str]:
    """Return the person's addresses with those of kept mail from their Sent folders."""
    mine = Message.objects.of(person).filter(own=True).exclude(sender_address="")
    found = set(mine.values_list("sender_address", flat=True).distinct())
    return _remember(person, found)


def _remember(person: Person, found: Iterable[str]) -> list[str]:
    known = list(person.addresses)
    new = sorted(set(found) - set(known))
    if new:
        person.addresses = [*known, *new]
        person.save(update_fields=["addresses"])
    return list(person.addresses)
