"""Adding an application by hand: from a line, a form or a pasted advert."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from onward.background import clock
from onward.domain.applications.events import EventKind
from onward.domain.applications.line import Line
from onward.domain.errors import OnwardError
from onward.journey.applications import search
from onward.journey.applications.models import Application, Event
from onward.journey.applications.moments import moment_of
from onward.journey.applications.services import add_application, record_event
from onward.journey.history.services import CannotUndoError, record_change, undoer
from onward.journey.people.models import Person


class NamelessError(OnwardError):
    """An application needs at least the name of the employer."""


class AheadError(OnwardError):
    """That day has not come yet."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What a form tells beyond a line: an agency, the advert."""

    agency: str = ""
    advert: str = ""


@transaction.atomic
def add_told(
    *, person: Person, told: Line, beside: Beside | None = None
) -> Application:
    """Return a new application with its first event; without a day it was today.

    Who has not applied yet has found it, so that the history begins somewhere.
    """
    today = clock.today(person)
    if not told.employer.strip():
        raise NamelessError
    if told.applied_on and told.applied_on > today:
        raise AheadError
    beside = beside or Beside()
    application = add_application(
        person=person,
        employer=told.employer,
        role=told.role,
        place=told.place[:200],
        agency=beside.agency[:200],
        channel=told.channel or "",
        channel_said=told.channel_said[:200],
        link=told.link[:1000],
        note=told.note,
        advert=beside.advert,
    )
    event = record_event(
        application=application,
        kind=EventKind.FOUND if told.is_ahead else EventKind.APPLIED,
        happened_at=moment_of(person, told.applied_on or today),
    )
    _keep_change(application, event)
    return application


def _keep_change(application: Application, event: Event) -> None:
    record_change(
        person=application.person,
        text=_("Added %(what)s.") % {"what": application.label},
        undoer="applications.added",
        arguments={"application": application.pk, "event": event.pk},
        of_what=application.key,
    )


@undoer("applications.added")
def take_out(*, person: Person, application: int, event: int) -> None:
    """Take an added application out again, unless something came to it since."""
    found = Application.objects.of(person).filter(pk=application).first()
    if found is None:
        return
    since = Event.objects.history_of(found).exclude(pk=event)
    if since.exists() or found.merged.exists() or found.merged_into_id:
        raise CannotUndoError
    search.remove(person, found.key)
    found.delete()
