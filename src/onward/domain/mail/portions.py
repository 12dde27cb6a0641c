"""Takes a long row of things a handful at a time, however large some of them are."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Thing = TypeVar("Thing")


def portions(
    things: Iterable[Thing], size_of: Callable[[Thing], int], most: int, most_size: int
) -> Iterator[list[Thing]]:
    """Yield them in lists of a bounded number and size; a huge one ends its list.

    The list is the caller's alone once it is yielded.
    """
    some: list[Thing] = []
    size = 0
    for thing in things:
        some.append(thing)
        size += size_of(thing)
        del thing  # a message may have 50 MB, and the next one is read meanwhile
        if len(some) >= most or size >= most_size:
            yield some
            some, size = [], 0
    if some:
        yield some
