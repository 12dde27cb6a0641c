"""How long answers usually took this person, once there are enough to say so."""

from collections.abc import Sequence
from statistics import quantiles

FEWEST_TO_TELL = 8


def usual_wait(days: Sequence[float]) -> tuple[int, int] | None:
    """Return between how many days the middle half of the answers came."""
    if len(days) < FEWEST_TO_TELL:
        return None
    first, _, third = quantiles(days, n=4, method="inclusive")
    return round(first), round(third)
