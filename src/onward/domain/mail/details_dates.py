"""Finds the days a text names, as dates counted from the day it was sent."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    "|januar|februar|märz|mai|juni|juli|oktober|dezember"
)
_WEEKDAYS = (
    "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?"
    "|fri(?:day)?|sat(?:urday)?|sun(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag"
    "|samstag|sonntag"
)
_MONTHS_IN_A_YEAR = 12
_CENTURY = 2000
_WEEKDAY = len("Wednesday, ")
_MONTHS_BEGIN = (
    *("jan", "feb", "mar|mär", "apr", "may|mai", "jun"),
    *("jul", "aug", "sep", "oct|okt", "nov", "dec|dez"),
)
_WEEK_BEGINS = ("mon", "tue|die", "wed|mit", "thu|don", "fri|fre", "sat|sam", "sun|son")
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
_DAY = re.compile(
    rf"""\b(?:
      (?P<iso>\d{{4}}-\d{{2}}-\d{{2}})
    | (?P<d1>\d{{1,2}})(?:st|nd|rd|th|\.)?\s(?:of\s)?(?P<m1>{_MONTHS})
      \b\.?,?(?:\s(?P<y1>20\d\d))?
    | (?P<m2>{_MONTHS})\.?\s(?:the\s)?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?
      \b(?!:)(?:,?\s(?P<y2>20\d\d))?
    | (?P<d3>\d{{1,2}})(?:/(?P<m3>\d{{1,2}})(?:/(?P<y3>20\d\d|\d\d))?\b
      |\.(?P<m5>\d{{1,2}})\.(?P<y5>20\d\d|\d\d\b)?)(?!\s?[ap]m)
    | (?:(?P<next>next|this|coming|(?:a\s)?week\son)\s)?(?P<week>{_WEEKDAYS})\b\.?
      (?:,?\s\(?(?:the\s)?(?P<d4>\d{{1,2}})(?:st|nd|rd|th)\b\)?)?(?P<after>\sweek)?
    | the\s(?P<d5>\d{{1,2}})(?:st|nd|rd|th)\b(?!\s(?:stage|round|interview|floor|time))
    | (?P<rel>today|tomorrow|tmrw|morgen|(?:the\s)?day\safter\stomorrow
      |this\safternoon|this\smorning)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_WEEKDAY_BEFORE = re.compile(rf"\b({_WEEKDAYS})\b[.,]*\s*$", re.IGNORECASE)
# An invitation sent at night may name the day just gone by.
_SAME_DAY = frozenset({"today", "this afternoon", "this morning"})
_GRACE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DayNamed:
    """A day in the text and its place."""

    start: int
    end: int
    on: date


def days_named(
    text: str, sent_on: date | None, *, is_month_first: bool = False
) -> Iterator[DayNamed]:
    """Yield the days a text names; of "Tuesday 3 March" the date decides.

    A day that needs the day of sending is left out if that is unknown. Of 9/3 the
    weekday before it tells the month, else where one lives.
    """
    found = [
        DayNamed(match.start(), match.end(), on)
        for match in _DAY.finditer(text)
        if (on := _day(match, sent_on, is_month_first=is_month_first))
    ]
    for place, day in enumerate(found):
        following = found[place + 1] if place + 1 < len(found) else None
        if following is None or not _is_weekday_of(text, day, following):
            yield day


def _is_weekday_of(text: str, day: DayNamed, following: DayNamed) -> bool:
    between = text[day.end : following.start]
    joined = re.fullmatch(r"[\s,(]*(?:the\s|on\s)?", between)
    return bool(joined) and day.end - day.start <= len("next Wednesday")


def _day(
    match: re.Match[str], sent_on: date | None, *, is_month_first: bool
) -> date | None:
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
        return date.fromisoformat(match["iso"])
    for n in "12":
        if match[f"d{n}"]:
            month = _MONTH_NUMBERS[match[f"m{n}"][:3].lower()]
            return _completed(int(match[f"d{n}"]), month, match[f"y{n}"], sent_on)
    return None


def _in_figures(
    match: re.Match[str], sent_on: date | None, *, is_month_first: bool
) -> date | None:
    if not match["d3"]:
        return None
    day, month = int(match["d3"]), int(match["m3"] or match["m5"])
    year = match["y3"] or match["y5"]
    ways = [(day, month), (month, day)] if match["m3"] else [(day, month)]
    ways = [way for way in ways if way[1] <= _MONTHS_IN_A_YEAR]
    if is_month_first:
        ways.reverse()
    found = [_completed(*way, year, sent_on) for way in ways]
    told = _WEEKDAY_BEFORE.search(
        match.string, max(0, match.start() - _WEEKDAY), match.start()
    )
    if told:
        weekday = _WEEKDAY_NUMBERS[told[1][:3].lower()]
        found.sort(key=lambda on: on is None or on.weekday() != weekday)
    return found[0] if found else None


def _completed(
    day: int, month: int, year: str | None, sent_on: date | None
) -> date | None:
    if year:
        return date(
            int(year) + (_CENTURY if len(year) < len("2026") else 0), month, day
        )
    if sent_on is None:
        return None
    for guess in (sent_on.year, sent_on.year + 1):
        if (on := date(guess, month, day)) >= sent_on - _GRACE:
            return on
    return None


def _counted(match: re.Match[str], sent_on: date | None) -> date | None:
    if sent_on is None:
        return None
    if match["rel"]:
        said = match["rel"].lower()
        days = 2 if "after " in said else 0 if said in _SAME_DAY else 1
        return sent_on + timedelta(days=days)
    if match["d4"] or match["d5"]:
        return _day_of_month(int(match["d4"] or match["d5"]), sent_on)
    return _weekday(match, sent_on) if match["week"] else None


def _weekday(match: re.Match[str], sent_on: date) -> date:
    """Return the day a weekday means: "Friday week" is a week after Friday."""
    weekday = _WEEKDAY_NUMBERS[match["week"][:3].lower()]
    ahead = (weekday - sent_on.weekday()) % 7 or 7
    said = (match["next"] or "").lower()
    if said == "next":
        ahead = 7 - sent_on.weekday() + weekday
    if match["after"] or said.endswith("on"):
        ahead += 7
    return sent_on + timedelta(days=ahead)


def _day_of_month(day: int, sent_on: date) -> date | None:
    for ahead in range(62):
        on = sent_on + timedelta(days=ahead)
        if on.day == day:
            return on
    return None
