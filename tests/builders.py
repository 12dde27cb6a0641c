"""Makes the things tests are about: a person, an application, an event."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from onward.domain.applications.events import EventKind
from onward.journey.applications.models import Application, Event
from onward.journey.applications.services import add_application, record_event
from onward.journey.people.models import Person

TODAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def person(name: str = "") -> Person:
    """Make somebody who looks for work; without a name, the one of this machine."""
    if not name:
        return Person.objects.local()
    return Person.objects.create_user(username=name)


def application(
    employer: str = "Acme",
    role: str = "Data Analyst",
    *,
    of: Person | None = None,
    **further: Any,
) -> Application:
    """Make an application without any event."""
    return add_application(
        person=of or person(), employer=employer, role=role, **further
    )


def days_ago(days: float) -> datetime:
    """Return the moment so many days before noon of the day tests stand at."""
    return NOON - timedelta(days=days)


def event(of: Application, kind: EventKind, ago: float = 0, **further: Any) -> Event:
    """Record that something happened so many days before the day tests stand at."""
    return record_event(application=of, kind=kind, happened_at=days_ago(ago), **further)
