"""Turns the day a person names into a moment."""

from datetime import date, datetime, time

from onward.background import clock
from onward.journey.people.models import Person

# In the middle of the day, so that it is the same date in any near time zone.
NOON = time(12)


def moment_of(person: Person, day: date, at: time | None = None) -> datetime:
    """Return the moment of a day where the person lives; noon if no time is named.

    A day without a time is never ahead of now on the day itself.
    """
    zone = clock.zone_of(person)
    moment = datetime.combine(day, at or NOON, tzinfo=zone)
    if at is None and day == clock.today(person):
        return min(moment, clock.now())
    return moment
