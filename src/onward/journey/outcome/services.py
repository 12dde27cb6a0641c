"""Keeping how applications ended, whenever an event says so."""

from onward.domain.applications.counting import counting
from onward.domain.applications.events import EventKind
from onward.domain.applications.state import ENDED
from onward.journey.applications.models import Event
from onward.journey.applications.services import EventRecorded
from onward.journey.outcome.models import Outcome


def keep_outcome(recorded: EventRecorded) -> Outcome | None:
    """Keep the outcome an ending event makes; let others stand or not, as it changed.

    One that no longer stands is kept with its words: whoever undoes has it back.
    """
    event = recorded.event
    if event.supersedes_id:
        _let_stand(event)
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


def _let_stand(event: Event) -> None:
    """Bring up to date which outcomes stand, after an event changed what counts."""
    events = Event.objects.filter(application_id=event.application_id)
    standing = [one.id for one in counting(each.happened for each in events)]
    outcomes = Outcome.objects.filter(application_id=event.application_id)
    outcomes.filter(event_id__in=standing).update(stands=True)
    outcomes.exclude(event_id__in=standing).update(stands=False)
