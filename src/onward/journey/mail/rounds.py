"""Keeps one round for each planned talk that counts."""

from collections.abc import Collection

from onward.domain.applications.events import EventKind
from onward.journey.applications.models import Application, Event, Round


def ensure_rounds(row: Application) -> None:
    """Give each planned talk its round; one that was moved keeps the round it had."""
    talks = Event.objects.history_of(row).filter(kind=EventKind.INTERVIEW_SCHEDULED)
    for event in talks.filter(superseded_by=None, round=None):
        earlier = Round.objects.filter(event_id=event.supersedes_id or 0)
        if not earlier.update(event=event, starts_at=event.happened_at):
            Round.objects.create(
                person_id=row.person_id,
                application=row,
                event=event,
                starts_at=event.happened_at,
            )


def drop_rounds(events: Collection[int]) -> None:
    """Remove the rounds of planned talks that are taken out again."""
    if events:
        Round.objects.filter(event_id__in=events).delete()
