"""Guesses a person's own addresses from their mail: who it is sent to, who sent it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from onward.domain.mail.context import Context
from onward.domain.mail.message import ParsedMail
from onward.domain.mail.parsing import caps
from onward.domain.mail.parsing.addresses import addresses_in
from onward.domain.mail.parsing.headers import headers_of
from onward.domain.mail.senders import (
    is_job_board,
    is_no_reply,
    is_tracking_system,
)

# So many messages tell; a second look at all of a mailbox would tell no more.
SAMPLE = 1_500
_SHARE = 0.2
_LEAST = 3
_DELIVERED = (b"delivered-to", b"x-original-to", b"envelope-to")
Stored = tuple[bytes, tuple[str, ...]]


@dataclass(slots=True)
class _Tally:
    """How often addresses were written to, and who wrote."""

    letters: int = 0
    written_to: Counter[str] = field(default_factory=Counter)
    sent_from: Counter[str] = field(default_factory=Counter)
    writers: set[str] = field(default_factory=set)


def own_addresses_in(messages: Iterable[Stored]) -> set[str]:
    """Return the addresses that stored messages, with their labels, show to be own."""
    tally = _Tally()
    for content, labels in messages:
        _count(content[: caps.HEADER_BLOCK], labels, tally)
    return _most_sent_from(tally) | _most_written_to(tally)


def _count(content: bytes, labels: tuple[str, ...], tally: _Tally) -> None:
    if b"\r" in content:
        content = content.replace(b"\r\n", b"\n")
    fields = headers_of(content, 0, len(content)).fields
    writers = _addresses(fields.get(b"from", ()))
    if Context().is_own(ParsedMail(b"", labels=labels)):
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
    return {address for address in found if _is_persons(address)}


def _is_persons(address: str) -> bool:
    domain = address.rpartition("@")[2]
    system = is_tracking_system(domain) or is_job_board(domain)
    return "@" in address and not system and not is_no_reply(address)


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
