"""When the person is not free: read from calendars they named, and from no others."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from uuid import uuid4

from django.db import transaction
from django.db.models import Q, QuerySet

from onward import wiring
from onward.background import clock
from onward.domain.errors import OnwardError
from onward.domain.meetings.busy import Busy, Span, busy_in
from onward.journey.feedback.models import BusyCalendar
from onward.journey.people.models import Person
from onward.ports.calendar import (
    CalendarError,
    CalendarPlace,
    NotACalendarError,
)

# Times are offered for the next 30 days; a calendar that is away for two weeks still
# knows of all of them.
LOOK_AHEAD = timedelta(days=30)
_KEPT_AHEAD = timedelta(days=45)
_READ_EACH = timedelta(hours=1)
MOST_CALENDARS = 10


class EnoughCalendarsError(OnwardError):
    """Ten calendars are as many as Onward keeps. Take one away first."""


def calendars_of(person: Person) -> QuerySet[BusyCalendar]:
    """Return the calendars the person named, oldest first."""
    return BusyCalendar.objects.of(person).order_by("pk")


def busy_of(person: Person, within: Span) -> list[Span]:
    """Return when the person is not free, as last read."""
    kept = calendars_of(person).values_list("spans", flat=True)
    spans = [_span(pair) for pairs in kept for pair in pairs]
    return sorted(
        (span for span in spans if span.meets(within)), key=lambda span: span.start
    )


def name_calendar(*, person: Person, place: CalendarPlace) -> BusyCalendar:
    """Keep a calendar once it could be read; raises what the person can be told."""
    if calendars_of(person).count() >= MOST_CALENDARS:
        raise EnoughCalendarsError
    kind, busy = _first_that_reads(person, place)
    is_file = kind == "file"
    calendar = BusyCalendar(
        person=person,
        kind=kind,
        place=place.address.strip() if is_file else _machine(place.address),
        secret_name="" if is_file else f"calendar-{uuid4().hex}",
    )
    _take_in(calendar, busy)
    if calendar.secret_name:
        wiring.vault().put(calendar.secret_name, json.dumps(asdict(place)))
    calendar.save()
    return calendar


def read_again(*, calendar: BusyCalendar) -> bool:
    """Read a calendar anew; if it is away, what was read before holds on."""
    try:
        place = _place_of(calendar)
        ways = dict(wiring.calendars(place))
        if calendar.kind not in ways:
            raise NotACalendarError
        busy = _read(calendar.person, ways[calendar.kind].read(_ahead()))
    except CalendarError as problem:
        calendar.problem = str(problem)[:300]
        calendar.tried_at = clock.now()
        _update(calendar, "problem", "tried_at")
        return False
    _take_in(calendar, busy)
    _update(calendar, "spans", "unread", "read_at", "tried_at", "problem")
    return True


def _update(calendar: BusyCalendar, *names: str) -> None:
    """Keep these of a calendar; one taken away meanwhile does not come back by it."""
    told = {name: getattr(calendar, name) for name in names}
    BusyCalendar.objects.filter(pk=calendar.pk).update(**told)


def read_next_due() -> bool:
    """Read the calendar that waited longest, if it waited an hour; tell if one did.

    One at a time, so that a slow machine somewhere keeps no letter waiting for long.
    """
    due = BusyCalendar.objects.filter(
        Q(tried_at=None) | Q(tried_at__lte=clock.now() - _READ_EACH)
    )
    calendar = due.select_related("person").order_by("tried_at", "pk").first()
    if calendar is not None:
        read_again(calendar=calendar)
    return calendar is not None


@transaction.atomic
def take_calendar_away(*, calendar: BusyCalendar) -> None:
    """Let go of a calendar, its address and its password."""
    name = calendar.secret_name
    calendar.delete()
    if name:
        transaction.on_commit(lambda: wiring.vault().forget(name), robust=True)


def _first_that_reads(person: Person, place: CalendarPlace) -> tuple[str, Busy]:
    """Return the first way that leads to a calendar, and what it says.

    Only where there is no calendar is the next way tried: a wrong password stays wrong.
    """
    for kind, calendar in wiring.calendars(place):
        try:
            return kind, _read(person, calendar.read(_ahead()))
        except NotACalendarError:
            continue
    raise NotACalendarError


def _ahead() -> Span:
    now = clock.now()
    return Span(now, now + _KEPT_AHEAD)


def _read(person: Person, content: bytes) -> Busy:
    return busy_in(content, _ahead(), clock.zone_of(person))


def _take_in(calendar: BusyCalendar, busy: Busy) -> None:
    calendar.spans = list(_pairs(busy.spans))
    calendar.unread = busy.unread
    calendar.read_at = calendar.tried_at = clock.now()
    calendar.problem = ""


def _pairs(spans: Iterable[Span]) -> Iterable[list[str]]:
    return ([span.start.isoformat(), span.end.isoformat()] for span in spans)


def _span(pair: list[str]) -> Span:
    start, end = (datetime.fromisoformat(moment) for moment in pair)
    return Span(start, end)


def _machine(address: str) -> str:
    return urlsplit(address.strip()).hostname or ""


def _place_of(calendar: BusyCalendar) -> CalendarPlace:
    if not calendar.secret_name:
        return CalendarPlace(calendar.place)
    kept = wiring.vault().get(calendar.secret_name)
    if kept is None:
        raise CalendarError
    return CalendarPlace(**json.loads(kept))
