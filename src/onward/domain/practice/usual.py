"""What is usual for a person, and how one take compares with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

TAKES_NEEDED = 3
_RECENT = 12
# Closer to one's own median than this share of it is the same.
_SAME_SHARE = 0.12


class Beside(StrEnum):
    """How a number stands beside what is usual."""

    BELOW = "below"
    SAME = "same"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class Usual:
    """What a person's earlier takes were like: the middle one, and the span."""

    middle: float
    low: float
    high: float


def usual(earlier: Sequence[float]) -> Usual | None:
    """Return what is usual, from the latest takes; None before there are three."""
    if len(earlier) < TAKES_NEEDED:
        return None
    latest = earlier[-_RECENT:]
    return Usual(median(latest), min(latest), max(latest))


def beside(number: float, own: Usual) -> Beside:
    """Return how a number stands beside one's own usual."""
    slack = max(abs(own.middle) * _SAME_SHARE, 0.5)
    if number < own.middle - slack:
        return Beside.BELOW
    return Beside.ABOVE if number > own.middle + slack else Beside.SAME
