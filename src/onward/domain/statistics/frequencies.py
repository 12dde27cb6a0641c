"""Shares as numbers of people, all out of the same number: about 3 in 10."""

from onward.domain.statistics.rates import Rate

OUT_OF = 10
_FINER = 100


def in_ten(share: float) -> int:
    """Return the nearest number of people in ten."""
    return round(share * OUT_OF)


def spoken(share: float) -> str:
    """Return a share as people say it; very small and large ones out of a hundred."""
    if 0.05 <= share <= 0.95:  # noqa: PLR2004 - a person in twenty rounds to none
        return f"about {in_ten(share)} in {OUT_OF}"
    if share < 1 / _FINER:
        return f"fewer than 1 in {_FINER}"
    if share > 1 - 1 / _FINER:
        return f"more than {_FINER - 1} in {_FINER}"
    return f"about {round(share * _FINER)} in {_FINER}"


def spoken_range(rate: Rate) -> str:
    """Return the interval in words, one denominator for both ends."""
    low, high = in_ten(rate.low), in_ten(rate.high)
    if low == high:
        return f"about {low} in {OUT_OF}"
    if low == 0:
        return f"up to {high} in {OUT_OF}"
    return f"between {low} and {high} in {OUT_OF}"
