"""What would change what is said of a step."""

from onward.domain.statistics.priors import Prior
from onward.domain.statistics.standing import (
    FEWEST,
    Standing,
    Tally,
    goes_well,
    standing_of,
)

# Further ahead nobody plans.
_FURTHEST = 40


def more_until_told(tally: Tally) -> int:
    """Return how many more resolved cases it takes until anything is said."""
    return max(0, FEWEST - tally.resolved)


def misses_until_a_look(tally: Tally, prior: Prior) -> int | None:
    """Return after how many more misses in a row it is worth a look; None: never soon.

    Zero where it is so already.
    """
    for more in range(_FURTHEST + 1):
        after = _with(tally, passes=0, misses=more, prior=prior)
        if standing_of(after, prior) is Standing.WORTH_A_LOOK:
            return more
    return None


def passes_until_well(tally: Tally, prior: Prior) -> int | None:
    """Return after how many more passes in a row it goes clearly better than usual."""
    for more in range(_FURTHEST + 1):
        if goes_well(_with(tally, passes=more, misses=0, prior=prior), prior):
            return more
    return None


def _with(tally: Tally, *, passes: int, misses: int, prior: Prior) -> Tally:
    """Return the tally after more cases; of an unwelcome step a pass is a miss."""
    added = misses if prior.step.is_unwelcome else passes
    return Tally(tally.passes + added, tally.resolved + passes + misses)
