"""Tells what mail would be taken for; nothing is stored, no database is needed."""

import sys
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

from onward.adapters.mailboxes import open_mailbox
from onward.adapters.mailboxes.letters import mail_in, message_of
from onward.adapters.mailboxes.sniffing import HEAD, Kind, kind_of
from onward.domain.errors import OnwardError
from onward.domain.mail.context import Context
from onward.domain.mail.own_addresses import SAMPLE, own_addresses_in
from onward.domain.mail.parsing.parse import parse
from onward.domain.mail.portions import portions
from onward.domain.mail.reading import classified
from onward.domain.mail.reading_each import read_each
from onward.ports.mailbox import RawMessage, Unreadable

STANDARD_INPUT = "-"
_AT_ONCE, _MOST_BYTES = 200, 16_000_000
_COULD_NOT = "This message could not be read."
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
    first = deque(next(portions(items, _size_of, SAMPLE, _MOST_BYTES), []))
    raw = (item for item in first if isinstance(item, RawMessage))
    own = own_addresses_in((item.content, item.labels) for item in raw)
    context = Context(own_addresses=tuple(sorted(own)))
    rest = chain(_let_go(first), items)
    for some in portions(rest, _size_of, _AT_ONCE, _MOST_BYTES):
        yield from _read(some, context)


def _size_of(item: Item) -> int:
    return len(item.content) if isinstance(item, RawMessage) else 0


def _let_go(first: deque[Item]) -> Iterator[Item]:
    """Yield messages and keep none of them."""
    while first:
        yield first.popleft()


def _read(some: list[Item], context: Context) -> Iterator[Told]:
    """Yield what is made of some messages, which are taken out of the list."""
    left = deque(some)
    some.clear()
    parsed, places = [], []
    for item in _let_go(left):
        if isinstance(item, Unreadable):
            _say(item.place, item.reason)
            continue
        mail = parse(item.content)
        parsed.append(replace(mail, labels=(*item.labels, *mail.labels)))
        places.append(item.place)
    for place, mail, reading in zip(
        places, parsed, read_each(parsed, context), strict=True
    ):
        if reading is None:
            _say(place, _COULD_NOT)
        else:
            yield mail.subject, classified(mail, reading)


def _say(place: str, reason: str) -> None:
    sys.stderr.write(f"{place}: {reason}\n")
