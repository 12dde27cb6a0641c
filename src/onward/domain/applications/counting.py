"""Which events of a history count, and in which order they happened."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from onward.domain.applications.events import EventKind, Happened

_ORDER_OF_A_DAY = {kind: place for place, kind in enumerate(EventKind)}


def counting(history: Iterable[Happened]) -> list[Happened]:
    """Return the events that count, in the order they happened."""
    kept = in_force(history)
    return in_order(event for event in kept if event.kind is not EventKind.RETRACTED)


def in_force(history: Iterable[Happened]) -> list[Happened]:
    """Return the events that nothing in force supersedes, also retractions.

    So whoever retracts a correction, or a retraction, has the event before it back.
    """
    replaced: set[int] = set()
    kept: list[Happened] = []
    for event in sorted(history, key=lambda event: event.id, reverse=True):
        if event.id in replaced:
            continue
        if event.supersedes is not None:
            replaced.add(event.supersedes)
        kept.append(event)
    return kept


def in_order(events: Iterable[Happened]) -> list[Happened]:
    """Return events in the order they happened, whatever order they were recorded in.

    Where only the day is known of one, all events of that day go in their usual order:
    the talk before the answer.
    """
    ordered: list[Happened] = []
    for _, group in groupby(sorted(events, key=_day), _day):
        day = list(group)
        timed = all(event.has_time for event in day)
        ordered += sorted(day, key=_by_time if timed else _by_kind)
    return ordered


def _day(event: Happened) -> date:
    return event.happened_at.date()


def _by_time(event: Happened) -> tuple[float, int, int]:
    return (event.happened_at.timestamp(), _ORDER_OF_A_DAY[event.kind], event.id)


def _by_kind(event: Happened) -> tuple[int, float, int]:
    return (_ORDER_OF_A_DAY[event.kind], event.happened_at.timestamp(), event.id)
