"""The histories of many applications, read in one question."""

from collections import defaultdict
from collections.abc import Collection

from django.db.models import Q

from onward.journey.applications.models import Application, Event


def events_of(rows: Collection[int]) -> dict[int, list[Event]]:
    """Return the events of applications, those merged into them along, by date."""
    # Asked for first: an "or" over a join would look through all events.
    parts = Application.objects.filter(Q(pk__in=rows) | Q(merged_into__in=rows))
    merged = parts.exclude(merged_into=None).values_list("pk", "merged_into_id")
    whole = dict(merged)
    found = Event.objects.filter(application__in=[*rows, *whole])
    grouped: dict[int, list[Event]] = defaultdict(list)
    for event in found.order_by("happened_at", "id"):
        number = event.application_id
        grouped[whole.get(number, number)].append(event)
    return grouped
