"""Reads one day as it is written or counted from the day of sending."""

import re
from datetime import date, timedelta

from onward.domain.mail.details.times.day_patterns import WEEKDAYS

_MONTHS_IN_A_YEAR = 12
_CENTURY = 2000
_WEEKDAY = len("Wednesday, ")
_MONTHS_BEGIN = (
    *("jan", "feb", "mar|mär|maa", "apr", "may|mai|mei", "jun"),
    *("jul", "aug", "sep", "oct|okt", "nov", "dec|dez"),
)
_WEEK_BEGINS = (
    "mon",
    "tue|die",
    "wed|mit|wen",
    "thu|don",
    "fri|fre",
    "sat|sam",
    "sun|son",
)
_MONTH_NUMBERS = {
    name: number
    for number, names in enumerate(_MONTHS_BEGIN, 1)
    for name in names.split("|")
}
_WEEKDAY_NUMBERS = {
    name: number
    for number, names in enumerate(_WEEK_BEGINS)
    for name in names.split("|")
}
_WEEKDAY_BEFORE = re.compile(rf"\b({WEEKDAYS})\b[.,]*\s*$", re.IGNORECASE)
_WEEKDAY_AFTER = re.compile(rf"[,\s]*\(?({WEEKDAYS})\b", re.IGNORECASE)
_NEXT_WEEK = re.compile(r"\bnext week\b(?!.*\bthis week\b)", re.IGNORECASE | re.DOTALL)
_WEEK_SAID = 80
# What stands before "10.11." when it is a time that ends a sentence.
_HOUR_BEFORE = re.compile(
    r"\b(?:at|around|about|from|for|is|to|until|by|time:?)\s$|[@-]\s?$", re.IGNORECASE
)
SAME_DAY = frozenset(
    {"today", "tonight", "heute", "this afternoon", "this morning", "this evening"}
)
# An invitation sent at night may name the day just gone by.
_GRACE = timedelta(days=1)
# A day without its year that has been gone for less than this lies behind.
_GONE = timedelta(days=90)
# Who writes "Sat 11" without a month means one of the next weeks.
_NEAR = timedelta(days=21)
_WEEK = 7


def day_read(
    match: re.Match[str], sent_on: date | None, *, is_month_first: bool
) -> date | None:
    """Return the day that a match of the pattern of days tells, or None."""
    try:
        return (
            _dated(match, sent_on)
            or _in_figures(match, sent_on, is_month_first=is_month_first)
            or _counted(match, sent_on)
        )
    except ValueError:
        return None


def _dated(match: re.Match[str], sent_on: date | None) -> date | None:
    if match["iso"]:
        return date.fromisoformat(match["iso"].replace("/", "-"))
    for n in "12":
        if match[f"d{n}"]:
            month = _MONTH_NUMBERS[match[f"m{n}"][:3].lower()]
            year = match[f"y{n}"] or (match["z1"] if n == "1" else None)
            return _completed(int(match[f"d{n}"]), month, year, sent_on)
    return None


def _in_figures(
    match: re.Match[str], sent_on: date | None, *, is_month_first: bool
) -> date | None:
    if not match["d3"]:
        return None
    weekday = _weekday_beside(match)
    if (weekday is None and match[0] == "24/7") or _ends_sentence(match):
        return None
    found = _readings(match, sent_on, is_month_first=is_month_first)
    # Of two readings the one on the weekday told comes first, then one still to come.
    found.sort(
        key=lambda on: (
            weekday is not None and on.weekday() != weekday,
            sent_on is not None and on < sent_on - _GRACE,
        )
    )
    return next(iter(found), None)


def _ends_sentence(match: re.Match[str]) -> bool:
    """Tell whether "at 10.11." is a time and a full stop."""
    if not match["m5"] or match["y5"]:
        return False
    before = match.string[max(0, match.start() - _WEEKDAY) : match.start()]
    return _HOUR_BEFORE.search(before) is not None


def _readings(
    match: re.Match[str], sent_on: date | None, *, is_month_first: bool
) -> list[date]:
    day, month = (
        int(match["d3"]),
        int(match["m3"] or match["m4"] or match["m5"] or match["m7"]),
    )
    year = match["y3"] or match["y4"] or match["y5"]
    ways = [(day, month)] if match["m5"] else [(day, month), (month, day)]
    ways = [way for way in ways if way[1] <= _MONTHS_IN_A_YEAR]
    if is_month_first:
        ways.reverse()
    found = [_completed(*way, year, sent_on) for way in ways]
    return [on for on in found if on is not None]


def _weekday_beside(match: re.Match[str]) -> int | None:
    text, end = match.string, match.end()
    told = _WEEKDAY_BEFORE.search(text, max(0, match.start() - _WEEKDAY), match.start())
    if told is None and text[end : end + 2].strip() in {"(", ","}:
        told = _WEEKDAY_AFTER.match(text, end)
    return weekday_number(told[1]) if told else None


def weekday_number(name: str) -> int:
    """Return the number of a weekday by how its name begins, Monday 0."""
    return _WEEKDAY_NUMBERS[name[:3].lower()]


def _completed(
    day: int, month: int, year: str | None, sent_on: date | None
) -> date | None:
    if year:
        return date(
            int(year) + (_CENTURY if len(year) < len("2026") else 0), month, day
        )
    if sent_on is None:
        return None
    for guess in (sent_on.year - 1, sent_on.year, sent_on.year + 1):
        if (on := date(guess, month, day)) >= sent_on - _GONE:
            return on
    return None


def _counted(match: re.Match[str], sent_on: date | None) -> date | None:
    if sent_on is None:
        return None
    if match["rel"] or match["count"]:
        return sent_on + timedelta(days=_days_ahead(match))
    if told := match["d4"] or match["d5"] or match["d6"]:
        weekday = weekday_number(match["week"]) if match["week"] else None
        start = _next_month(sent_on) if match["later"] else sent_on
        on = _day_of_month(int(told), start, weekday)
        if not match["d6"] or _is_soon(on, sent_on, weekday):
            return on
    return _weekday(match, sent_on) if match["week"] else None


def _is_soon(on: date | None, sent_on: date, weekday: int | None) -> bool:
    """Tell whether "Sat 11" can be the 11th: of one far off the 11 is the hour."""
    return on is not None and on.weekday() == weekday and on - sent_on <= _NEAR


def _days_ahead(match: re.Match[str]) -> int:
    """Return how many days after that of sending "a week tomorrow" is."""
    said = (match["count"] or match["rel"]).lower()
    more = f"{match['ahead'] or ''} {match['more'] or ''}".lower()
    weeks = 2 if "fortnight" in more or "two" in more else 1 if "week" in more else 0
    if "after " in said or said == "übermorgen":
        return 2
    is_today = said in SAME_DAY or said.startswith("today")
    return weeks * _WEEK + (0 if is_today else 1)


def _weekday(match: re.Match[str], sent_on: date) -> date | None:
    """Return the day a weekday means: "Friday week" is a week after Friday."""
    weekday = weekday_number(match["week"])
    ahead = (weekday - sent_on.weekday()) % _WEEK or _WEEK
    weeks = _weeks_more(match)
    if weeks is None:
        return None
    if _is_next_week(match):
        ahead = _WEEK - sent_on.weekday() + weekday
    return sent_on + timedelta(days=ahead + weeks * _WEEK)


def _weeks_more(match: re.Match[str]) -> int | None:
    """Return how many weeks after the coming such day one is meant.

    Of "the Friday after next" people mean different ones.
    """
    said = (match["next"] or "").lower()
    more = (match["after"] or "").lower()
    if more == " after next":
        return None
    if said in {"last", "past"}:
        return -1
    if "fortnight" in said + more or said.startswith("two"):
        return 2
    is_week = more == " week" or said.startswith(("a week", "week"))
    return 1 if is_week or "after next" in more else 0


def _is_next_week(match: re.Match[str]) -> bool:
    said = (match["next"] or "").lower()
    more = (match["after"] or "").lower()
    if said or more:
        return said.startswith("next") or "next" in more
    before = match.string[max(0, match.start() - _WEEK_SAID) : match.start()]
    return _NEXT_WEEK.search(before.rsplit("\n\n", 1)[-1]) is not None


def _next_month(sent_on: date) -> date:
    return (sent_on.replace(day=1) + timedelta(days=32)).replace(day=1)


def _day_of_month(day: int, sent_on: date, weekday: int | None) -> date | None:
    """Return the next such day of a month, on its weekday if one is told."""
    days = (sent_on + timedelta(days=ahead) for ahead in range(62))
    found = [on for on in days if on.day == day]
    told = [on for on in found if weekday in {None, on.weekday()}]
    return next(iter(told or found), None)
