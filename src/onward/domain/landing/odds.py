"""The odds after a no: what one interview and several say, with what is assumed."""

from collections.abc import Sequence
from dataclasses import dataclass

from onward.domain.applications.state import Stage
from onward.domain.statistics.priors import PRIORS, Prior, Step
from onward.domain.statistics.rates import chance_of_none
from onward.domain.statistics.standing import Odds, Tally, odds_of

# One talk without an offer is no run of them.
FEWEST_INTERVIEWS = 2
_MET = frozenset({Stage.INTERVIEW, Stage.OFFER})


@dataclass(frozen=True, slots=True)
class AfterANo:
    """What can be said of the odds once somebody said no.

    `seen` is how many people they saw for this one post, if known. `none` is the
    probability of no offer from all the person's interviews together, or None where
    there was an offer or too few. `known` tells for how many of them it rests on the
    number of people seen.
    """

    prior: Prior
    own: Odds
    seen: int | None = None
    none: float | None = None
    known: int = 0


def step_for(stage: Stage) -> Step:
    """Return the step an ending is about: whom they met, or whom they never saw."""
    return Step.OFFER if stage in _MET else Step.INTERVIEW


def after_a_no(
    stage: Stage,
    tally: Tally,
    seen: int | None,
    seen_before: Sequence[int] = (),
    usual: Prior | None = None,
) -> AfterANo:
    """Return the odds; `seen_before` has the numbers known of every interview so far.

    Where the number is known the chance is one in so many, as if all were equal; for
    the others the doubt about the usual share is counted in. `usual` is the person's
    own belief about what is.
    """
    step = step_for(stage)
    prior = usual or PRIORS[step]
    is_met = step is Step.OFFER
    known = [number for number in seen_before if number > 0][: tally.resolved]
    return AfterANo(
        prior=prior,
        own=odds_of(tally, prior),
        seen=seen if is_met and seen and seen > 1 else None,
        none=_none(tally, known, prior) if is_met else None,
        known=len(known),
    )


def _none(tally: Tally, known: Sequence[int], prior: Prior) -> float | None:
    if tally.passes or tally.resolved < FEWEST_INTERVIEWS:
        return None
    others = prior.belief.none_in(tally.resolved - len(known))
    return chance_of_none(1 / number for number in known) * others
