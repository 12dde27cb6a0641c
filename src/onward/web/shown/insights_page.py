"""Puts together Insights: first a sentence, then pictures, then tables."""

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.domain.applications.channel import Channel
from onward.domain.odds.groups import Reached
from onward.journey.insights.narrowing import UNKNOWN, kinds
from onward.journey.insights.waiting import waits
from onward.journey.people.models import Person
from onward.web.shown.application_words import CHANNELS
from onward.web.shown.insights import InsightsShown
from onward.web.shown.insights_flow import flow_of
from onward.web.shown.insights_known import (
    BEFORE,
    MONTHS,
    SINCE,
    Asked,
    Known,
    known_of,
)
from onward.web.shown.insights_legs import legs_of
from onward.web.shown.insights_more import (
    forecasts_of,
    practice_of,
    techniques_of,
    themes_of,
)
from onward.web.shown.insights_new_ways import new_ways_of
from onward.web.shown.insights_sentence import evidence_of, sentence_of
from onward.web.shown.insights_waits import ends_of, silence_shown, waits_of
from onward.web.shown.insights_words import counted
from onward.web.shown.shared import Choice, Filter


def insights_of(person: Person, asked: Asked) -> InsightsShown:
    """Return everything that Insights shows; what has nothing to show is left out."""
    known = known_of(person, asked)
    waited = waits(person, known.now, known.narrowed)
    is_empty = not known.sizes[Reached.APPLIED]
    shown = InsightsShown(
        empty=is_empty and not asked.query,
        sentence=_nothing_like_that() if is_empty else sentence_of(known),
        evidence=() if is_empty else evidence_of(known),
        filters=tuple(_filters(known)),
        narrowed=_narrowed(known),
        flow=None if is_empty else flow_of(known),
        legs=legs_of(known),
        waits=waits_of(known, waited),
        silence=silence_shown(known, waited),
        ends=ends_of(waited),
        new_ways=new_ways_of(known),
    )
    return shown if asked.query else _with_the_rest(shown, known)


def _with_the_rest(shown: InsightsShown, known: Known) -> InsightsShown:
    """Add what is of the whole search and cannot be narrowed."""
    return replace(
        shown,
        themes=themes_of(known.person),
        forecasts=forecasts_of(known),
        techniques=techniques_of(known.person),
        practice=practice_of(known.person),
    )


def _nothing_like_that() -> str:
    return _("There is no application like that. Choose a longer time, or any way.")


def _narrowed(known: Known) -> str:
    """Say that the numbers are about a part of the search only, and how large it is."""
    if not known.asked.query:
        return ""
    count = known.sizes[Reached.APPLIED]
    told = ngettext(
        "These numbers are about %(count)s application of that kind only.",
        "These numbers are about %(count)s applications of that kind only.",
        count,
    )
    return told % {"count": counted(count)}


def _filters(known: Known) -> Iterator[Filter]:
    asked = known.asked
    periods = [
        (str(m), _("The last %(months)s months") % {"months": m}) for m in MONTHS
    ]
    for new_way in known.new_ways:
        words = {"words": new_way.words}
        periods.append((f"{SINCE}{new_way.pk}", _("Since: %(words)s") % words))
        periods.append((f"{BEFORE}{new_way.pk}", _("Before: %(words)s") % words))
    channels = [(channel.value, str(CHANNELS[channel])) for channel in Channel]
    channels.append((UNKNOWN, _("Not known")))
    found = [(kind, kind.capitalize()) for kind in kinds(known.person)]
    yield _filter("period", _("When"), _("All of it"), periods, asked.period)
    yield _filter(
        "channel", _("How you applied"), _("Any way"), channels, asked.channel
    )
    yield _filter("kind", _("Kind of role"), _("Any kind"), found, asked.kind)


def _filter(
    name: str, label: str, every: str, options: list[tuple[str, str]], chosen: str
) -> Filter:
    choices = [Choice("", every, chosen=not chosen)]
    choices += [Choice(value, said, chosen=value == chosen) for value, said in options]
    return Filter(name, label, tuple(choices))
