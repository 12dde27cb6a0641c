"""Keeps one round for each interview, as the events tell them."""

from collections import defaultdict

from onward.background import clock
from onward.domain.applications.counting import counting
from onward.domain.applications.events import EventKind
from onward.journey.applications.models import Application, Event, Round
from onward.journey.applications.services import EventRecorded

INTERVIEWS = frozenset({EventKind.INTERVIEW_SCHEDULED, EventKind.INTERVIEW_HELD})


def keep_round(recorded: EventRecorded) -> None:
    """Bring an application's rounds up to date when an event may change them."""
    event = recorded.event
    if event.kind in INTERVIEWS or event.supersedes_id:
        keep_rounds(application=event.application)


def keep_rounds(*, application: Application) -> None:
    """Let each interview that counts have its round; safe to repeat.

    A talk that was planned and held on one day is one round. A round goes with the
    event that takes the place of its own. One whose interview no longer counts is
    kept if it holds words, and comes back with it.
    """
    whole = application.merged_into or application
    rows = {row.pk: row for row in Event.objects.history_of(whole)}
    wanted = _interviews(whole, rows)
    present = list(Round.objects.filter(application__in=[whole, *whole.merged.all()]))
    free = list(present)
    taken: list[tuple[Round, Event]] = []
    for event in wanted:
        found = _round_of(event, free, rows)
        if found is None:
            found = Round(person_id=event.person_id, application=event.application)
        else:
            free.remove(found)
        taken.append((found, event))
    _let_go(free, taken)
    for one, event in taken:
        _give(one, event)


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
    moved = [one for one, event in taken if one.pk and one.event_id != event.pk]
    loose = [one for one in free if one.event_id is not None]
    ids = [one.pk for one in (*moved, *loose)]
    Round.objects.filter(pk__in=ids).update(event=None)
    empty = [one.pk for one in free if not _has_words(one)]
    Round.objects.filter(pk__in=empty).delete()


def _has_words(one: Round) -> bool:
    told = (one.format, one.panel, one.place, one.said)
    return one.is_written_of or any(told)


def _give(one: Round, event: Event) -> None:
    if (one.event_id, one.starts_at) != (event.pk, event.happened_at):
        one.event, one.starts_at = event, event.happened_at
        one.save()
