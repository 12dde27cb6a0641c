"""Two counts of the same thing side by side, one to the left and one to the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from onward.domain.charts.scales import per_cent, told

_ROW = 56.0
_BAR_AT, _WORDS_AT = 26.0, 17.0
# The counts stand beside the bars and need room of their own.
_WIDEST = 0.42


@dataclass(frozen=True, slots=True)
class Pair:
    """The places of one pair of bars; they meet in the middle."""

    words_y: str
    bar_y: str
    left_x: str
    left_width: str
    right_width: str
    right_end: str


@dataclass(frozen=True, slots=True)
class Pairs:
    """All of them."""

    height: str
    rows: tuple[Pair, ...]


def pairs(counts: Sequence[tuple[int, int]]) -> Pairs:
    """Lay out pairs of counts from the top down, on one scale."""
    most = max((max(pair) for pair in counts), default=0) or 1
    rows = tuple(
        _pair(left / most, right / most, _ROW * place)
        for place, (left, right) in enumerate(counts)
    )
    return Pairs(told(_ROW * len(counts)), rows)


def _pair(left: float, right: float, top: float) -> Pair:
    return Pair(
        words_y=told(top + _WORDS_AT),
        bar_y=told(top + _BAR_AT),
        left_x=per_cent(0.5 - _WIDEST * left),
        left_width=per_cent(_WIDEST * left),
        right_width=per_cent(_WIDEST * right),
        right_end=per_cent(0.5 + _WIDEST * right),
    )
