"""Tells what mail would be taken for; nothing is stored, no database is needed."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from typing import Any

from onward.adapters.mailboxes import open_mailbox
from onward.adapters.mailboxes.letters import mail_in, message_of
from onward.adapters.mailboxes.sniffing import HEAD, Kind, kind_of
from onward.domain.errors import OnwardError
from onward.domain.mail.details_context import Context
from onward.domain.mail.own_addresses import SAMPLE, own_addresses_in
from onward.domain.mail.parse import parse
from onward.domain.mail.reading import classified, read_many
from onward.ports.mailbox import RawMessage, Unreadable

STANDARD_INPUT = "-"
_AT_ONCE = 200
Item = RawMessage | Unreadable
Told = tuple[str, dict[str, Any]]


def classify_all(paths: Iterable[str]) -> Iterator[Told]:
    """Yield what is made of each message; what cannot be read is said on stderr."""
    for path in paths:
        try:
            yield from _classify(_items(path))
        except OnwardError as problem:
            _say(path, str(problem))


def _items(path: str) -> Iterator[Item]:
    if path == STANDARD_INPUT:
        return iter(_piped(sys.stdin.buffer.read()))
    # Not by way of `wiring`, which needs settings, and with them a data folder.
    return open_mailbox(Path(path)).messages()


def _piped(content: bytes) -> Iterable[Item]:
    if kind_of(content[:HEAD], "") is Kind.MBOX:
        return mail_in([(0, content)], "stdin")
    return [message_of(content, "stdin", "", len(content))]


def _classify(items: Iterator[Item]) -> Iterator[Told]:
    """Guess the person's addresses from the first messages, then read them all."""
    first = list(islice(items, SAMPLE))
    raw = [item for item in first if isinstance(item, RawMessage)]
    own = own_addresses_in((item.content, item.labels) for item in raw)
    context = Context(own_addresses=tuple(sorted(own)))
    rest = chain(first, items)
    while batch := list(islice(rest, _AT_ONCE)):
        yield from _read(batch, context)


def _read(batch: list[Item], context: Context) -> Iterator[Told]:
    parsed = []
    for item in batch:
        if isinstance(item, Unreadable):
            _say(item.place, item.reason)
            continue
        mail = parse(item.content)
        parsed.append(replace(mail, labels=(*item.labels, *mail.labels)))
    for mail, reading in zip(parsed, read_many(parsed, context), strict=True):
        yield mail.subject, classified(mail, reading)


def _say(place: str, reason: str) -> None:
    sys.stderr.write(f"{place}: {reason}\n")
