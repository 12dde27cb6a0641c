"""Shares as numbers of people, all out of the same number: about 3 in 10."""

from onward.domain.statistics.rates import Rate

OUT_OF = 10
FINER = 100


def spoken(share: float, out_of: int = 0) -> str:
    """Return a share as people say it; very small and large ones out of a hundred.

    With `out_of` it is told out of that number, whatever it is.
    """
    if not out_of:
        nearly_none = 1 / (2 * OUT_OF)
        out_of = OUT_OF if nearly_none <= share <= 1 - nearly_none else FINER
    count = round(share * out_of)
    if count == 0:
        return f"fewer than 1 in {out_of}"
    if count == out_of:
        return f"more than {out_of - 1} in {out_of}"
    return f"about {count} in {out_of}"


def spoken_range(rate: Rate, out_of: int = OUT_OF) -> str:
    """Return the interval in words, one denominator for both ends."""
    low, high = round(rate.low * out_of), round(rate.high * out_of)
    if low == high:
        return spoken(low / out_of, out_of)
    if low == 0:
        return f"up to {high} in {out_of}"
    return f"between {low} and {high} in {out_of}"
