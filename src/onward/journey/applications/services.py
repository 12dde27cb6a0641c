"""What may be done with applications; each is one transaction."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from onward.background import clock
from onward.background.events import announce
from onward.domain.applications.events import EventKind, Source
from onward.domain.applications.state import State, state_of
from onward.journey.applications.indexing import index_application
from onward.journey.applications.models import Application, Employer, Event
from onward.journey.people.models import Person

_LEGAL_FORM = re.compile(
    r"\b(?:ltd|limited|plc|llp|llc|inc|gmbh|ag|co|the)\b\.?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class EventRecorded:
    """An event was added to an application's history."""

    event: Event


def key_of(name: str) -> str:
    """Return a name without case, punctuation and legal form, to compare by."""
    bare = re.sub(r"[^\w]+", "", _LEGAL_FORM.sub("", name).casefold())
    return bare or re.sub(r"[^\w]+", "", name.casefold())


def ensure_employer(*, person: Person, name: str, domain: str = "") -> Employer:
    """Return the person's employer of this name, made if there is none yet.

    Without a name it is always a new one.
    """
    named = Employer.objects.of(person).exclude(name="")
    found = named.filter(key=key_of(name)).first() if name else None
    if found is None:
        made = new_employer(person, name, domain)
        made.save(force_insert=True)
        return made
    if domain and not found.domain:
        found.domain = domain[:200]
        found.save(update_fields=["domain"])
    return found.root


def new_employer(person: Person, name: str, domain: str = "") -> Employer:
    """Return an employer of this name, not saved yet."""
    return Employer(
        person=person, name=name[:200], key=key_of(name)[:200], domain=domain[:200]
    )


@transaction.atomic
def add_application(
    *, person: Person, employer: str, role: str = "", domain: str = "", **further: Any
) -> Application:
    """Return a new application without any event; `further` are fields of its own."""
    found = ensure_employer(person=person, name=employer, domain=domain)
    application = Application.objects.create(
        person=person,
        employer=found,
        role=role[:200],
        added_at=timezone.now(),
        **further,
    )
    index_application(application)
    return application


@transaction.atomic
def record_event(
    *,
    application: Application,
    kind: EventKind,
    happened_at: datetime,
    source: Source = Source.PERSON,
    **further: Any,
) -> Event:
    """Add an event to the history, derive the application anew and announce it.

    `further` are fields of the event: confidence, said, quote, message_key, has_time,
    supersedes.
    """
    event = Event.objects.create(
        person_id=application.person_id,
        application=application,
        kind=kind,
        happened_at=happened_at,
        recorded_at=timezone.now(),
        source=source,
        **further,
    )
    derive(application=application)
    announce(EventRecorded(event))
    return event


def retract_event(*, event: Event, source: Source = Source.PERSON) -> Event:
    """Take an event out of the history that counts; it stays, struck through."""
    return record_event(
        application=event.application,
        kind=EventKind.RETRACTED,
        happened_at=event.happened_at,
        source=source,
        supersedes=event,
    )


def derive(*, application: Application) -> Application:
    """Bring the derived fields up to date with the events; safe to repeat.

    A merged application brings the one it was merged into up to date.
    """
    whole = application.merged_into or application
    # One after the other: else each of two could miss the other's event.
    Application.objects.select_for_update().filter(pk=whole.pk).first()
    events = Event.objects.history_of(whole)
    state = state_of((event.happened for event in events), clock.now())
    for name, value in derived(state).items():
        setattr(whole, name, value)
    whole.save(update_fields=list(DERIVED))
    return whole


def let_time_pass() -> int:
    """Derive anew what time alone has changed: a planned interview that is over.

    Returns how many there were. Pages are right without it; sorting is, with it.
    """
    over = Application.objects.whole().filter(next_at__lte=clock.now())
    passed = list(over)
    for application in passed:
        derive(application=application)
    return len(passed)


def derived(state: State) -> dict[str, Any]:
    """Return the fields of an application that a state fills."""
    values = {name: getattr(state, name) for name in DERIVED}
    return values | {"ending": state.ending or ""}


DERIVED = (
    *("stage", "ending", "applied_at", "answered_at", "last_at", "next_at"),
    *("ended_at", "asked_at", "feedback_at", "interviews"),
)
