"""Reads all histories at once and counts over them."""

from collections import defaultdict
from datetime import datetime

from onward.domain.applications.events import EventKind, Happened, Source
from onward.domain.odds.tallies import course_of, tallies_of
from onward.domain.statistics.priors import Step
from onward.domain.statistics.standing import Tally
from onward.journey.applications.models import Application, Event
from onward.journey.people.models import Person

_FIELDS = (
    *("pk", "application_id", "application__merged_into_id", "kind", "happened_at"),
    *("recorded_at", "source", "confidence", "supersedes_id"),
)


def histories(person: Person) -> dict[int, list[Happened]]:
    """Return the events of every application, by its id, in one query."""
    found: dict[int, list[Happened]] = defaultdict(list)
    for row in Event.objects.of(person).values_list(*_FIELDS).iterator():
        pk, application, merged_into, kind, happened_at, recorded_at, *rest = row
        source, confidence, supersedes = rest
        found[merged_into or application].append(
            Happened(
                pk,
                EventKind(kind),
                happened_at,
                recorded_at,
                Source(source),
                confidence,
                supersedes,
            )
        )
    return found


def tallies(person: Person, now: datetime) -> dict[Step, Tally]:
    """Return how often each step of the person's search was taken."""
    known = Application.objects.of(person).whole().values_list("pk", flat=True)
    events = histories(person)
    return tallies_of(course_of(events[pk], now) for pk in known if events[pk])
