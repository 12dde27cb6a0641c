"""Turns marked feedback into what each piece of a window is to be taught."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from zlib import crc32

from onward.adapters.encoding.windows import Window, windows_in
from onward.domain.feedback.note import Kind
from onward.domain.feedback.weights import KINDS, NOTHING
from onward.domain.mail.encoder.words import Vocabulary
from tools.feedback_examples import BEHAVIOURS, Example

SEED, PARTS = 20261126, 3
# What is not asked of a piece.
UNASKED = -100
_NAMES = tuple(BEHAVIOURS.values())
NO_NAME = len(_NAMES)
_NAMED = frozenset({Kind.STRENGTH, Kind.IMPROVEMENT})
_NO_POINT = -1


@dataclass(frozen=True, slots=True)
class Row:
    """A window, and for each of its pieces its kind, its beginning, its competency."""

    ids: tuple[int, ...]
    kinds: tuple[int, ...]
    begins: tuple[int, ...]
    competencies: tuple[int, ...]


def rows_of(examples: Sequence[Example], vocabulary: Vocabulary) -> list[Row]:
    """Return all windows of the examples as they are to be taught."""
    return [
        _row(example, window)
        for example in examples
        for window in windows_in(example.text, vocabulary)
    ]


def _row(example: Example, window: Window) -> Row:
    starts = window.pieces.starts
    asked = [n >= window.own and start >= 0 for n, start in enumerate(starts)]
    owners = [_owner(example, start) for start in starts]
    begins = [
        int(owner not in {before, _NO_POINT})
        for before, owner in pairwise([_NO_POINT, *_through(owners, starts)])
    ]
    return Row(
        window.pieces.ids,
        _asked(asked, [_kind(example, owner) for owner in owners]),
        _asked(asked, begins),
        _asked(asked, [_competency(example, owner) for owner in owners]),
    )


def _through(owners: Sequence[int], starts: Sequence[int]) -> list[int]:
    """Let a new line within a point belong to the point before it."""
    found: list[int] = []
    for owner, start in zip(owners, starts, strict=True):
        found.append(found[-1] if start < 0 and found else owner)
    return found


def _owner(example: Example, start: int) -> int:
    found = (n for n, p in enumerate(example.points) if p.start <= start < p.end)
    return next(found, _NO_POINT)


def _kind(example: Example, owner: int) -> int:
    return NOTHING if owner < 0 else KINDS.index(example.points[owner].kind)


def _competency(example: Example, owner: int) -> int:
    if owner < 0 or example.points[owner].kind not in _NAMED:
        return UNASKED
    name = example.points[owner].competency
    return _NAMES.index(name) if name else NO_NAME


def _asked(asked: Sequence[bool], labels: Sequence[int]) -> tuple[int, ...]:
    return tuple(
        label if is_asked else UNASKED
        for is_asked, label in zip(asked, labels, strict=True)
    )


def batches_of(
    rows: Sequence[Row], pieces: int, chance: random.Random
) -> list[list[Row]]:
    """Return rows of like length together, in a drawn order."""
    ordered = sorted(rows, key=lambda row: len(row.ids) + 20 * chance.random())
    found: list[list[Row]] = []
    longest = 0
    for row in ordered:
        longest = max(longest, len(row.ids))
        if not found or longest * (len(found[-1]) + 1) > pieces:
            found.append([])
            longest = len(row.ids)
        found[-1].append(row)
    chance.shuffle(found)
    return found


def parted(
    examples: Sequence[Example], number: int
) -> tuple[list[Example], list[Example]]:
    """Return what to teach with and the texts held out, for one of three parts.

    A text stays in its part when others are added. Single lines are always taught with.
    """
    asking = [each for each in examples if _part_of(each) == number]
    return [each for each in examples if _part_of(each) != number], asking


def _part_of(example: Example) -> int | None:
    if example.manner == "line":
        return None
    return crc32(example.text.encode()) % PARTS
