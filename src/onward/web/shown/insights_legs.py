"""How each part of the way went, with the range it most likely lies in."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from onward.domain.charts.bands import Band, Share, bands
from onward.domain.odds.groups import Reached, leg_group
from onward.domain.odds.tallies import STEPS, Leg, Result, tally_of
from onward.domain.statistics.priors import Prior, Step
from onward.domain.statistics.rates import NOTHING_KNOWN, Rate, pending_bounds, rate_of
from onward.domain.statistics.standing import (
    Standing,
    Tally,
    belief_of,
    goes_well,
    standing_of,
)
from onward.web.shown.insights import Figure, LegRow, LegsShown, Picture
from onward.web.shown.insights_known import Known
from onward.web.shown.insights_words import (
    LEGS,
    POINTS,
    STANDINGS,
    counted,
    per_hundred,
    result_words,
)

OUT_OF = 100
_ROUNDS = {
    Leg.FIRST: Reached.FIRST,
    Leg.SECOND: Reached.SECOND,
    Leg.LATER: Reached.LATER,
}


@dataclass(frozen=True, slots=True)
class _Leg:
    """One part of the way; without a prior nothing is known to be usual for it."""

    leg: Leg
    tally: Tally
    rate: Rate
    prior: Prior | None

    @property
    def everything(self) -> int:
        """All that came here, also those of which it is still open."""
        return self.tally.resolved + self.tally.pending


def legs_of(known: Known) -> LegsShown | None:
    """Return each part of the way that anything has come to, or None before that."""
    every = [_leg(known, leg) for leg in Leg]
    legs = [leg for leg in every if leg.everything]
    if not legs:
        return None
    drawn = bands([_share(leg) for leg in legs])
    rows = tuple(
        _row(known, leg, band) for leg, band in zip(legs, drawn.rows, strict=True)
    )
    said = " ".join(f"{row.name}: {row.so_far}. {row.likely}." for row in rows)
    picture = Picture("legs", _("How each step has gone"), said)
    return LegsShown(picture, drawn.height, rows)


def _leg(known: Known, leg: Leg) -> _Leg:
    tally = tally_of(leg, known.courses)
    if leg is Leg.INTRODUCED:
        belief = NOTHING_KNOWN.after(tally.passes, tally.resolved)
        return _Leg(leg, tally, rate_of(belief), None)
    prior = known.priors[STEPS[leg]]
    return _Leg(leg, tally, rate_of(belief_of(tally, prior)), prior)


def share_of(tally: Tally, rate: Rate, prior: Prior | None) -> Share:
    """Return what is drawn of a share; what is open lies beside what was counted."""
    misses = tally.resolved - tally.passes
    bounds = pending_bounds(tally.passes, misses, tally.pending)
    return Share(
        so_far=bounds.lowest,
        could_be=bounds.highest if misses + tally.passes + tally.pending else 0.0,
        low=rate.low,
        likely=rate.share,
        high=rate.high,
        usual=prior.base if prior else None,
    )


def _share(leg: _Leg) -> Share:
    return share_of(leg.tally, leg.rate, leg.prior)


def _row(known: Known, leg: _Leg, band: Band) -> LegRow:
    standing = standing_of(leg.tally, leg.prior) if leg.prior else None
    return LegRow(
        name=str(LEGS[leg.leg]),
        counted=_counted(leg.tally),
        so_far=so_far(leg.tally),
        figures=tuple(leg_figures(known, leg.leg)),
        likely=likely(leg.rate),
        usual=usual_words(leg.prior) if leg.prior else _("none is known"),
        standing=standing_words(leg.tally, leg.prior),
        band=band,
        is_look=standing is Standing.WORTH_A_LOOK,
    )


def so_far(tally: Tally) -> str:
    """Return "22 of 58 (38 %) so far, 12 still open"; what is open is always told."""
    told = _("%(counted)s so far") % {"counted": _counted(tally)}
    if not tally.pending:
        return told
    return _("%(told)s, %(open)s still open") % {
        "told": told,
        "open": counted(tally.pending),
    }


def _counted(tally: Tally) -> str:
    everything = tally.resolved + tally.pending
    return _("%(passes)s of %(count)s%(share)s") % {
        "passes": counted(tally.passes),
        "count": counted(everything),
        "share": per_hundred(tally.passes, everything),
    }


def likely(rate: Rate) -> str:
    """Return the range out of a hundred: "Likely 12 to 43 in 100"."""
    low, high = round(rate.low * OUT_OF), round(rate.high * OUT_OF)
    if not high:
        return _("Likely fewer than 1 in 100")
    if low == high:
        return _("Likely about %(low)s in 100") % {"low": low}
    return _("Likely %(low)s to %(high)s in 100") % {"low": low, "high": high}


def usual_words(prior: Prior) -> str:
    """Return what is usual, out of a hundred."""
    return _("about %(share)s in 100") % {"share": round(prior.base * OUT_OF)}


def standing_words(tally: Tally, prior: Prior | None) -> str:
    """Return one of the three things that can be said."""
    if prior is None:
        return _("nothing usual is known to compare it with")
    if goes_well(tally, prior):
        return _("within the usual range, and going well")
    return str(STANDINGS[standing_of(tally, prior)])


def leg_figures(known: Known, leg: Leg) -> Iterator[Figure]:
    """Yield how many went on, did not, and are still open, each with its list."""
    for result in Result:
        group = leg_group(leg, result)
        count = known.sizes[group]
        if count:
            yield known.figure(group, f"{counted(count)} {result_words(leg, result)}")


def step_figures(known: Known, step: Step) -> Iterator[Figure]:
    """Yield the counts behind a step; interviews in a row are told one by one."""
    if step is Step.ROUND:
        for leg, point in _ROUNDS.items():
            yield from _round_figures(known, leg, str(POINTS[point]).lower())
        return
    for leg in (Leg.INTERVIEW, Leg.OFFER, Leg.NEVER_TOLD):
        if STEPS[leg] is step:
            yield from leg_figures(known, leg)


def _round_figures(known: Known, leg: Leg, point: str) -> Iterator[Figure]:
    for result in Result:
        group = leg_group(leg, result)
        told = {
            "count": counted(known.sizes[group]),
            "words": result_words(leg, result),
            "point": point,
        }
        if known.sizes[group]:
            yield known.figure(group, _("%(count)s %(words)s after: %(point)s") % told)
