"""Parts a mailbox into batches: of messages, or of places where they stand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from onward.domain.mail.portions import portions
from onward.journey.mail.understanding import Item
from onward.ports.mailbox import Outline, RawMessage

Kind = TypeVar("Kind", bound=Item | Outline)


def batches(items: Iterable[Kind], most: int, most_bytes: int) -> Iterator[list[Kind]]:
    """Return messages in batches of a bounded number and size."""
    return portions(items, _size_of, most, most_bytes)


def _size_of(item: Item | Outline) -> int:
    if isinstance(item, Outline):
        return item.size
    return len(item.content) if isinstance(item, RawMessage) else 0


@dataclass(frozen=True, slots=True)
class Batch(Generic[Kind]):
    """A handful of messages, how many came before them, and the last one's position.

    Or of outlines: then another process reads what stands there.
    """

    items: list[Kind]
    first: int = 0
    after: str | None = None


def numbered(some: Iterable[list[Kind]], after: str) -> Iterator[Batch[Kind]]:
    """Yield batches with what came before each."""
    first = 0
    for items in some:
        count, last = len(items), items[-1].position
        yield Batch(items, first, after)
        del items  # they may be large, and the next ones are read meanwhile
        first, after = first + count, last
