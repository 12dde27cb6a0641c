"""New ways, and the numbers before one beside those since."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from random import Random

from django.urls import reverse
from django.utils.translation import gettext as _

from onward.domain.odds.groups import sizes
from onward.domain.odds.tallies import tallies_of
from onward.domain.statistics.beta import Beta
from onward.domain.statistics.comparisons import (
    ENCOURAGING,
    chance_of_better,
    is_encouraging,
)
from onward.domain.statistics.frequencies import spoken
from onward.domain.statistics.priors import Step
from onward.domain.statistics.standing import Tally, belief_of
from onward.journey.insights.models import NewWay
from onward.journey.insights.narrowing import Narrowed
from onward.journey.insights.queries import courses
from onward.web.shown.insights import Cell, Figure, FigureRow, NewWayRow
from onward.web.shown.insights_known import BEFORE, SINCE, Known
from onward.web.shown.insights_legs import step_figures
from onward.web.shown.insights_steps_words import NAMES
from onward.web.shown.moments import near_day

Tallies = Mapping[Step, Tally]
_COMPARED = (Step.INTERVIEW, Step.ROUND, Step.OFFER)


def new_ways_of(known: Known) -> tuple[NewWayRow, ...]:
    """Return every new way, the one that is looked at with its two periods."""
    begun = [one for one in known.new_ways if one.began_on <= known.today]
    seen = next((one for one in begun if _is_asked(known, one)), None)
    seen = seen or (begun[0] if begun else None)
    return tuple(_row(known, one, is_seen=one == seen) for one in known.new_ways)


def _is_asked(known: Known, new_way: NewWay) -> bool:
    periods = (f"{SINCE}{new_way.pk}", f"{BEFORE}{new_way.pk}")
    return known.asked.period in periods


def _row(known: Known, new_way: NewWay, *, is_seen: bool) -> NewWayRow:
    asked = replace(known.asked, period=f"{SINCE}{new_way.pk}")
    row = NewWayRow(
        words=new_way.words,
        on=near_day(new_way.began_on, known.today),
        drop_url=reverse("drop-new-way", args=[new_way.pk]),
        see_url=reverse("insights") + asked.query,
        is_seen=is_seen,
    )
    if not is_seen:
        return row
    before, since = _periods(known, new_way)
    rows = tuple(_compared(known, before, since))
    told = tallies_of(before.courses), tallies_of(since.courses)
    return replace(row, sentence=_sentence(known, *told), rows=rows)


def _periods(known: Known, new_way: NewWay) -> tuple[Known, Known]:
    """Return what is known of before and of since, each narrowed to it alone."""
    everywhere = replace(known.narrowed, since=None, until=None)
    before = replace(everywhere, until=new_way.began_on)
    since = replace(everywhere, since=new_way.began_on)
    return (
        _narrowed(known, before, f"{BEFORE}{new_way.pk}"),
        _narrowed(known, since, f"{SINCE}{new_way.pk}"),
    )


def _narrowed(known: Known, narrowed: Narrowed, period: str) -> Known:
    found = courses(known.person, known.now, narrowed)
    return replace(
        known,
        asked=replace(known.asked, period=period),
        narrowed=narrowed,
        courses=found,
        sizes=sizes(found),
    )


def _compared(known: Known, earlier: Known, later: Known) -> Iterator[FigureRow]:
    before, since = tallies_of(earlier.courses), tallies_of(later.courses)
    for step in _COMPARED:
        if not before[step].resolved or not since[step].resolved:
            continue
        chance = _chance(known, step, before, since)
        told = {"chance": spoken(chance, 10), "said": _said(chance)}
        yield FigureRow(
            str(NAMES[step]),
            (
                _cell(_("before"), earlier, step, before[step]),
                _cell(_("since"), later, step, since[step]),
                Cell(_("better since"), Figure(_("%(chance)s: %(said)s") % told)),
            ),
        )


def _cell(label: str, period: Known, step: Step, tally: Tally) -> Cell:
    told = _("%(passes)s of %(count)s") % {
        "passes": tally.passes,
        "count": tally.resolved,
    }
    if tally.pending:
        told = _("%(told)s, %(open)s open") % {"told": told, "open": tally.pending}
    return Cell(label, Figure(told), tuple(step_figures(period, step)))


def _chance(known: Known, step: Step, before: Tallies, since: Tallies) -> float:
    prior = known.priors[step]
    return _drawn(belief_of(before[step], prior), belief_of(since[step], prior))


@lru_cache(maxsize=128)
def _drawn(earlier: Beta, later: Beta) -> float:
    """Draw once for the same counts: a page that is opened again says the same."""
    rng = Random(1)  # noqa: S311 - a simulation, to be repeated
    return chance_of_better(earlier, later, rng)


def _said(chance: float) -> str:
    if is_encouraging(chance):
        return _("encouraging, not proof")
    if chance < 1 - ENCOURAGING:
        return _("less often since, which may be chance")
    return _("no difference to be seen")


def _sentence(known: Known, before: Tallies, since: Tallies) -> str:
    """Return what the two periods say together; with real numbers it seldom settles."""
    both = [s for s in _COMPARED if before[s].resolved and since[s].resolved]
    if not both:
        return _(
            "Nothing has been decided since. That takes weeks, so look again later."
        )
    better = [s for s in both if is_encouraging(_chance(known, s, before, since))]
    if better:
        return _(
            "Better since then: %(step)s. Encouraging, not proof: so few cases seldom "
            "settle it."
        ) % {"step": str(NAMES[better[0]]).lower()}
    return _(
        "No difference to be seen yet. With so few cases that is what one would "
        "expect, whether it helped or not."
    )
