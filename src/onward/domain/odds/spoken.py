"""The odds as the command line prints them."""

from collections.abc import Mapping

from onward.domain.statistics.priors import PRIORS, Prior, Step
from onward.domain.statistics.standing import Odds, Tally, odds_of

Printed = dict[str, dict[str, float | int | str | None]]


def printed(
    tallies: Mapping[Step, Tally], priors: Mapping[Step, Prior] = PRIORS
) -> Printed:
    """Return the odds of each step as plain values, by the step's name.

    `n` are resolved cases; those without an answer yet are not among them.
    """
    return {
        step.value: _plain(odds_of(tally, priors[step]))
        for step, tally in tallies.items()
    }


def _plain(odds: Odds) -> dict[str, float | int | str | None]:
    return {
        "n": odds.tally.resolved,
        "passes": odds.tally.passes,
        "mean": odds.rate.share,
        "low": odds.rate.low,
        "high": odds.rate.high,
        "state": odds.standing.value,
        "more_for_half": odds.more_for_half,
        "more_for_80": odds.more_for_80,
    }
