"""Finds the time of an interview where it stands apart from its day."""

import re
from collections.abc import Sequence

from onward.domain.mail.details.times.dates import DayNamed
from onward.domain.mail.details.times.holding import sentence_before
from onward.domain.mail.details.times.hours import Hour
from onward.domain.mail.details.times.told import ENDS, Told

_FEWEST_ENTRIES = 2
_MARKS = " \t*>\u2022-:|"
# "Say 2pm?" tells the time alone.
_SAYS = re.compile(
    r"^[\s>*-]*(?:(?:shall we|let['\u2019]s|how about|what about|would|maybe|perhaps"
    r"|say|so|at|about|around|from)\b[\s,]*){1,3}$",
    re.IGNORECASE,
)
_INTERVIEW = re.compile(
    # "You're the 11.30", "your turn is at 2".
    r"\byou(?:['\u2019]re|\sare|['\u2019]ve\sgot|\shave\sgot)\sthe\s$"
    r"|\byour(?:\sown)?\s(?:slot|turn)\sis(?:\sat)?\s$"
    r"|\b(?:(?:formal|panel|your|the) )?interview(?:\s(?:itself|proper|with the panel"
    r"|slot|time))?\b\W{0,3}(?:(?:begins?|starts?|commences?|is|are|will|be|take|takes"
    r"|place|scheduled|set|booked|for|at|time|slot|from)\b\W{0,3}){0,5}$",
    re.IGNORECASE,
)
# "11.20 Formal interview" in a timetable.
_INTERVIEW_BEHIND = re.compile(
    r"[ \t]*[-\u2013—:|]?[ \t]*(?:[Ff]ormal |[Pp]anel |[Yy]our )?[Ii]nterview\b"
    r"|[ \t]+[A-Z][^.\n]{2,30} and interview\b"
    r"|,?\s(?:you will|you['\u2019]ll|we will|we['\u2019]ll)\s(?:be interviewed"
    r"|interview you|meet the panel)\b"
)
# Of a timetable that names no interview these are not the talk.
_BY_THE_WAY = re.compile(
    r"[ \t\W]*(?:\w+ ){0,2}?(?:arriv\w*|welcome|coffee|tea|tour|look|regist\w+|lunch"
    r"|break|sign|briefing|introductions?|doors|close|finish|end|test|task|exercise"
    r"|train|bus|leave)\b",
    re.IGNORECASE,
)
_SLOT = re.compile(r"\s(?:slot|start|appointment|interview)\b", re.IGNORECASE)
_CUE = re.compile(
    r"\b(?:interview\w*|your (?:time|slot|appointment)|time|starts?|begins?|when|slot"
    r"|see(?:ing)? you|meet(?:ing)?|expect(?:ing)? you|call(?:ing)? you|ring you|come"
    r"|you(?: are|['\u2019]?re) (?:\w+ )?(?:on|in|up)|uhrzeit|gespräch|entretien"
    r"|talk|chat|panel|given|down for|yours"
    r"|(?:I|we)(?:\shave|['\u2019]ve got|\scan do|\scould do)(?=\s*$)"
    r"|(?:get|pop|drop) (?:over|in|along|down|round|by)"
    r"|it(?:['\u2019]s| is| will be)(?= at)|arriv\w+|report"
    r"|be (?:here|there|with|at))\b",
    re.IGNORECASE,
)
_DAY_CUE = re.compile(
    r"\b(?:interview\w*|see(?:ing)? you|meet\w*|invit\w+|come|visit|talk|chat|call"
    r"|date|when|gespräch\w*|entretien|appointment|shortlist\w*)\b",
    re.IGNORECASE,
)


def is_cued(told: Told, hour: Hour) -> bool:
    """Tell whether the sentence of a time speaks of a talk, or tells the time alone."""
    before = sentence_before(told.text, hour.start)
    is_told = _SLOT.match(told.text, hour.end) or _CUE.search(before)
    return not _SAYS.sub("", before).strip(_MARKS) or is_told is not None


def interview_in_timetable(told: Told, hours: Sequence[Hour]) -> Hour | None:
    """Return the time of those on a day that is said to be the interview's."""
    said = [hour for hour in hours if _is_interview(told, hour)]
    shown = [hour for hour in hours if _INTERVIEW_BEHIND.match(told.text, hour.end)]
    return next((some[0] for some in (said, shown) if len(some) == 1), None)


def _is_interview(told: Told, hour: Hour) -> bool:
    before = sentence_before(told.text, hour.start)
    return _INTERVIEW.search(before) is not None


def interview_hour(told: Told, near: Sequence[Hour]) -> Hour | None:
    """Return the time told for the interview itself, where those by the day are not."""
    said = [hour for hour in told.talks if _is_interview(told, hour)]
    if len({hour.at for hour in said}) != 1:
        return None
    if any(
        "interview" in sentence_before(told.text, hour.start).lower() for hour in near
    ):
        return None
    return said[0]


def apart(told: Told, hours: Sequence[Hour]) -> tuple[DayNamed, Hour] | None:
    """Return the one day of a text with the one time told apart from it, or None."""
    day = _one_day(told)
    hour = _one_hour(told, hours, day) if day else None
    return (day, hour) if day and hour else None


def _one_day(told: Told) -> DayNamed | None:
    days = {day.on: day for day in told.holding if not day.is_loose}
    if len(days) > 1:
        days = {
            on: day
            for on, day in days.items()
            if _DAY_CUE.search(sentence_before(told.text, day.start))
        }
    return next(iter(days.values())) if len(days) == 1 else _before_hour(told)


def _before_hour(told: Told) -> DayNamed | None:
    """Return the one day told before the only hour said to be of the interview."""
    said = [hour for hour in told.talks if _is_interview(told, hour)]
    if len(said) != 1:
        return None
    days = {day.on: day for day in told.holding if day.end <= said[0].start}
    return next(iter(days.values())) if len(days) == 1 else None


def _one_hour(told: Told, hours: Sequence[Hour], day: DayNamed) -> Hour | None:
    said = [hour for hour in hours if _is_interview(told, hour)]
    cued = [hour for hour in hours if is_cued(told, hour)]
    same = [
        hour
        for hour in hours
        if hour.start > day.end and not ENDS.search(told.text, day.end, hour.start)
    ]
    shown = [hour for hour in hours if _INTERVIEW_BEHIND.match(told.text, hour.end)]
    for some in (said, shown, cued, [] if cued else same):
        if len({(hour.at, str(hour.zone)) for hour in some}) == 1:
            return some[0]
    return _first_entry(told, hours)


def _first_entry(told: Told, hours: Sequence[Hour]) -> Hour | None:
    """Return when the talks of a timetable begin, where all times stand in one."""
    lines = [told.text.rfind("\n", 0, hour.start) + 1 for hour in hours]
    starts = zip(hours, lines, strict=True)
    if len(hours) < _FEWEST_ENTRIES or any(
        told.text[line : hour.start].strip(_MARKS) for hour, line in starts
    ):
        return None
    talks = (one for one in hours if not _BY_THE_WAY.match(told.text, one.end))
    return next(talks, None)
