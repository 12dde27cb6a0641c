"""Whether a step goes less well than usual: three answers, fixed before looking."""

from dataclasses import dataclass
from enum import StrEnum

from onward.domain.statistics.beta import Beta
from onward.domain.statistics.priors import Prior, Step
from onward.domain.statistics.rates import Rate, rate_of
from onward.domain.statistics.streaks import further_tries

# Fixed in advance: checked after each of 30 interviews, people truly at .20 are flagged
# 4.4 times in 100, those at .05 66 times (bench/odds).
FEWEST = 8
SURE = 0.70


class Standing(StrEnum):
    """What can be said of a step; the first is what is said by default."""

    TOO_EARLY = "too early to tell"
    USUAL = "within the usual range"
    WORTH_A_LOOK = "worth a look"


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
    """Return the standing: a look is worth it below half the usual share, surely so.

    Where the step is an unwelcome one, it is worth it above one and a half times.
    """
    if tally.resolved < FEWEST:
        return Standing.TOO_EARLY
    unwelcome = prior.step.is_unwelcome
    falls_short = _is_rare if not unwelcome else _is_common
    if falls_short(belief_of(tally, prior), prior.base):
        return Standing.WORTH_A_LOOK
    return Standing.USUAL


def goes_well(tally: Tally, prior: Prior) -> bool:
    """Tell whether a step goes clearly better than usual."""
    if tally.resolved < FEWEST:
        return False
    does_well = _is_rare if prior.step.is_unwelcome else _is_common
    return does_well(belief_of(tally, prior), prior.base)


def _is_rare(belief: Beta, base: float) -> bool:
    return belief.below(base / 2) > SURE


def _is_common(belief: Beta, base: float) -> bool:
    return 1 - belief.below(min(1.0, 1.5 * base)) > SURE
