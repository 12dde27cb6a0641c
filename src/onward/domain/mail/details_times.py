"""Finds the moments an interview is to take place: in the text and in invitations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo

from onward.domain.mail.details_clocks import told_in_figures
from onward.domain.mail.details_dates import DayNamed, days_named
from onward.domain.mail.details_french_times import times_in_english
from onward.domain.mail.details_zones import is_month_first, zone_named
from onward.domain.mail.language import language_of

_CLOCK = re.compile(
    r"\b(?:(?P<hour>[01]?\d|2[0-3])(?:(?P<mark>[:.hu]|(?=[0-5]\d\s?h(?:rs|ours)?\b))"
    r"(?P<minute>[0-5]\d))?"
    r"\s?(?P<half>[ap]\.?m\b\.?)?|(?P<noon>noon|midday))"
    r"(?:\s?(?P<clock>o['\u2019]?clock|Uhr|hrs|hours))?",
    re.IGNORECASE,
)
_BEFORE_HOUR = re.compile(
    r"(?:\b(?:at|@|from|around|about|for|between|is|um|or|and|time:?|starts?|starting)"
    r"|[,:(\u2013—-])\s*$",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"(?:-|\u2013|—|to|until|till|and|bis)(?:\s(?:approx|about|around|ca)\w*\.?)?\s*$",
    re.IGNORECASE,
)
_AT = re.compile(r"\b(?:at|um)\s*$|@\s*$", re.IGNORECASE)
# "At 10 please" is a time, "at 3 sites" is not.
_NO_THING = re.compile(
    r"\s*(?:$|[.,;:!?()\n]|[-\u2013](?!\d)|(?:please|for|and|or|on|in|with|to|if|sharp"
    r"|then|so|but|works?|until|the|at|when|as|we|you|this|next|tomorrow|would|is|will"
    r"|suit|ok|okay|again|same|about|via|over|by|mon|tue|wed|thu|fri)\w*\b)",
    re.IGNORECASE,
)
_OLD = re.compile(
    r"\b(?:(?:from|instead of|rather than|not|was|originally|out of|dated"
    r"|can(?:['\u2019]t|not) (?:do|make)|(?:letter|e-?mail|message|call) of)"
    r"\s*(?:the\s)?"
    r"|(?:old|previous(?:ly)?|original|former)(?:\s(?:time|date|slot))?\s?:\s*"
    r"(?:\w+[,.]*\s)?)$",
    re.IGNORECASE,
)
# "I offered you Tuesday at 2. We have had to move it."
_TOLD_ONCE = re.compile(
    r"\b(?:wrote|said|told|offered|offering|arranged|agreed|booked)\b[^.\n]{0,60}$",
    re.IGNORECASE,
)
_PUT_OFF = re.compile(
    r"\b(?:ha(?:ve|s|d) (?:had )?to (?:move|change|cancel|reschedule|postpone)"
    r"|ha(?:ve|s) (?:been )?(?:moved|changed|cancelled|rescheduled|postponed)"
    r"|no longer (?:possible|available)|will now (?:take|be)"
    r"|can(?:['\u2019]t|not) make)\b",
    re.IGNORECASE,
)
_SOON = 260
# "(that is 8.30 for you)" is the same moment on another clock.
_SAME_ELSEWHERE = re.compile(
    r"\b(?:that(?:['\u2019]s| is)|which is|this (?:is|will be)|i\.e\.)\s*$",
    re.IGNORECASE,
)
# Until when to answer is no moment of a talk; when to be there is one if none is told.
_LATEST_DAY = re.compile(
    r"\b(?:by|before|until|till|bis|no later than|closes?(?: on)?|deadline(?: is)?)"
    r"\s*(?:the\s|next\s)?$",
    re.IGNORECASE,
)
_LATEST = re.compile(
    r"\b(?:by|before|until|till|no later than|arrive(?:\s(?:at|from|for))?"
    r"|end(?:s|ing)?(?:\stime)?(?:\sat)?\s?:?|finish(?:es|ing)?(?:\sat)?\s?:?"
    r"|log\s(?:on|in)(?:\s(?:at|from))?|doors(?:\sopen)?(?:\sat)?)\s*$",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:moved|changed|brought\sforward|(?:put|pushed)\sback|rescheduled|switched)\b"
    r"[^.\n]{0,60}\bfrom\s*$",
    re.IGNORECASE,
)
_LOOK_BACK = 90
# A time further from its day than this belongs to something else.
_AFTER, _BEFORE = 60, 40
# More than this in one mail is a timetable, not an invitation.
_MOST = 8
_NOON = 12
_WORKING_DAY_STARTS = 8


@dataclass(frozen=True, slots=True)
class ClockNamed:
    """A time of day in the text, with its zone when one is named.

    `is_latest` says that it is only when to be there, or to have answered.
    """

    start: int
    end: int
    at: time
    zone: tzinfo | None
    is_latest: bool = False


def moments_in_text(
    text: str, sent_at: datetime | None, zone: tzinfo
) -> tuple[datetime, ...]:
    """Return the aware moments a text names by day and time, in the text's order."""
    if language_of(text) == "fr":
        text = times_in_english(text)
    text = told_in_figures(text)
    sent_on = sent_at.astimezone(zone).date() if sent_at else None
    named = days_named(text, sent_on, is_month_first=is_month_first(zone))
    days = [day for day in named if not _is_old(text, day)]
    clocks = list(clocks_named(text, [(day.start, day.end) for day in days]))
    found: list[datetime] = []
    for place, day in enumerate(days):
        end = days[place + 1].start if place + 1 < len(days) else len(text)
        for clock in _belonging(day, clocks, end):
            moment = datetime.combine(day.on, clock.at, clock.zone or zone)
            if moment not in found:
                found.append(moment)
    return tuple(found[:_MOST])


def _is_old(text: str, day: DayNamed) -> bool:
    before = max(0, day.start - 20)
    if any(row.search(text, before, day.start) for row in (_OLD, _LATEST_DAY)):
        return True
    told = _TOLD_ONCE.search(text, max(0, day.start - _LOOK_BACK), day.start)
    return told is not None and bool(_PUT_OFF.search(text[day.end : day.end + _SOON]))


def _belonging(
    day: DayNamed, clocks: list[ClockNamed], next_day: int
) -> list[ClockNamed]:
    after = [
        clock
        for clock in clocks
        if day.end <= clock.start < min(day.end + _AFTER, next_day)
    ]
    if after:
        return [clock for clock in after if not clock.is_latest] or after
    before = [c for c in clocks if day.start - _BEFORE <= c.end <= day.start]
    return before[-1:]


def clocks_named(text: str, taken: list[tuple[int, int]]) -> Iterator[ClockNamed]:
    """Yield times of day outside the places that days take; the end of a range not."""
    last_end, ended_at = -1, None
    for found in _CLOCK.finditer(text):
        if any(start < found.end() and found.start() < end for start, end in taken):
            continue
        if not _is_time(text, found):
            continue
        said_before = text[max(0, found.start() - _LOOK_BACK) : found.start()]
        if _MOVED.search(said_before):
            continue
        is_range = last_end >= 0 and _RANGE.fullmatch(
            text[last_end : found.start()].strip() + " "
        )
        is_elsewhere = last_end >= 0 and _SAME_ELSEWHERE.search(said_before)
        last_end, at = found.end(), _time_of(text, found)
        # What begins when the last part ended is the next part of the same talk.
        is_next_part, ended_at = at == ended_at, at if is_range else None
        if not (is_range or is_elsewhere or is_next_part):
            zone = zone_named(text[found.end() : found.end() + 24])
            is_latest = bool(_LATEST.search(said_before))
            yield ClockNamed(found.start(), found.end(), at, zone, is_latest)


def _is_time(text: str, found: re.Match[str]) -> bool:
    if found["noon"] or found["half"] or found["clock"]:
        return True
    if found["minute"]:
        return found["mark"] != "." or bool(
            _BEFORE_HOUR.search(text[max(0, found.start() - 12) : found.start()])
        )
    if _half_after(text, found):
        return True
    said = _AT.search(text, max(0, found.start() - 5), found.start())
    return bool(said) and bool(_NO_THING.match(text, found.end()))


def _time_of(text: str, found: re.Match[str]) -> time:
    if found["noon"]:
        return time(12)
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    half = (found["half"] or _half_after(text, found)).lower()
    if half.startswith("p") and hour < _NOON:
        hour += 12
    elif half.startswith("a") and hour == _NOON:
        hour = 0
    elif not half and 0 < hour < _WORKING_DAY_STARTS and len(found["hour"]) == 1:
        hour += 12  # nobody is interviewed at three in the morning
    return time(hour, minute)


def _half_after(text: str, found: re.Match[str]) -> str:
    """Read "10-11am" as ten in the morning."""
    rest = re.match(
        r"\s*(?:-|\u2013|to)\s*(\d{1,2})(?:[:.]\d\d)?\s?([ap])\.?m",
        text[found.end() :],
        re.IGNORECASE,
    )
    if rest is None or int(rest[1]) < int(found["hour"]):
        return ""
    return rest[2]


def moments_in_calendars(
    calendars: tuple[str, ...], zone: tzinfo
) -> tuple[datetime, ...]:
    """Return when attached invitations start; broken ones are left out."""
    found: list[datetime] = []
    for content in calendars:
        for start in _starts(content):
            moment = start if start.tzinfo else start.replace(tzinfo=zone)
            if moment not in found:
                found.append(moment)
    return tuple(found[:_MOST])


def _starts(content: str) -> list[datetime]:
    from icalendar import Calendar  # noqa: PLC0415 - slow to load

    try:
        calendar = Calendar.from_ical(content)
        if str(calendar.get("METHOD", "")).upper() == "CANCEL":
            return []
        starts = [event.get("DTSTART") for event in calendar.walk("VEVENT")]
        return [_moment(start.dt) for start in starts if start is not None]
    except (ValueError, KeyError, IndexError, AttributeError, TypeError):
        return []


def _moment(start: date | datetime) -> datetime:
    if isinstance(start, datetime):
        return start
    return datetime.combine(start, time(), UTC)
