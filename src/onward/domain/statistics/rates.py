"""Shares with the interval they lie in, and what pending cases leave open."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp2, prod, sqrt

from onward.domain.statistics.beta import Beta

# The 95th percentile of the normal distribution: a 90 % interval, as everywhere here.
_Z90 = 1.644854
# Below this many cases a percentage says more than is known.
FEWEST_FOR_PERCENT = 5
# A market and a person change; after half a year a case tells half as much.
HALF_LIFE_DAYS = 180.0
# Jeffreys' belief: as good as nothing is taken as usual.
NOTHING_KNOWN = Beta(0.5, 0.5)


@dataclass(frozen=True, slots=True)
class Rate:
    """A share from 0 to 1 and the ends it lies between with 90 % probability."""

    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Bounds:
    """A share if every pending case fails, on resolved cases alone, if all pass.

    `naive` is None with nothing resolved; it is never shown without the other two.
    """

    lowest: float
    highest: float
    naive: float | None


def rate_of(belief: Beta) -> Rate:
    """Return the expected share and its 90 % credible interval."""
    return Rate(belief.mean, *belief.interval())


def wilson_rate(passes: int, cases: int, z: float = _Z90) -> Rate:
    """Return the share and Wilson's interval, which needs no prior (Brown et al. 2001).

    With no cases, anything is possible.
    """
    if cases == 0:
        return Rate(0.0, 0.0, 1.0)
    share = passes / cases
    shrink = 1 + z * z / cases
    centre = (share + z * z / (2 * cases)) / shrink
    spread = z * sqrt(share * (1 - share) / cases + (z / (2 * cases)) ** 2) / shrink
    return Rate(share, max(0.0, centre - spread), min(1.0, centre + spread))


def jeffreys_rate(passes: int, cases: int) -> Rate:
    """Return the share and Jeffreys' interval."""
    belief = NOTHING_KNOWN.after(passes, cases)
    share = passes / cases if cases else 0.0
    return Rate(share, *belief.interval())


def faded(ages: Iterable[float], half_life: float = HALF_LIFE_DAYS) -> float:
    """Return how many cases are left of these once old ones count for less.

    A case as old as the half-life counts for half. Used only where the person asks for
    it: what counts less is also known less.
    """
    return sum(exp2(-max(age, 0.0) / half_life) for age in ages)


def pending_bounds(passes: int, misses: int, pending: int) -> Bounds:
    """Return what the share can become once the pending cases are known."""
    everything = passes + misses + pending
    resolved = passes + misses
    return Bounds(
        lowest=passes / everything if everything else 0.0,
        highest=(passes + pending) / everything if everything else 1.0,
        naive=passes / resolved if resolved else None,
    )


def highest_after_none(cases: int, level: float = 0.95) -> float:
    """Return the largest share that fits with not one pass; about 3 / cases."""
    return 1 - (1 - level) ** (1 / cases) if cases else 1.0


def expected_offers(shares: Iterable[float]) -> float:
    """Return how many offers so many interviews lead to on average."""
    return sum(shares)


def chance_of_none(shares: Iterable[float]) -> float:
    """Return the probability of no offer from interviews with these chances.

    The Poisson binomial at zero. With 1 / (people interviewed) for each it takes all of
    them as equal, which has to be said beside it.
    """
    return prod(1 - share for share in shares)
