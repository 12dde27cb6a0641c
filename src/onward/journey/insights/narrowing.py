"""Which applications the numbers are about: a period, a channel, a kind of role."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models.functions import Coalesce
from django.db.models.lookups import GreaterThanOrEqual, LessThan

from onward.background.clock import zone_of
from onward.domain.applications.state import Stage
from onward.domain.odds.kinds import commonest, kind_of
from onward.journey.applications.models import Application, ApplicationQuerySet
from onward.journey.people.models import Person

UNKNOWN = "unknown"
_BEGAN = Coalesce("applied_at", "answered_at", "last_at")


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What the numbers are narrowed to; empty is everything.

    `since` and `until` go by the day of applying; `until` is not in it. `roles` are
    all that are of one kind, as `roles_of` finds them.
    """

    channel: str = ""
    roles: tuple[str, ...] | None = None
    since: date | None = None
    until: date | None = None


EVERYTHING = Narrowed()


def sent(person: Person, narrowed: Narrowed = EVERYTHING) -> ApplicationQuerySet:
    """Return the applications that were sent, narrowed."""
    found = Application.objects.of(person).whole().exclude(stage=Stage.APPROACHED)
    if narrowed.channel:
        channel = "" if narrowed.channel == UNKNOWN else narrowed.channel
        found = found.filter(channel=channel)
    if narrowed.roles is not None:
        found = found.filter(role__in=narrowed.roles)
    zone = zone_of(person)
    if narrowed.since:
        found = found.filter(
            GreaterThanOrEqual(_BEGAN, _midnight(narrowed.since, zone))
        )
    if narrowed.until:
        found = found.filter(LessThan(_BEGAN, _midnight(narrowed.until, zone)))
    return found


def kinds(person: Person) -> list[str]:
    """Return the commonest kinds of role the person applied for."""
    return commonest(sent(person).values_list("role", flat=True))


def months_ago(months: int, today: date) -> date:
    """Return the day so many months ago, counted in days so that it always exists."""
    return today - timedelta(days=round(months * 365.25 / 12))


def roles_of(person: Person, kind: str) -> tuple[str, ...]:
    """Return the roles the person applied for that are of a kind."""
    roles = sent(person).order_by().values_list("role", flat=True).distinct()
    return tuple(role for role in roles if kind_of(role) == kind)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), tzinfo=zone)
