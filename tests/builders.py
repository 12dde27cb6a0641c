"""Makes the things tests are about: a person, an application, an event."""

import secrets
from datetime import UTC, date, datetime, timedelta
from typing import Any

from onward.domain.applications.events import EventKind
from onward.domain.mail.verdict import Meaning
from onward.journey.applications import search
from onward.journey.applications.models import Application, Event
from onward.journey.applications.services import add_application, record_event
from onward.journey.mail.models import Filing, Message
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


def message(
    of: Application | None = None,
    subject: str = "Your application",
    text: str = "We have it.",
    *,
    ago: float = 0,
    **further: Any,
) -> Message:
    """Keep a mail; with an application it is filed there and can be searched for."""
    owner = of.person if of else person()
    made = Message.objects.create(
        person=owner,
        digest=secrets.token_bytes(16),
        sender_name=further.pop("sender_name", "Priya Nair"),
        subject=subject,
        sent_at=days_ago(ago),
        kept_at=NOON,
        shown_text=f"{subject}\n\n{text}",
        meaning=further.pop("meaning", Meaning.OTHER),
        confidence=further.pop("confidence", 0.95),
        **further,
    )
    if of:
        Filing.objects.create(person=owner, message=made, application=of, filed_at=NOON)
        search.index(owner, made.key, made.shown_text, of)
    return made
