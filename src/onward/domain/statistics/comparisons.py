"""Whether something that was changed helped; with real numbers this seldom settles."""

from random import Random

from onward.domain.statistics.beta import Beta

_DRAWS = 20_000
# Below this nothing is said; even above it, it is encouraging and no proof.
ENCOURAGING = 0.8


def chance_of_better(
    earlier: Beta, later: Beta, rng: Random, draws: int = _DRAWS
) -> float:
    """Return the probability that the later share is the larger one."""
    wins = sum(
        rng.betavariate(later.passes, later.misses)
        > rng.betavariate(earlier.passes, earlier.misses)
        for _ in range(draws)
    )
    return wins / draws


def is_encouraging(chance: float) -> bool:
    """Tell whether a chance of better is worth calling encouraging; never proof."""
    return chance > ENCOURAGING
