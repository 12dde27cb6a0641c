"""Puts together the table of applications."""

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.background import clock
from onward.domain.applications.channel import Channel
from onward.domain.applications.state import Stage
from onward.journey.applications import queries
from onward.journey.applications.models import Application
from onward.journey.applications.queries import Asked, Standings, listed, standings
from onward.journey.people.models import Person
from onward.web.shown.application_words import (
    CHANNELS,
    STAGES,
    channel_words,
    interviews_words,
    standing_words,
)
from onward.web.shown.applications import Column, Listing, Row
from onward.web.shown.moments import hour, near_day, short_day
from onward.web.shown.shared import Choice, Filter, Pages

PAGE = 50
Options = Sequence[tuple[str, object]]


def listing_of(person: Person, asked: Asked, page: int) -> Listing:
    """Return the page of the table that was asked for."""
    now = clock.now().astimezone(clock.zone_of(person))
    number = standings(person, now)
    # The ids of all first: words are looked for once, for the count and for the page.
    ids = list(listed(person, asked, now).values_list("pk", flat=True))
    shown = Paginator(ids, PAGE).get_page(page)
    rows = Application.objects.of(person).briefly().in_bulk(shown.object_list)
    return Listing(
        rows=tuple(row_of(rows[pk], now) for pk in shown if pk in rows),
        query=asked.words,
        sort=asked.sort if asked.sort != queries.NEWEST else "",
        filters=_filters(asked),
        columns=_columns(asked.sort),
        pages=_pages(shown, asked),
        sentence=sentence(number),
        empty=not number.anywhere,
    )


def row_of(application: Application, now: datetime) -> Row:
    """Return one application as a row; `now` is where the person lives."""
    state = application.state_at(now)
    last_at = state.last_at.astimezone(now.tzinfo) if state.last_at else None
    return Row(
        url=reverse("application", args=[application.pk]),
        role=application.role or _("Role not known"),
        employer=application.employer.root.called,
        stage=standing_words(state),
        line=line_of(application, now),
        last_on=short_day(last_at.date(), now.date()) if last_at else "",
        next=next_words(state.next_at, now),
        closed=state.ending is not None,
    )


def line_of(application: Application, now: datetime) -> str:
    """Return the few words that tell one application from another."""
    state = application.state_at(now)
    words = []
    if state.applied_at:
        on = state.applied_at.astimezone(now.tzinfo).date()
        words.append(_("applied %(day)s") % {"day": short_day(on, now.date())})
    words.append(interviews_words(state.interviews))
    words.append(channel_words(application.channel, application.channel_said).lower())
    if state.is_quiet(now):
        words.append(_("quiet"))
    return ", ".join(word for word in words if word)


def next_words(next_at: datetime | None, now: datetime) -> str:
    """Return when the next interview is, as a row tells it."""
    if next_at is None or next_at <= now:
        return ""
    here = next_at.astimezone(now.tzinfo)
    day = near_day(here.date(), now.date())
    return _("Interview %(day)s, %(hour)s") % {"day": day, "hour": hour(here)}


def sentence(number: Standings) -> str:
    """Return "58 applications, 14 waiting for an answer, 3 gone quiet."."""
    if not number.all:
        return ""
    parts = [
        ngettext("%(count)s application", "%(count)s applications", number.all)
        % {"count": number.all},
        _("%(count)s waiting for an answer") % {"count": number.waiting or _("none")},
    ]
    if number.quiet:
        parts.append(_("%(count)s gone quiet") % {"count": number.quiet})
    return ", ".join(parts) + "."


def _columns(sort: str) -> tuple[Column, ...]:
    heads = (
        ("role", _("Role")),
        ("employer", _("Employer")),
        ("stage", _("Stage")),
        ("", _("What is known")),
        ("last", _("Last word")),
    )
    return tuple(_column(name, label, sort) for name, label in heads)


def _column(name: str, label: str, sort: str) -> Column:
    """Return a head; pressed again it turns round. Dates begin with the newest."""
    if not name:
        return Column(label)
    directions = {name: "ascending", f"-{name}": "descending"}
    first, second = (f"-{name}", name) if name == "last" else (name, f"-{name}")
    return Column(label, second if sort == first else first, directions.get(sort, ""))


def _filters(asked: Asked) -> tuple[Filter, ...]:
    stages = [(stage, STAGES[stage]) for stage in Stage]
    standing = [
        (queries.OPEN, _("Open")),
        (queries.QUIET, _("Gone quiet")),
        (queries.CLOSED, _("Closed")),
        (queries.PUT_AWAY, _("Put away")),
        (queries.EVERY, _("All, also put away")),
    ]
    channels = [(channel, CHANNELS[channel]) for channel in Channel]
    return (
        _filter("stage", _("Stage"), _("Any stage"), stages, asked.stage),
        _filter("standing", _("Standing"), _("Any"), standing, asked.standing),
        _filter("channel", _("How you applied"), _("Any way"), channels, asked.channel),
    )


def _filter(
    name: str,
    label: str,
    every: str,
    options: Sequence[tuple[str, object]],
    chosen: str,
) -> Filter:
    choices = [Choice("", every, chosen=not chosen)]
    choices += [
        Choice(value, str(said), chosen=value == chosen) for value, said in options
    ]
    return Filter(name, label, tuple(choices))


def _pages(page: "Page[int]", asked: Asked) -> Pages:
    return Pages(
        number=page.number,
        count=page.paginator.num_pages,
        total=page.paginator.count,
        before_url=_url(asked, page.number - 1) if page.has_previous() else "",
        after_url=_url(asked, page.number + 1) if page.has_next() else "",
    )


def _url(asked: Asked, page: int) -> str:
    told = {
        "q": asked.words,
        "stage": asked.stage,
        "standing": asked.standing,
        "channel": asked.channel,
        "sort": asked.sort if asked.sort != queries.NEWEST else "",
        "page": str(page) if page > 1 else "",
    }
    given = urlencode({name: value for name, value in told.items() if value})
    return f"{reverse('applications')}?{given}" if given else reverse("applications")


def url_of(asked: Asked) -> str:
    """Return the address of the table narrowed like this."""
    return _url(asked, 1)
