"""What the person tells of an application: it happened, or not, or otherwise."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from onward.background import clock
from onward.domain.applications.counting import counting, in_force
from onward.domain.applications.events import EventKind, Source
from onward.journey.applications.adding import AheadError
from onward.journey.applications.event_words import event_words
from onward.journey.applications.models import Application, Event
from onward.journey.applications.moments import moment_of
from onward.journey.applications.services import record_event, retract_event
from onward.journey.history.services import CannotUndoError, record_change, undoer
from onward.journey.people.models import Person


@dataclass(frozen=True, slots=True)
class Telling:
    """What the person says happened, on which day, perhaps when, and in their words."""

    kind: EventKind
    day: date
    at: time | None = None
    said: str = ""


@transaction.atomic
def tell(*, application: Application, telling: Telling) -> Event:
    """Record what the person says happened."""
    event = _record(application, telling)
    _keep(event, _("Wrote down: %(event)s. %(what)s."), event.pk)
    return event


@transaction.atomic
def correct(*, event: Event, telling: Telling) -> Event:
    """Put an event right; the old one stays, struck through, and lends its quote."""
    old = standing(event)
    fresh = _record(
        old.application,
        telling,
        supersedes=old,
        quote=old.quote,
        message_key=old.message_key,
    )
    _keep(fresh, _("Put right: %(event)s. %(what)s."), fresh.pk)
    return fresh


@transaction.atomic
def take_back(*, event: Event) -> Event:
    """Say that an event did not happen; after a correction what stood before does."""
    gone = standing(event)
    retraction = retract_event(event=gone)
    if gone.kind == EventKind.RETRACTED:
        gone, text = gone.supersedes or gone, _("Brought back: %(event)s. %(what)s.")
    else:
        text = _("Took back: %(event)s. %(what)s.")
    _keep(gone, text, retraction.pk)
    return retraction


@transaction.atomic
def close_as_silent(*, application: Application) -> Event:
    """Close an application of which nothing is heard; an answer opens it again."""
    event = record_event(
        application=application,
        kind=EventKind.CLOSED_SILENT,
        happened_at=clock.now(),
        has_time=True,
    )
    _keep(event, _("Closed %(what)s. It opens again if they answer."), event.pk)
    return event


def standing(event: Event) -> Event:
    """Return the event that counts in place of this one, or itself if none does."""
    rows = _history(event)
    for kept in counting(row.happened for row in rows.values()):
        row: Event | None = rows[kept.id]
        while row is not None:
            if row.pk == event.pk:
                return rows[kept.id]
            row = rows.get(row.supersedes_id or 0)
    return event


def _history(event: Event) -> dict[int, Event]:
    whole = event.application.merged_into or event.application
    return {row.pk: row for row in Event.objects.history_of(whole)}


def _record(application: Application, telling: Telling, **further: Any) -> Event:
    is_planned = telling.kind is EventKind.INTERVIEW_SCHEDULED
    if telling.day > clock.today(application.person) and not is_planned:
        raise AheadError
    return record_event(
        application=application,
        kind=telling.kind,
        happened_at=moment_of(application.person, telling.day, telling.at),
        has_time=telling.at is not None,
        source=Source.PERSON,
        said=telling.said,
        **further,
    )


def _keep(event: Event, text: str, number: int) -> None:
    whole = event.application.merged_into or event.application
    record_change(
        person=event.person,
        text=text % {"event": event_words(event.kind), "what": whole.label},
        undoer="applications.told",
        arguments={"event": number},
        of_what=whole.key,
    )


@undoer("applications.told")
def untell(*, person: Person, event: int) -> None:
    """Take an event out of what counts; so a retraction gives back what it took."""
    found = Event.objects.of(person).filter(pk=event).first()
    if found is None or not _is_in_force(found):
        raise CannotUndoError
    retract_event(event=found)


def _is_in_force(event: Event) -> bool:
    standing_now = in_force(row.happened for row in _history(event).values())
    return any(one.id == event.pk for one in standing_now)
