"""Puts the days and the times of day together that a text names for a talk."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import tzinfo

from onward.domain.mail.details.times.apart import (
    apart,
    interview_hour,
    interview_in_timetable,
    is_cued,
)
from onward.domain.mail.details.times.dates import DayNamed
from onward.domain.mail.details.times.holding import is_gone
from onward.domain.mail.details.times.hours import Hour
from onward.domain.mail.details.times.told import RIGHT_BEHIND, Told, told_in

# A time further from its day than this belongs to something else.
_AFTER, _BEFORE = 60, 40
_TURN = 90
_RIGHT_BEFORE = re.compile(
    r"[\s,(]*(?:\S{2,4}\)?\s)?(?:(?:on|this|next|the|of|am)\s){0,3}", re.IGNORECASE
)
_SENTENCE_ENDS = re.compile(r"(?<!\d)(?<![ap]\.m)[.!?]\s|\n\s*\n", re.IGNORECASE)
_SAME_TIME = re.compile(r"[^.\n]{0,20}\bsame (?:time|hour)\b", re.IGNORECASE)
_OR = re.compile(
    r"[\s,;/&|()]*(?:(?:either|or|and|oder|und|on|the)\b[\s,]*){0,3}", re.IGNORECASE
)
_JOINED = re.compile(
    r"\W*(?:\([\w\s+:/]{2,16}\)|[A-Z]{2,5}\b)?[\s,;/&|()\[\]*>.\u2022-]*"
    r"(?:\b(?:or|and|again|oder|und|alternatively|maybe|even)\b[\s,]*){0,3}"
    r"(?:(?:at|um|from)\b|@)?\s?",
)
# Of choices listed one below the other each may tell when it ends.
_ENDED = re.compile(
    r"^\s?[-\u2013]\s?\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]\.?m\b\.?)?(?=\s*\n)",
    re.IGNORECASE,
)
_OR_SAID = re.compile(r"[^.\n]{0,40}\bor\b[^.\n]{0,40}", re.IGNORECASE)

Pair = tuple[DayNamed, Hour]


def pairs_in(text: str, days: Iterator[DayNamed], home: tzinfo) -> list[Pair]:
    """Return the days and times of the talks that a text names, in its order."""
    told = told_in(text, days, home)
    for hours in (told.talks, told.arrivals):
        near = _near(told, hours)
        if len({day.on for day, _ in near}) == 1 and (
            hour := interview_hour(told, [hour for _, hour in near])
        ):
            return [(near[0][0], hour)]
        if near:
            return near
        if far := apart(told, hours):
            return [far]
    return []


def _near(told: Told, hours: Sequence[Hour]) -> list[Pair]:
    """Return the days with the times that stand beside them."""
    found: list[Pair] = []
    taken: list[Hour] = []
    for chain, next_day in _chains(told):
        chosen = _belonging(told, chain, next_day, hours, taken)
        taken += chosen
        end = max(hour.end for hour in chosen) if chosen else 0
        if chosen and is_gone(told.text, max(chain[-1].end, end)):
            # "At 11 on Thursday has been moved to 2pm": the later one holds.
            chosen = [
                hour for hour in hours if end < hour.start < min(next_day, end + _TURN)
            ][:1]
            chosen = [hour for hour in chosen if hour.start > chain[-1].end]
        if chosen:
            found += [(day, hour) for day in chain for hour in chosen]
    return found


def _chains(told: Told) -> Iterator[tuple[list[DayNamed], int]]:
    """Yield the days joined by "or", each group with where the next day starts."""
    chain: list[DayNamed] = []
    for place, day in enumerate(told.days):
        following = told.days[place + 1] if place + 1 < len(told.days) else None
        if day not in told.holding:
            continue
        chain.append(day)
        if following in told.holding and _is_joined(told.text, day, following):
            continue
        yield chain, following.start if following else len(told.text)
        chain = []


def _is_joined(text: str, day: DayNamed, following: DayNamed | None) -> bool:
    if following is None or "\n" in text[day.end : following.start]:
        return False
    return _OR.fullmatch(text, day.end, following.start) is not None


def _belonging(
    told: Told,
    chain: Sequence[DayNamed],
    next_day: int,
    hours: Sequence[Hour],
    taken: Sequence[Hour],
) -> list[Hour]:
    """Return the times of joined days: beside them best, behind rather than before."""
    first, last = chain[0], chain[-1]
    behind = [hour for hour in hours if last.end <= hour.start < next_day]
    free = [
        hour for hour in hours if hour not in taken and _precedes(told, hour, first)
    ]
    if behind and RIGHT_BEHIND.fullmatch(told.text, last.end, behind[0].start):
        return _chosen(told, behind)
    if free and _RIGHT_BEFORE.fullmatch(told.text, free[-1].end, first.start):
        return _joined_before(told, free[-1], hours)
    if behind and _goes_on(told, last, behind[0]):
        return _chosen(told, behind)
    if free and not _SENTENCE_ENDS.search(told.text, free[-1].end, first.start):
        return _joined_before(told, free[-1], hours)
    return list(taken[-1:]) if _SAME_TIME.match(told.text, last.end) else []


def _precedes(told: Told, hour: Hour, day: DayNamed) -> bool:
    is_nigh = day.start - _BEFORE <= hour.end <= day.start
    return is_nigh and not any(
        hour.end <= other.start < day.start for other in told.days
    )


def _goes_on(told: Told, day: DayNamed, hour: Hour) -> bool:
    """Tell whether a time some way behind its day is told for it."""
    if hour.start >= day.end + _AFTER:
        return False
    return is_cued(told, hour) or not _SENTENCE_ENDS.search(
        told.text, day.end, hour.start
    )


def _joined_before(told: Told, last: Hour, hours: Sequence[Hour]) -> list[Hour]:
    """Return the times joined by "or" up to the last one before a day."""
    found = [last]
    for hour in reversed([hour for hour in hours if hour.end <= last.start]):
        if not _JOINED.fullmatch(told.text, hour.end, found[0].start):
            break
        found.insert(0, _in_zone_of(hour, last))
    return found


def _in_zone_of(hour: Hour, last: Hour) -> Hour:
    return hour if hour.zone else replace(hour, zone=last.zone)


def _chosen(told: Told, behind: Sequence[Hour]) -> list[Hour]:
    """Return of the times behind a day the choices, or one of a timetable."""
    found = [behind[0]]
    for hour in behind[1:]:
        between = _ENDED.sub("", told.text[found[-1].end : hour.start])
        if not (_JOINED.fullmatch(between) or _OR_SAID.fullmatch(between)):
            break
        found.append(hour)
    if len(found) == 1:
        return [interview_in_timetable(told, behind) or found[0]]
    return [_in_zone_of(hour, found[-1]) for hour in found]
