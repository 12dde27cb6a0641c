"""Scales: from a value to a place, and where the marks on an axis go."""

from math import ceil

# What lies in a drawing that is stretched to the width is measured in these.
STRETCHED = 1000.0
_WEEK = 7


def told(value: float) -> str:
    """Return a place as SVG reads it, whatever the language of the page."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def per_cent(share: float) -> str:
    """Return a share of the width as SVG reads it; nothing lies outside."""
    return f"{told(100 * min(max(share, 0.0), 1.0))}%"


def week_marks(longest: float, most: int = 6) -> list[int]:
    """Return days for an axis that begins at 0: whole weeks, a few at the most."""
    weeks = max(1, ceil(longest / _WEEK))
    apart = ceil(weeks / (most - 1))
    return [_WEEK * apart * place for place in range(ceil(weeks / apart) + 1)]
