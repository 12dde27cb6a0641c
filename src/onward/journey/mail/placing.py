"""Puts one message where the person says it belongs, and its events with it."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.utils import timezone

from onward.domain.applications.events import EventKind, Source
from onward.journey.applications.histories import events_of
from onward.journey.applications.models import Application, Event
from onward.journey.applications.services import derive, record_event, retract_event
from onward.journey.mail.happenings import Planned, plan
from onward.journey.mail.models import Filing, Message
from onward.journey.mail.outcomes import Ended, fill_outcomes
from onward.journey.mail.passages import put_with
from onward.journey.mail.recording import (
    NOT_NEEDED,
    confidence_of,
    main_event,
    message_number,
    planned_of,
    standing,
)


def place(
    message: Message,
    applications: Iterable[Application],
    *,
    by_person: bool = True,
    source: Source = Source.PERSON,
) -> None:
    """File a message under exactly these applications, with the events it makes there.

    What it made before is not erased: it is superseded or retracted by `source`.
    """
    wanted = {one.pk: one for one in applications}
    now = {f.application_id: f for f in _filings(message)}
    for number, filing in now.items():
        if number not in wanted:
            filing.ended_at = timezone.now()
            filing.save(update_fields=["ended_at"])
            _bring_in_line(filing.application, message, None, source)
    for number, application in wanted.items():
        filing = now.get(number) or Filing(
            person_id=message.person_id,
            message=message,
            application=application,
            filed_at=timezone.now(),
        )
        filing.by_person = by_person
        filing.save()
        _bring_in_line(application, message, filing, source)
        put_with(application, [message])


def _filings(message: Message) -> Iterable[Filing]:
    return message.filings.filter(ended_at=None).select_related("application")


def _bring_in_line(
    application: Application, message: Message, filing: Filing | None, source: Source
) -> None:
    """Let a message have the events in an application that it should have there."""
    ours = counting_events(application, message)
    others = _others(application, message)
    named = [message.pk] if filing and not filing.is_meant else []
    wanted = plan([message], others, named) if filing else []
    kept = {planned_of(event, message).mark: event for event in ours}
    for planned in wanted:
        if found := kept.pop(planned.mark, None):
            planned.id = found.pk
    gone = sorted(kept.values(), key=lambda event: event.source != Source.MESSAGE)
    _replace(application, gone, wanted, source)
    if filing is not None:
        filing.event_id = main_event(wanted, message)
        filing.save(update_fields=["event"])
    derive(application=application)


def _others(application: Application, message: Message) -> list[Planned]:
    """Return what counts in an application besides what a message made there."""
    events = events_of([application.pk]).get(application.pk, [])
    numbers = {n for event in events if (n := message_number(event)) is not None}
    texts = Message.objects.defer(*NOT_NEEDED).in_bulk(numbers)
    return standing(events, {message.pk}, texts)


def counting_events(application: Application, message: Message) -> list[Event]:
    """Return the events that a message made in an application and that count."""
    made = Event.objects.filter(application=application, message_key=message.key)
    counting = made.filter(superseded_by=None).exclude(kind=EventKind.RETRACTED)
    return list(counting.order_by("id"))


def _replace(
    application: Application,
    gone: list[Event],
    wanted: list[Planned],
    source: Source,
) -> None:
    """Let new events supersede the old ones in turn; retract the old ones left."""
    for planned in [p for p in wanted if p.id is None]:
        earlier: dict[str, Any] = {}
        if planned.replaces is not None:
            earlier["supersedes_id"] = planned.replaces.id
        elif gone and planned.is_main:
            earlier["supersedes"] = gone.pop(0)
        event = record_event(
            application=application,
            kind=planned.kind,
            happened_at=planned.happened_at,
            source=planned.source,
            has_time=planned.has_time,
            confidence=confidence_of(planned.message),
            quote=planned.quote,
            message_key=planned.message.key,
            **earlier,
        )
        planned.id = event.pk
        fill_outcomes([Ended(application, event.pk, planned.message)])
    for event in gone:
        retract_event(event=event, source=source)


def is_empty(application: Application) -> bool:
    """Tell whether nothing counts in an application any more and nobody wrote there."""
    told = Q(note="") & Q(advert="") & Q(archived_at=None) & Q(merged_into=None)
    found = Application.objects.filter(told, pk=application.pk, merged=None)
    events = Event.objects.history_of(application).filter(superseded_by=None)
    filed = Filing.objects.filter(application=application, ended_at=None)
    return (
        found.exists()
        and not events.exclude(kind=EventKind.RETRACTED).exists()
        and not filed.exists()
    )
