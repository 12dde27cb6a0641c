"""How little one interview says: a score is part truth and part chance."""

from math import sqrt
from random import Random

# Agreement of interviewers who see the same person apart, and as one panel (Huffcutt,
# Culbertson and Weyhrauch 2013, 125 coefficients, 32,428 people).
SEPARATE, PANEL = 0.44, 0.74
# How often the truly best of four is chosen (60,000 draws; bench/odds draws anew).
BEST_OF_FOUR = {SEPARATE: 0.55, PANEL: 0.70}


def best_guess(score: float, mean: float, reliability: float) -> float:
    """Return the likeliest true level behind a score, drawn towards the mean."""
    return mean + reliability * (score - mean)


def best_is_chosen(
    finalists: int, reliability: float, rng: Random, draws: int = 60_000
) -> float:
    """Return how often the truly best of so many finalists comes first."""
    wins = sum(
        _first_by_score([rng.gauss(0, 1) for _ in range(finalists)], reliability, rng)
        for _ in range(draws)
    )
    return wins / draws


def _first_by_score(levels: list[float], reliability: float, rng: Random) -> bool:
    spread = sqrt((1 - reliability) / reliability)
    scores = [level + rng.gauss(0, spread) for level in levels]
    return levels.index(max(levels)) == scores.index(max(scores))


def ahead_is_chosen(
    finalists: int,
    reliability: float,
    rng: Random,
    ahead: float = 1.0,
    draws: int = 60_000,
) -> float:
    """Return how often somebody so many deviations above the field comes first."""
    spread = sqrt((1 - reliability) / reliability)
    wins = 0
    for _ in range(draws):
        field = [rng.gauss(0, 1) for _ in range(finalists - 1)]
        best = max(level + rng.gauss(0, spread) for level in field)
        wins += ahead + rng.gauss(0, spread) > best
    return wins / draws
