"""What the settings show of calendars that say when one is busy."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward import wiring
from onward.background import clock
from onward.journey.feedback.busy_calendars import calendars_of
from onward.journey.feedback.models import BusyCalendar
from onward.journey.people.models import Person
from onward.web.shown.moments import hour, near_day


@dataclass(frozen=True, slots=True)
class BusyRow:
    """One calendar: what it is called, when it was read, and what is wrong with it."""

    place: str
    said: str
    problem: str
    again_url: str
    drop_url: str


@dataclass(frozen=True, slots=True)
class BusyShown:
    """The calendars, and where another one can be named."""

    rows: tuple[BusyRow, ...]
    add_url: str
    kept_where: str = ""


def busy_of(person: Person) -> BusyShown:
    """Return the calendars that say when a person is busy."""
    now = clock.now().astimezone(clock.zone_of(person))
    return BusyShown(
        rows=tuple(_row(one, now) for one in calendars_of(person)),
        add_url=reverse("busy-calendars"),
        kept_where=wiring.vault().said,
    )


def _row(calendar: BusyCalendar, now: datetime) -> BusyRow:
    return BusyRow(
        place=calendar.place,
        said=_said(calendar, now),
        problem=calendar.problem,
        again_url=reverse("read-busy-calendar", args=[calendar.pk]),
        drop_url=reverse("drop-busy-calendar", args=[calendar.pk]),
    )


def _said(calendar: BusyCalendar, now: datetime) -> str:
    """Return how many busy times are known, and since when."""
    count = len(calendar.spans)
    told = ngettext(
        "%(count)s busy time in the next weeks",
        "%(count)s busy times in the next weeks",
        count,
    ) % {"count": count or _("No")}
    if calendar.read_at is None:
        return told
    at = calendar.read_at.astimezone(now.tzinfo)
    day = near_day(at.date(), now.date())
    return _("%(told)s, read %(day)s at %(hour)s") % {
        "told": told,
        "day": day,
        "hour": hour(at),
    }
