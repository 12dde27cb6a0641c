"""Whether a step goes less well than usual: three answers, fixed before looking."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import log
from random import Random

from onward.domain.statistics.beta import Beta
from onward.domain.statistics.priors import PRIORS, Prior, Step
from onward.domain.statistics.rates import Rate, rate_of
from onward.domain.statistics.streaks import further_tries

# Fixed in advance: checked after each of 30 interviews, people truly at .20 are flagged
# 4.4 times in 100, those at .05 66 times (bench/odds).
FEWEST = 8
SURE = 0.70
_DRAWS = 4000


class Standing(StrEnum):
    """What can be said of a step; the first is what is said by default."""

    TOO_EARLY = "too_early_to_tell"
    USUAL = "within_the_usual_range"
    WORTH_A_LOOK = "worth_a_look"


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a step was taken: passes among resolved cases, and pending ones."""

    passes: int
    resolved: int
    pending: int = 0

    def __post_init__(self) -> None:
        """Refuse counts that cannot be."""
        if not 0 <= self.passes <= self.resolved or self.pending < 0:
            msg = "passes must be between 0 and the resolved cases"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Odds:
    """One step of the person's own search.

    `more_for_half` and `more_for_80` are further tries for one pass with 50 and 80 %
    probability if nothing changes, or None past 2,000. `goes_well` mirrors the flag.
    """

    step: Step
    tally: Tally
    rate: Rate
    standing: Standing
    goes_well: bool
    more_for_half: int | None
    more_for_80: int | None


def belief_of(tally: Tally, prior: Prior) -> Beta:
    """Return what is believed of a step once its resolved cases are counted in."""
    return prior.belief.after(tally.passes, tally.resolved)


def odds_of(tally: Tally, prior: Prior) -> Odds:
    """Return all that is said of one step."""
    belief = belief_of(tally, prior)
    return Odds(
        step=prior.step,
        tally=tally,
        rate=rate_of(belief),
        standing=standing_of(tally, prior),
        goes_well=goes_well(tally, prior),
        more_for_half=further_tries(0.5, belief),
        more_for_80=further_tries(0.8, belief),
    )


def standing_of(tally: Tally, prior: Prior) -> Standing:
    """Return the standing: a look is worth it below half the usual share, surely so."""
    if tally.resolved < FEWEST:
        return Standing.TOO_EARLY
    if belief_of(tally, prior).below(prior.base / 2) > SURE:
        return Standing.WORTH_A_LOOK
    return Standing.USUAL


def goes_well(tally: Tally, prior: Prior) -> bool:
    """Tell whether a step goes clearly better than usual."""
    if tally.resolved < FEWEST:
        return False
    return 1 - belief_of(tally, prior).below(min(1.0, 1.5 * prior.base)) > SURE


def weakest_step(
    tallies: Mapping[Step, Tally],
    rng: Random,
    priors: Mapping[Step, Prior] = PRIORS,
) -> Step | None:
    """Return the step that falls short most, or None when no step clearly does.

    Each belief is drawn from; a step is named only if it has the largest shortfall
    (in logarithms, against its usual share) in more than 70 of 100 draws, has eight
    resolved cases and falls short at all.
    """
    beliefs = {step: belief_of(tally, priors[step]) for step, tally in tallies.items()}
    if not beliefs:
        return None
    wins = dict.fromkeys(beliefs, 0)
    for _ in range(_DRAWS):
        short = {s: _shortfall(beliefs[s], priors[s].base, rng) for s in beliefs}
        worst = max(short, key=lambda step: short[step])
        wins[worst] += short[worst] > 0
    named = max(wins, key=lambda step: wins[step])
    is_clear = wins[named] / _DRAWS > SURE and tallies[named].resolved >= FEWEST
    return named if is_clear else None


def _shortfall(belief: Beta, base: float, rng: Random) -> float:
    drawn = max(rng.betavariate(belief.passes, belief.misses), 1e-12)
    return log(base) - log(drawn)
