"""Learns the person's own addresses from a mailbox: who it is sent to, who sent it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from onward.domain.mail import caps
from onward.domain.mail.addresses import addresses_in
from onward.domain.mail.details_context import Context
from onward.domain.mail.headers import headers_of
from onward.domain.mail.message import ParsedMail
from onward.journey.mail.models import Message
from onward.journey.people.models import Person
from onward.ports.mailbox import Mailbox, RawMessage

SAMPLE = 1_500
_SHARE = 0.2
_LEAST = 3
_DELIVERED = (b"delivered-to", b"x-original-to", b"envelope-to")


@dataclass(slots=True)
class _Tally:
    """How often addresses were written to, and who wrote."""

    letters: int = 0
    written_to: Counter[str] = field(default_factory=Counter)
    sent_from: Counter[str] = field(default_factory=Counter)
    writers: set[str] = field(default_factory=set)


def learn_from_mailbox(*, person: Person, mailbox: Mailbox) -> list[str]:
    """Return the person's addresses with those the mailbox's beginning shows.

    Only headers of the first messages are looked at, and nothing of them is kept but
    the person's own addresses.
    """
    tally = _Tally()
    for item in islice(mailbox.messages(), SAMPLE):
        if isinstance(item, RawMessage):
            _count(item, tally)
    return _remember(person, _most_sent_from(tally) | _most_written_to(tally))


def _count(item: RawMessage, tally: _Tally) -> None:
    content = item.content[: caps.HEADER_BLOCK]
    if b"\r" in content:
        content = content.replace(b"\r\n", b"\n")
    fields = headers_of(content, 0, len(content)).fields
    writers = _addresses(fields.get(b"from", ()))
    if Context().is_own(ParsedMail(b"", labels=item.labels)):
        tally.sent_from.update(writers)
        return
    told = set().union(*(_addresses(fields.get(name, ())) for name in _DELIVERED))
    if b"list-post" not in fields:
        told |= _addresses(fields.get(b"to", ()))
    tally.letters += 1
    tally.written_to.update(told)
    tally.writers |= writers - told


def _addresses(values: Iterable[bytes]) -> set[str]:
    found = {a.address.lower() for value in values for a in addresses_in(value, most=5)}
    return {address for address in found if "@" in address}


def _most_sent_from(tally: _Tally) -> set[str]:
    """Return the addresses that a good share of sent mail is from."""
    least = max(2, sum(tally.sent_from.values()) * _SHARE)
    return {address for address, times in tally.sent_from.items() if times >= least}


def _most_written_to(tally: _Tally) -> set[str]:
    """Return the address most mail is written to, and others that never write."""
    least = max(_LEAST, tally.letters * _SHARE)
    often = sorted(
        (address for address, times in tally.written_to.items() if times >= least),
        key=lambda address: (-tally.written_to[address], address),
    )
    return {a for place, a in enumerate(often) if not place or a not in tally.writers}


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
