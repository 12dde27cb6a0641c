"""Before and after, rated by one person on whole numbers: how much it went down."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import sqrt

from onward.domain.statistics.beta import Beta, incomplete_beta

# Fixed before any data was seen. Looked at again after each further pair, this says
# that something helps to fewer than one in twenty for whom it does nothing, within 30
# pairs; see tests/domain/statistics/test_paired.py.
FEWEST_PAIRS = 6
SURE = 0.995
# A rating on whole numbers is good to half a point, so the difference of two has at
# least this variance; alike differences must not look like certainty.
_ROUGHNESS = 1 / 2


class Helped(StrEnum):
    """What the pairs say so far."""

    TOO_EARLY = "too_early"
    LOWER = "lower"
    UNCLEAR = "unclear"
    HIGHER = "higher"


@dataclass(frozen=True, slots=True)
class Paired:
    """The mean change from before to after, and what it most likely lies between.

    Below zero is lower afterwards. Of a single pair nothing but its change is known.
    """

    pairs: int
    change: float
    low: float
    high: float
    helped: Helped


def paired(pairs: Sequence[tuple[float, float]], level: float = 0.9) -> Paired:
    """Return what pairs of before and after say; with fewer than two, no interval."""
    changes = [after - before for before, after in pairs]
    count = len(changes)
    if not changes:
        return Paired(0, 0.0, float("-inf"), float("inf"), Helped.TOO_EARLY)
    mean = sum(changes) / count
    if count == 1:
        return Paired(1, mean, float("-inf"), float("inf"), Helped.TOO_EARLY)
    error = _standard_error(changes, mean)
    width = error * t_quantile((1 + level) / 2, count - 1)
    helped = _helped(mean / error, count)
    return Paired(count, mean, mean - width, mean + width, helped)


def _standard_error(changes: Sequence[float], mean: float) -> float:
    variance = sum((change - mean) ** 2 for change in changes) / (len(changes) - 1)
    return sqrt(max(variance, _ROUGHNESS) / len(changes))


def _helped(t: float, count: int) -> Helped:
    if count < FEWEST_PAIRS:
        return Helped.TOO_EARLY
    if t_below(t, count - 1) < 1 - SURE:
        return Helped.LOWER
    return Helped.HIGHER if t_below(t, count - 1) > SURE else Helped.UNCLEAR


def t_below(t: float, freedom: float) -> float:
    """Return the probability that Student's t lies below a value."""
    tail = incomplete_beta(freedom / 2, 0.5, freedom / (freedom + t * t)) / 2
    return tail if t < 0 else 1 - tail


@lru_cache(maxsize=256)
def t_quantile(probability: float, freedom: float) -> float:
    """Return what Student's t lies below with this probability, of one half or more."""
    share = Beta(freedom / 2, 0.5).quantile(2 * (1 - probability))
    return sqrt(freedom * (1 - share) / share)
