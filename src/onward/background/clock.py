"""What time it is, and which day it is for a person.

ONWARD_TODAY lets both stand still, for the made-up search and for pictures of it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, time
from typing import Protocol
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

_told: ContextVar[datetime | None] = ContextVar("told", default=None)


class Somewhere(Protocol):
    """Anybody with a time zone of their own; empty means that of the installation."""

    time_zone: str


def now() -> datetime:
    """Return this moment, or noon of the day that stands still."""
    if told := _told.get():
        return told
    if settings.TODAY is None:
        return timezone.now()
    return datetime.combine(settings.TODAY, time(12), tzinfo=_zone(""))


def really_now() -> datetime:
    """Return this moment, also where the day stands still."""
    return _told.get() or timezone.now()


@contextmanager
def standing_at(moment: datetime) -> Iterator[None]:
    """Let it be this moment meanwhile, to tell afterwards what was done then."""
    before = _told.set(moment)
    try:
        yield
    finally:
        _told.reset(before)


def zone_of(person: Somewhere) -> ZoneInfo:
    """Return the time zone the person lives in."""
    return _zone(person.time_zone)


def today(person: Somewhere) -> date:
    """Return the date where the person lives."""
    return now().astimezone(zone_of(person)).date()


def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name or settings.TIME_ZONE)
