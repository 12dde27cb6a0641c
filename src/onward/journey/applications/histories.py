"""The histories of many applications, read in one question."""

from collections import defaultdict
from collections.abc import Collection

from django.db.models import Q

from onward.journey.applications.models import Event


def events_of(rows: Collection[int]) -> dict[int, list[Event]]:
    """Return the events of applications, those merged into them along, by date."""
    merged = Q(application__merged_into__in=rows)
    found = Event.objects.filter(Q(application__in=rows) | merged)
    ordered = found.select_related("application").order_by("happened_at", "id")
    grouped: dict[int, list[Event]] = defaultdict(list)
    for event in ordered:
        grouped[event.application.merged_into_id or event.application_id].append(event)
    return grouped
