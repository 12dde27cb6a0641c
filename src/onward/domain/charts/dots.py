"""Dots along a line: each one thing, beside others of about the same value."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from onward.domain.charts.scales import per_cent, told

_APART = 13.0
_TOP = 12.0
_PLACES = 20


@dataclass(frozen=True, slots=True)
class Dot:
    """One dot."""

    x: str
    y: str


@dataclass(frozen=True, slots=True)
class Line:
    """The dots of one line; `base_y` is where the line lies."""

    base_y: str
    words_y: str
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """All lines, from the top down."""

    height: str
    lines: tuple[Line, ...]


def lines(values: Sequence[Sequence[float]]) -> Lines:
    """Lay out values from 0 to 1 as dots that pile up on their line."""
    found, top = [], 0.0
    for row in values:
        piles: dict[int, int] = defaultdict(int)
        placed = []
        for value in sorted(row):
            place = round(value * _PLACES)
            placed.append((place / _PLACES, piles[place]))
            piles[place] += 1
        base = top + _TOP * 2 + _APART * max(1, *piles.values(), 1)
        dots = tuple(
            Dot(per_cent(0.02 + 0.96 * x), told(base - _APART * (pile + 0.5)))
            for x, pile in placed
        )
        found.append(Line(told(base), told(top + _TOP), dots))
        top = base + _TOP
    return Lines(told(top), tuple(found))
