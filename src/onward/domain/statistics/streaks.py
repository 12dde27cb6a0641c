"""Runs without a pass, and how many more tries it may take."""

from math import ceil, exp, log, log1p

from onward.domain.statistics.beta import Beta

_MOST_TRIES = 2000


def none_in_next(share: float, tries: int) -> float:
    """Return the probability of not one pass in the next tries."""
    return exp(tries * log1p(-share)) if share < 1 else float(tries == 0)


def run_somewhere(tries: int, length: int, share: float) -> float:
    """Return the probability of a run of so many misses anywhere in the tries.

    A chain over the length of the run that is open now. Such a run is far commoner than
    the same number of misses from here on.
    """
    if length <= 0:
        return 1.0
    open_run = [1.0] + [0.0] * (length - 1)
    found = 0.0
    for _ in range(tries):
        found += open_run[-1] * (1 - share)
        longer = [chance * (1 - share) for chance in open_run[:-1]]
        open_run = [sum(open_run) * share, *longer]
    return found


def tries_for(target: float, share: float) -> int:
    """Return how many tries give at least one pass with this probability."""
    return max(1, ceil(log(1 - target) / log(1 - share)))


def further_tries(target: float, belief: Beta) -> int | None:
    """Return the tries after which at least one pass is this likely; None past 2,000.

    The doubt about the share is in it: putting the mean in its place says too few.
    """
    low, high = 1, _MOST_TRIES
    if 1 - belief.none_in(high) < target:
        return None
    while low < high:
        middle = (low + high) // 2
        if 1 - belief.none_in(middle) >= target:
            high = middle
        else:
            low = middle + 1
    return low


def smallest_telling(base: float, doubt: float) -> int:
    """Return how many tries without a pass happen by chance at most this often."""
    return ceil(log(doubt) / log(1 - base))
