"""Gathers the days and times of day that a text tells for a talk."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import tzinfo
from itertools import islice, pairwise

from onward.domain.mail.details.times.dates import DayNamed
from onward.domain.mail.details.times.holding import (
    Holds,
    day_holds,
    hour_holds,
    sentence_before,
)
from onward.domain.mail.details.times.hours import Hour, hours_named
from onward.domain.mail.details.times.zones import zone_named

# A text with more is a timetable; the cap bounds how often all are compared.
_MOST_DAYS, _MOST_HOURS = 40, 80
_BESIDE = 40
_APART = 100
RIGHT_BEHIND = re.compile(
    r"[\s,;:(|)\u2013—-]*(?:\b(?:morning|afternoon|evening|lunchtime|at|um|from|for|about"
    r"|around|say|time|starts?|starting|is|uhrzeit)\b[\s,:|]*|@\s?){0,4}",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\s?(?:-|\u2013|to|until|till|through|bis)\s?(?:the\s)?", re.IGNORECASE
)
_MOVED = re.compile(
    r"\b(?:mov\w+|shift\w*|chang\w+|push\w*|switch\w*|swap\w*|brought|bring"
    r"|reschedul\w+"
    r"|postpon\w+)\b",
    re.IGNORECASE,
)
ENDS = re.compile(r"\n|(?<!\d)(?<![ap]\.m)[.!?]\s", re.IGNORECASE)
# "(that is 8.30 for you)" is the same moment on another clock.
_SAME_ELSEWHERE = re.compile(
    r"(?:\b(?:that(?:['\u2019]s|\sis|\swill be)|which (?:is|I make|makes it|will be)"
    r"|this (?:is|will be)|i\.e\.|i make (?:it|that)|equivalent to|so)"
    r"(?:\s(?:about|around|at))?|[=(/])\s*$",
    re.IGNORECASE,
)
_YOURS = re.compile(
    r"[^.\n\d]{0,24}\b(?:for you|your (?:time|end|side)|where you are)\b"
    r"(?!,?\s(?:if|unless|assuming)\b)",
    re.IGNORECASE,
)
_FOR_YOU = re.compile(
    r"[^.\n\d]{0,24}\b(?:for you|your (?:time|end|side)|where you are"
    r"|for us|our time)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Told:
    """What a text tells: its days, those of a talk, and its times of day.

    `arrivals` are only when to be there.
    """

    text: str
    days: tuple[DayNamed, ...]
    holding: tuple[DayNamed, ...]
    talks: tuple[Hour, ...]
    arrivals: tuple[Hour, ...]


def told_in(text: str, named: Iterator[DayNamed], home: tzinfo) -> Told:
    """Return the days and times that a text tells, those of no talk set apart."""
    days = tuple(islice(named, _MOST_DAYS))
    spans = set(_in_spans(text, days))
    holding = tuple(
        day for day in days if day not in spans and day_holds(text, day.start, day.end)
    )
    places = [(day.start, day.end) for day in days]
    hours = islice(hours_named(text, places, home), _MOST_HOURS)
    told = [
        (hour_holds(text, hour.start, hour.end), hour)
        for hour in _once(text, hours, days, home)
        if not any(_is_beside(text, hour, day) for day in spans)
        and not any(_is_behind(text, hour, day) for day in days if day not in holding)
    ]
    talks = tuple(hour for holds, hour in told if holds is Holds.TALK)
    arrivals = tuple(hour for holds, hour in told if holds is Holds.ARRIVAL)
    return Told(text, days, holding, talks, arrivals)


def _in_spans(text: str, days: Sequence[DayNamed]) -> Iterator[DayNamed]:
    """Yield the days of "Monday to Friday", which are hours of work or a season."""
    for first, last in pairwise(days):
        said = sentence_before(text, first.start)
        if _TO.fullmatch(text, first.end, last.start) and not _MOVED.search(said):
            yield from (first, last)


def _is_beside(text: str, hour: Hour, day: DayNamed) -> bool:
    """Tell whether an hour is told with a day of a span: "9-5, Monday to Friday"."""
    first, last = min(hour.end, day.end), max(hour.start, day.start)
    return last - first < _BESIDE and not ENDS.search(text, first, last)


def _is_behind(text: str, hour: Hour, day: DayNamed) -> bool:
    return RIGHT_BEHIND.fullmatch(text, day.end, hour.start) is not None


def _once(
    text: str, hours: Iterator[Hour], days: Sequence[DayNamed], home: tzinfo
) -> Iterator[Hour]:
    """Yield each moment once: no ends of ranges, no time told again elsewhere."""
    last: Hour | None = None
    ended: Hour | None = None
    for hour in hours:
        if hour.is_end:
            ended = hour
            continue
        # What begins when the last part ended is the next part of the same talk.
        is_next_part = ended is not None and ended.at == hour.at
        if is_next_part:
            continue
        if last and _is_elsewhere(text, last, hour, days):
            last = _as_yours(text, last, hour, home)
            continue
        if last:
            yield last
        last = hour
    if last:
        yield last


def _as_yours(text: str, told: Hour, hour: Hour, home: tzinfo) -> Hour:
    """Return a time on nobody's clock as it is told again for the person."""
    yours = _YOURS.match(text, hour.end)
    if told.zone is not None or yours is None:
        return told
    zone = zone_named(text[yours.end() : yours.end() + _BESIDE], home)
    return replace(told, at=hour.at, zone=zone or home)


def _is_elsewhere(text: str, last: Hour, hour: Hour, days: Sequence[DayNamed]) -> bool:
    """Tell whether a time is the one before it, on another clock."""
    between = text[last.end : hour.start]
    if len(between) > _APART or any(last.end <= day.start < hour.start for day in days):
        return False
    is_for_you = _FOR_YOU.match(text, hour.end) is not None
    if _SAME_ELSEWHERE.search(between):
        is_mark = between.rstrip()[-1:] in {"(", "/", "="}
        return not is_mark or hour.zone is not None or is_for_you
    if " or " in between:
        return False
    is_zoned = last.zone is not None and hour.zone is not None
    return is_for_you or (is_zoned and str(last.zone) != str(hour.zone))
