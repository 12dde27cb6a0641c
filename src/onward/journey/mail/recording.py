"""Keeps the events that filed mail makes, and takes them back with the filing."""

from collections.abc import Collection, Sequence

from django.utils import timezone

from onward.background.events import announce
from onward.domain.applications.events import EventKind, Source
from onward.domain.applications.state import ENDED
from onward.journey.applications.models import Application, Event, Round
from onward.journey.applications.services import EventRecorded, derive
from onward.journey.mail.happenings import Planned, plan
from onward.journey.mail.models import Filing, Message
from onward.journey.mail.outcomes import fill_outcome
from onward.journey.mail.passages import put_with

KEY = "message:"


def keep_events(
    row: Application,
    messages: Sequence[Message],
    free: set[int],
    named: Collection[int] = (),
) -> None:
    """Let an application have exactly the events that its free messages make.

    `named` are messages that only name it, and say what they say of another.
    """
    ours = [event for event in _unretracted(row) if _message_id(event) in free]
    wanted = plan(messages, standing_in(row, free), named)
    marks = {_mark(event): event for event in ours}
    for planned in wanted:
        if found := marks.get(planned.mark):
            planned.id = found.pk
    gone = [event for event in ours if event.pk not in {p.id for p in wanted}]
    _delete(gone)
    made = _create(row, wanted)
    if gone or made:
        derive(application=row)
    _name_events(row, wanted)
    put_with(row, messages)
    for event in made:
        event.application = row
        announce(EventRecorded(event))
    for planned in wanted:
        if planned.kind in ENDED:
            fill_outcome(row, planned.id, planned.message)
    ensure_rounds(row)


def _events_of(row: Application) -> list[Event]:
    return list(Event.objects.history_of(row).order_by("happened_at", "id"))


def _unretracted(row: Application) -> list[Event]:
    """Return the events nobody took back; those stay struck through as they are."""
    events = _events_of(row)
    gone = {e.supersedes_id for e in events if e.kind == EventKind.RETRACTED}
    return [event for event in events if event.pk not in gone]


def _message_id(event: Event) -> int | None:
    number = event.message_key.removeprefix(KEY)
    return int(number) if number.isdecimal() else None


def _mark(event: Event) -> tuple[str, str, object]:
    return event.message_key, event.kind, event.happened_at


def standing_in(row: Application, free: Collection[int] = ()) -> list[Planned]:
    """Return the events that count and do not hang on mail that may move."""
    events = _events_of(row)
    replaced = {event.supersedes_id for event in events}
    stand = [
        event
        for event in events
        if event.pk not in replaced
        and event.kind != EventKind.RETRACTED
        and _message_id(event) not in free
    ]
    numbers = {n for event in stand if (n := _message_id(event)) is not None}
    found = Message.objects.defer("shown_text").in_bulk(numbers)
    return [planned_of(event, found.get(_message_id(event) or 0)) for event in stand]


def planned_of(event: Event, message: Message | None) -> Planned:
    """Return a kept event as one that was planned, with the message that made it."""
    return Planned(
        message=message or Message(),
        kind=EventKind(event.kind),
        happened_at=event.happened_at,
        source=Source(event.source),
        id=event.pk,
    )


def _create(row: Application, wanted: Sequence[Planned]) -> list[Event]:
    """Create what is not kept yet; what replaces another one comes after it."""
    made: list[Event] = []
    while left := [p for p in wanted if p.id is None]:
        ready = [p for p in left if p.replaces is None or p.replaces.id]
        events = Event.objects.bulk_create([_event(row, p) for p in ready])
        for event, planned in zip(events, ready, strict=True):
            planned.id = event.pk
        made += events
    return made


def _event(row: Application, planned: Planned) -> Event:
    message = planned.message
    return Event(
        person_id=row.person_id,
        application=row,
        kind=planned.kind,
        happened_at=planned.happened_at,
        has_time=planned.has_time,
        recorded_at=timezone.now(),
        source=planned.source,
        confidence=confidence_of(message),
        quote=planned.quote,
        message_key=message.key,
        supersedes_id=planned.replaces.id if planned.replaces else None,
    )


def confidence_of(message: Message) -> float:
    """Return how sure an event is that this message made."""
    return 1.0 if message.confirmed_at else message.confidence


def _name_events(row: Application, wanted: Sequence[Planned]) -> None:
    """Let each filing know the event it made."""
    mains = {
        p.message.pk: p.id
        for p in wanted
        if p.source is Source.MESSAGE and p.kind is not EventKind.INTERVIEW_SCHEDULED
    }
    filings = list(row.filings.filter(message_id__in=mains, ended_at=None))
    changed = [f for f in filings if f.event_id != mains[f.message_id]]
    for filing in changed:
        filing.event_id = mains[filing.message_id]
    Filing.objects.bulk_update(changed, ["event"])


def _delete(events: Sequence[Event]) -> None:
    ids = [event.pk for event in events]
    if ids:
        Round.objects.filter(event_id__in=ids).delete()
        Event.objects.filter(pk__in=ids).delete()


def take_back_filings(row: Application, filings: Sequence[Filing]) -> None:
    """Remove filings that were only provisional, with the events they made."""
    if not filings:
        return
    keys = [f"{KEY}{filing.message_id}" for filing in filings]
    _delete(list(Event.objects.filter(application=row, message_key__in=keys)))
    Filing.objects.filter(pk__in=[filing.pk for filing in filings]).delete()
    derive(application=row)


def ensure_rounds(row: Application) -> None:
    """Keep one round for each planned talk that counts."""
    talks = Event.objects.history_of(row).filter(kind=EventKind.INTERVIEW_SCHEDULED)
    for event in talks.filter(superseded_by=None, round=None):
        earlier = event.supersedes_id and Round.objects.filter(
            event_id=event.supersedes_id
        )
        moved = earlier and earlier.update(event=event, starts_at=event.happened_at)
        if not moved:
            Round.objects.create(
                person_id=row.person_id,
                application=row,
                event=event,
                starts_at=event.happened_at,
            )
