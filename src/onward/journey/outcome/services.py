"""Keeping how applications ended, whenever an event says so."""

from onward.domain.applications.events import EventKind
from onward.domain.applications.state import ENDED
from onward.journey.applications.services import EventRecorded
from onward.journey.outcome.models import Outcome


def keep_outcome(recorded: EventRecorded) -> Outcome | None:
    """Keep the outcome an ending event makes; drop that of an event it supersedes."""
    event = recorded.event
    if event.supersedes_id:
        Outcome.objects.filter(event_id=event.supersedes_id).delete()
    ending = ENDED.get(EventKind(event.kind))
    if ending is None:
        return None
    outcome, _ = Outcome.objects.update_or_create(
        event=event,
        defaults={
            "person_id": event.person_id,
            "application": event.application,
            "ending": ending,
            "stage": event.application.stage,
            "learned_at": event.happened_at,
            "words": event.quote,
        },
    )
    return outcome
