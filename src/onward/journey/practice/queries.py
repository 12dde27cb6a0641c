"""Questions about practice: what is unfinished, usual, due again, and over time."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from onward.background.clock import zone_of
from onward.domain.practice.returns import next_return
from onward.domain.practice.usual import Usual, usual
from onward.journey.development.queries import interview_day
from onward.journey.people.models import Person
from onward.journey.practice.models import Asked, Sitting, Take

MOST_RECENT = 12
_MOST_TAKES = 500
# Later than that it is no return any more; nothing nags about it.
_STANDS_DAYS = 7


@dataclass(frozen=True, slots=True)
class Due:
    """A question that is due again."""

    asked: Asked
    on: date


@dataclass(frozen=True, slots=True)
class Practised:
    """One take as it stands in a row over time; words and sound are not opened."""

    take: Take
    ended_at: datetime
    competency: str
    rung: str
    focus: str
    measures: dict[str, float] = field(default_factory=dict)
    bands: dict[str, str] = field(default_factory=dict)
    confidence: int | None = None
    nerves_before: int | None = None
    nerves_after: int | None = None


def takes_of(person: Person) -> QuerySet[Take]:
    """Return takes with what they were about, without their sealed words."""
    return (
        Take.objects.of(person)
        .select_related(
            "asked__sitting__application__employer", "asked__sitting__focus"
        )
        .defer("words", "put", "sound_key")
    )


def unfinished_takes(person: Person) -> Sequence[Take]:
    """Return takes that were begun and not ended, the latest first."""
    found = Take.objects.of(person).filter(ended_at=None)
    rows = found.select_related("person", "asked__sitting__application__employer")
    return list(rows.order_by("-begun_at", "-pk"))


def recent_takes(person: Person) -> Sequence[Take]:
    """Return the latest answers to questions themselves, the latest first."""
    done = takes_of(person).filter(follows=None, ended_at__isnull=False)
    return list(done.order_by("-ended_at", "-pk")[:MOST_RECENT])


def takes_of_question(take: Take) -> Sequence[Take]:
    """Return all ended takes of the same question, the earliest first."""
    ended = takes_of_key(take.asked).filter(ended_at__isnull=False)
    return list(
        ended.select_related("person", "asked__sitting").order_by("ended_at", "pk")
    )


def takes_of_key(asked: Asked) -> QuerySet[Take]:
    """Return the takes of a question itself, also of other sittings."""
    same = {"asked__key": asked.key} if asked.key else {"asked": asked.pk}
    return Take.objects.of(asked.person_id).filter(follows=None, **same)


def own_usual(person: Person, name: str, before: Take) -> Usual | None:
    """Return what one measure usually is for a person, from takes before this one."""
    earlier = Take.objects.of(person).filter(
        heard_at__isnull=False, begun_at__lt=before.begun_at, follows=None
    )
    told = earlier.order_by("begun_at", "pk").values_list("facts", flat=True)[
        :_MOST_TAKES
    ]
    return usual([facts[name] for facts in told if facts.get(name) is not None])


def over_time(person: Person) -> tuple[Practised, ...]:
    """Return every practised answer in the order of time."""
    done = takes_of(person).filter(follows=None, ended_at__isnull=False)
    return tuple(
        _practised(take) for take in done.order_by("ended_at", "pk")[:_MOST_TAKES]
    )


def _practised(take: Take) -> Practised:
    sitting: Sitting = take.asked.sitting
    facts: dict[str, Any] = take.facts
    numbers = ("seconds", "wpm", "fillers_per_minute", "pitch", "words")
    return Practised(
        take,
        take.ended_at or take.begun_at,
        take.asked.competency,
        sitting.rung,
        sitting.focus.thing if sitting.focus else "",
        {name: facts[name] for name in numbers if facts.get(name) is not None},
        dict(facts.get("bands", {})),
        take.confidence,
        sitting.nerves_before,
        sitting.nerves_after,
    )


def due_returns(person: Person, now: datetime) -> tuple[Due, ...]:
    """Return questions that are due again, the earliest first; quietly, if ever."""
    today = now.astimezone(zone_of(person)).date()
    interview = interview_day(person, now)
    found = []
    for key, (asked, days) in _days_by_question(person).items():
        on = next_return(days, interview, today) if key else None
        if on is not None and 0 <= (today - on).days <= _STANDS_DAYS:
            found.append(Due(asked, on))
    return tuple(sorted(found, key=lambda due: (due.on, due.asked.pk)))


def _days_by_question(person: Person) -> dict[str, tuple[Asked, set[date]]]:
    """Return for each question its latest asking, and the days it was practised on."""
    zone = zone_of(person)
    days: dict[str, set[date]] = defaultdict(set)
    latest: dict[str, Asked] = {}
    done = takes_of(person).filter(follows=None, ended_at__isnull=False)
    for take in done.order_by("ended_at", "pk"):
        ended = take.ended_at or take.begun_at
        days[take.asked.key].add(ended.astimezone(zone).date())
        latest[take.asked.key] = take.asked
    return {key: (latest[key], days[key]) for key in latest}
