"""Keeping how applications ended, whenever an event says so."""

from collections.abc import Sequence

from onward.domain.applications.counting import counting
from onward.domain.applications.events import EventKind
from onward.domain.applications.state import ENDED
from onward.journey.applications.models import Event
from onward.journey.applications.services import EventRecorded
from onward.journey.outcome.models import Outcome

_TOLD = ["person", "application", "ending", "stage", "learned_at", "words"]


def follow_endings(recorded: Sequence[EventRecorded]) -> None:
    """Keep the outcomes that ending events make; let all stand or not, as it changed.

    One that no longer stands is kept with its words: whoever undoes has it back.
    """
    events = [one.event for one in recorded]
    endings = [_outcome_of(event) for event in events if EventKind(event.kind) in ENDED]
    Outcome.objects.bulk_create(
        endings, update_conflicts=True, unique_fields=["event"], update_fields=_TOLD
    )
    for number in {event.application_id for event in events if event.supersedes_id}:
        _let_stand(number)


def _outcome_of(event: Event) -> Outcome:
    return Outcome(
        event=event,
        person_id=event.person_id,
        application=event.application,
        ending=ENDED[EventKind(event.kind)],
        stage=event.application.stage,
        learned_at=event.happened_at,
        words=event.quote,
    )


def _let_stand(application: int) -> None:
    """Bring up to date which outcomes stand, after an event changed what counts."""
    events = Event.objects.filter(application_id=application)
    standing = [one.id for one in counting(each.happened for each in events)]
    outcomes = Outcome.objects.filter(application_id=application)
    outcomes.filter(event_id__in=standing).update(stands=True)
    outcomes.exclude(event_id__in=standing).update(stands=False)
