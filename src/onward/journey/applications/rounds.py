"""Keeps one round for each interview, as the events tell them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from django.db.models import Q

from onward.background import clock
from onward.domain.applications.counting import counting
from onward.domain.applications.events import EventKind
from onward.journey.applications.histories import events_of
from onward.journey.applications.models import Application, Event, Round
from onward.journey.applications.services import EventRecorded

INTERVIEWS = frozenset({EventKind.INTERVIEW_SCHEDULED, EventKind.INTERVIEW_HELD})


def follow_talks(recorded: Sequence[EventRecorded]) -> None:
    """Bring applications' rounds up to date when events may change them."""
    events = [one.event for one in recorded]
    changed = [e for e in events if e.kind in INTERVIEWS or e.supersedes_id]
    keep_rounds([event.application for event in changed])


def keep_rounds(applications: Iterable[Application]) -> None:
    """Let each interview that counts have its round; safe to repeat.

    A talk that was planned and held on one day is one round. A round goes with the
    event that takes the place of its own. One whose interview no longer counts is
    kept if it holds words, and comes back with it.
    """
    wholes = {(a.merged_into or a).pk: a.merged_into or a for a in applications}
    if not wholes:
        return
    events, rounds = events_of(wholes), _rounds_of(wholes)
    new: list[Round] = []
    for number, whole in wholes.items():
        rows = {row.pk: row for row in events[number]}
        new += _given(_interviews(whole, rows), rows, rounds[number])
    Round.objects.bulk_create(new)


def _rounds_of(wholes: Collection[int]) -> dict[int, list[Round]]:
    merged = Q(application__merged_into__in=wholes)
    found = Round.objects.filter(Q(application__in=wholes) | merged)
    grouped: dict[int, list[Round]] = defaultdict(list)
    for one in found.select_related("application").order_by("pk"):
        grouped[one.application.merged_into_id or one.application_id].append(one)
    return grouped


def _given(
    wanted: Iterable[Event], rows: dict[int, Event], free: list[Round]
) -> list[Round]:
    """Give events their rounds, and let go of those left; returns the new ones."""
    taken: list[tuple[Round, Event]] = []
    new: list[Round] = []
    for event in wanted:
        if found := _round_of(event, free, rows):
            free.remove(found)
            taken.append((found, event))
        else:
            new.append(_new(event))
    _let_go(free, taken)
    for one, event in taken:
        _give(one, event)
    return new


def _new(event: Event) -> Round:
    return Round(
        person_id=event.person_id,
        application_id=event.application_id,
        event=event,
        starts_at=event.happened_at,
    )


def _interviews(whole: Application, rows: dict[int, Event]) -> list[Event]:
    """Return one event an interview: the plan, or what was held without one."""
    zone = clock.zone_of(whole.person)
    by_day: dict[object, list[Event]] = defaultdict(list)
    for kept in counting(row.happened for row in rows.values()):
        if kept.kind in INTERVIEWS:
            day = kept.happened_at.astimezone(zone).date()
            by_day[day].append(rows[kept.id])
    return [event for day in by_day.values() for event in _one_each(day)]


def _one_each(day: list[Event]) -> list[Event]:
    planned = [e for e in day if e.kind == EventKind.INTERVIEW_SCHEDULED]
    return planned or day[:1]


def _round_of(event: Event, free: list[Round], rows: dict[int, Event]) -> Round | None:
    """Return an event's round: its own, that of what it replaces, or of its day."""
    own = (one for one in free if one.event_id == event.pk)
    root = _root(event, rows)
    kin = (one for one in free if _root(rows.get(one.event_id or 0), rows) == root)
    day = event.happened_at.date()
    same_day = (one for one in free if one.starts_at and one.starts_at.date() == day)
    return next(own, None) or next(kin, None) or next(same_day, None)


def _root(event: Event | None, rows: dict[int, Event]) -> int | None:
    while event is not None and event.supersedes_id in rows:
        event = rows[event.supersedes_id]
    return event.pk if event else None


def _let_go(free: list[Round], taken: list[tuple[Round, Event]]) -> None:
    """Loosen every tie that changes before one is made: an event has one round."""
    moved = [one for one, event in taken if one.event_id != event.pk]
    loose = [one for one in free if one.event_id is not None]
    if ids := [one.pk for one in (*moved, *loose)]:
        Round.objects.filter(pk__in=ids).update(event=None)
    if empty := [one.pk for one in free if not _has_words(one)]:
        Round.objects.filter(pk__in=empty).delete()


def _has_words(one: Round) -> bool:
    told = (one.format, one.panel, one.place, one.said)
    return one.is_written_of or any(told)


def _give(one: Round, event: Event) -> None:
    if (one.event_id, one.starts_at) != (event.pk, event.happened_at):
        one.event, one.starts_at = event, event.happened_at
        one.save()
