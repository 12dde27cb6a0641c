"""Shares with the range they lie in, one above the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from onward.domain.charts.scales import per_cent, told

# A line of words, the bar of what was counted, the range, a line of words below.
_ROW, _COUNTED_AT, _RANGE_AT, _BELOW_AT, _WORDS_AT = 92.0, 30.0, 46.0, 76.0, 16.0


@dataclass(frozen=True, slots=True)
class Share:
    """What is known of one share: counted so far, still open, likely range, usual.

    All from 0 to 1. `usual` is None where nothing usual is known.
    """

    so_far: float
    could_be: float
    low: float
    likely: float
    high: float
    usual: float | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """The places of one share's marks."""

    words_y: str
    counted_y: str
    range_y: str
    below_y: str
    so_far: str
    open_width: str
    low: str
    width: str
    likely: str
    usual: str = ""


@dataclass(frozen=True, slots=True)
class Bands:
    """All of them."""

    height: str
    rows: tuple[Band, ...]


def bands(shares: Sequence[Share]) -> Bands:
    """Lay out shares from the top down."""
    rows = tuple(_band(share, _ROW * place) for place, share in enumerate(shares))
    return Bands(told(_ROW * len(shares)), rows)


def _band(share: Share, top: float) -> Band:
    return Band(
        words_y=told(top + _WORDS_AT),
        counted_y=told(top + _COUNTED_AT),
        range_y=told(top + _RANGE_AT),
        below_y=told(top + _BELOW_AT),
        so_far=per_cent(share.so_far),
        open_width=per_cent(share.could_be - share.so_far),
        low=per_cent(share.low),
        width=per_cent(share.high - share.low),
        likely=per_cent(share.likely),
        usual="" if share.usual is None else per_cent(share.usual),
    )
