"""The one plain sentence that Insights begins with, and what it rests on."""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.domain.odds.courses import Fate
from onward.domain.odds.groups import Reached, ended_at
from onward.domain.odds.tallies import Leg
from onward.domain.statistics.shortfall import Measured
from onward.domain.statistics.standing import (
    FEWEST,
    Standing,
    Tally,
    goes_well,
    standing_of,
)
from onward.web.shown.insights import Figure
from onward.web.shown.insights_known import IN_A_ROW, Known
from onward.web.shown.insights_legs import leg_figures
from onward.web.shown.insights_words import POINTS, counted
from onward.web.shown.moments import first_number, number


def sentence_of(known: Known) -> str:
    """Return what stands out, or that nothing does."""
    steps = {leg: known.measured(leg) for leg in IN_A_ROW}
    if all(step.tally.resolved < FEWEST for step in steps.values()):
        return _too_early(known)
    look = looked_at(known)
    if look is not None:
        return _worth_a_look(look, steps)
    well = next((leg for leg, step in steps.items() if _does_well(step)), None)
    if well is not None:
        return _goes_well(well, steps[well].tally)
    return _nothing(known)


def evidence_of(known: Known) -> tuple[Figure, ...]:
    """Return the numbers the sentence rests on, each with its list."""
    look = looked_at(known)
    if look is not None:
        return tuple(leg_figures(known, look))
    return tuple(_reached(known))


def looked_at(known: Known) -> Leg | None:
    """Return the part of the way that is worth a look, if one clearly is."""
    weakest = known.weakest()
    if weakest is None:
        return None
    step = known.measured(weakest)
    is_look = standing_of(step.tally, step.prior) is Standing.WORTH_A_LOOK
    return weakest if is_look else None


def _does_well(step: Measured) -> bool:
    return goes_well(step.tally, step.prior)


def _too_early(known: Known) -> str:
    applied = known.sizes[Reached.APPLIED]
    told = ngettext(
        "%(first)s application so far, %(met)s of them with an interview. It is too "
        "early to see a pattern, and that says nothing about you.",
        "%(first)s applications so far, %(met)s of them with an interview. It is too "
        "early to see a pattern, and that says nothing about you.",
        applied,
    )
    met = known.sizes[Reached.FIRST]
    return told % {
        "first": first_number(applied),
        "met": number(met) if met else _("none"),
    }


def _worth_a_look(look: Leg, steps: Mapping[Leg, Measured]) -> str:
    tally = steps[look].tally
    misses = counted(tally.resolved - tally.passes)
    told = {"misses": misses, "count": counted(tally.resolved)}
    before = steps[Leg.FIRST].tally
    if look is Leg.INTERVIEW:
        said = _(
            "It mostly ends before a first interview: %(misses)s of %(count)s "
            "applications came to none. Worth a look."
        )
    elif look is Leg.FIRST:
        said = _(
            "You get invited; the first interview is where it ends, %(misses)s of "
            "%(count)s times. Worth a look."
        )
    elif look is Leg.LATER:
        said = _(
            "You get far; the last talks are where it ends, %(misses)s of %(count)s "
            "times. Worth a look."
        )
    elif 2 * before.passes >= before.resolved:
        said = _(
            "You usually get past the first call; the second interview is where it "
            "ends, %(misses)s of %(count)s times. Worth a look."
        )
    else:
        said = _(
            "The second interview is where it ends, %(misses)s of %(count)s times. "
            "Worth a look."
        )
    return said % told


def _goes_well(leg: Leg, tally: Tally) -> str:
    told = {"passes": counted(tally.passes), "count": counted(tally.resolved)}
    if leg is Leg.INTERVIEW:
        said = _(
            "Your applications lead to interviews more often than usual: %(passes)s "
            "of %(count)s. That part is working."
        )
    else:
        said = _(
            "Your interviews lead to a next step more often than usual: %(passes)s "
            "of %(count)s. That part is working."
        )
    return said % told


def _nothing(known: Known) -> str:
    applied = known.sizes[Reached.APPLIED]
    told = {
        "applied": counted(applied),
        "met": counted(known.sizes[Reached.FIRST]),
        "offers": number(known.sizes[Reached.OFFER]),
    }
    said = ngettext(
        "No step stands out: of %(applied)s application, %(met)s led to an interview "
        "and %(offers)s to an offer. That is within the usual range.",
        "No step stands out: of %(applied)s applications, %(met)s led to an interview "
        "and %(offers)s to an offer. That is within the usual range.",
        applied,
    )
    return said % told


def _reached(known: Known) -> Iterator[Figure]:
    for point in (Reached.APPLIED, Reached.FIRST, Reached.OFFER):
        count = known.sizes[point]
        if count:
            words = str(POINTS[point]).lower()
            yield known.figure(point, f"{counted(count)} {words}")
    waiting = ended_at(Reached.APPLIED, Fate.OPEN)
    if known.sizes[waiting]:
        told = _("%(count)s with no word yet") % {
            "count": counted(known.sizes[waiting])
        }
        yield known.figure(waiting, told)
