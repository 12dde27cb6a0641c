"""Which step falls short most, named only when that is clear."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log
from random import Random
from typing import TypeVar

from onward.domain.statistics.beta import Beta
from onward.domain.statistics.priors import Prior
from onward.domain.statistics.standing import FEWEST, SURE, Tally, belief_of

_DRAWS = 4000
_LEAST = 1e-12
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Measured:
    """How often a step was taken, and what is usual for it."""

    tally: Tally
    prior: Prior


def weakest(steps: Mapping[Key, Measured], rng: Random) -> Key | None:
    """Return the step that falls short most, or None when no step clearly does.

    Each belief is drawn from; a step is named only if it has the largest shortfall
    (in logarithms, against its usual share) in more than 70 of 100 draws, has eight
    resolved cases and falls short at all.
    """
    if all(one.tally.resolved < FEWEST for one in steps.values()):
        return None
    drawn = {
        key: _shortfalls(belief_of(one.tally, one.prior), one.prior.base, rng)
        for key, one in steps.items()
    }
    wins = dict.fromkeys(steps, 0)
    for draw in range(_DRAWS):
        worst = max(drawn, key=lambda key: drawn[key][draw])
        wins[worst] += drawn[worst][draw] > 0
    named = max(wins, key=lambda key: wins[key])
    is_clear = wins[named] / _DRAWS > SURE and steps[named].tally.resolved >= FEWEST
    return named if is_clear else None


def _shortfalls(belief: Beta, base: float, rng: Random) -> list[float]:
    """Draw how far the share lies below the usual one, each time anew."""
    a, b, usual = belief.passes, belief.misses, log(base)
    return [usual - log(max(rng.betavariate(a, b), _LEAST)) for _ in range(_DRAWS)]
