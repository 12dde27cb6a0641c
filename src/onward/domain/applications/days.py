"""Finds the day a line speaks of: 3 Nov, 3/11, 2026-11-03, last Monday, a week ago."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

# Three letters and a space each, so that a place tells which one it is.
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec "
_WEEKDAYS = "mon tue wed thu fri sat sun "
_NUMBERS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_NUMBER_WORDS = {"a": 1, "an": 1, "a couple of": 2, "a few": 3} | {
    word: number for number, word in enumerate(_NUMBERS.split("|"), 1)
}
_LAST_MONTH = 12
_UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30}
_TODAY = frozenset({"today", "just now", "this morning", "this afternoon", "tonight"})

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = (
    r"(?P<weekday>mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?"
    r"|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)
_WHOLE_WEEKDAY = r"(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_YEAR = r"(?:,?\s+(?P<year>(?:19|20)\d\d)\b|\s*['\u2019](?P<short>\d\d)\b)?"
_OPENING = r"(?:^|[,;:|]\s*|\b(?:on|last|this|past|since|applied|sent)\s+)"
_BEFORE = re.compile(
    r"(?:\b(?:applied|sent|submitted|since|dated)\s+)?(?:\bon\s+)?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class DayFound:
    """A day, and where in the line it is told, from `start` to before `end`."""

    day: date
    start: int
    end: int


def day_in(line: str, today: date) -> DayFound | None:
    """Return the day a line tells, the one told most clearly if there are several.

    Without a year it is the latest such day that is not ahead. 3/11 is in November.
    """
    found = list(_days(line, today))
    if not found:
        return None
    return next((one for one in found if _is_applied(line, one)), found[0])


def _is_applied(line: str, found: DayFound) -> bool:
    said = line[found.start : found.end].lower()
    return said.startswith(("applied", "sent", "submitted"))


def _days(line: str, today: date) -> Iterator[DayFound]:
    for pattern, read in _FORMS:
        for match in pattern.finditer(line):
            day = read(match, today)
            if day is not None:
                before = _BEFORE.search(line, 0, match.start())
                start = before.start() if before else match.start()
                yield DayFound(day, start, match.end())


def _whole(match: re.Match[str], _today: date) -> date | None:
    return _date(int(match["year"]), int(match["month"]), int(match["day"]))


def _numbers(match: re.Match[str], today: date) -> date | None:
    day, month = int(match["day"]), int(match["month"])
    if month > _LAST_MONTH:
        day, month = month, day
    return _with_year(match["year"], day, month, today)


def _named(match: re.Match[str], today: date) -> date | None:
    month = _MONTHS.index(match["month"][:3].lower()) // 4 + 1
    year = match["year"] or match["short"]
    return _with_year(year, int(match["day"]), month, today)


def _with_year(year: str | None, day: int, month: int, today: date) -> date | None:
    if year:
        number = int(year)
        return _date(number if number > 99 else 2000 + number, month, day)  # noqa: PLR2004 - two digits
    latest = (_date(today.year - back, month, day) for back in range(9))
    return next((found for found in latest if found and found <= today), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _said(match: re.Match[str], today: date) -> date:
    said = " ".join(match[0].lower().split())
    if said in _TODAY:
        return today
    if said == "tomorrow":
        return today + timedelta(days=1)
    return today - timedelta(days=2 if "before" in said else 1)


def _ago(match: re.Match[str], today: date) -> date:
    said = " ".join(match["count"].lower().split())
    count = int(said) if said.isdecimal() else _NUMBER_WORDS[said]
    return today - timedelta(days=count * _UNIT_DAYS[match["unit"].lower()])


def _last(match: re.Match[str], today: date) -> date:
    return today - timedelta(days=_UNIT_DAYS[match["unit"].lower()])


def _weekday(match: re.Match[str], today: date) -> date:
    """Return the latest such day; "last Monday" on a Monday is a week ago."""
    wanted = _WEEKDAYS.index(match["weekday"][:3].lower()) // 4
    back = (today.weekday() - wanted) % 7
    is_last = re.search(r"\b(?:last|past)\s", match[0], re.IGNORECASE)
    return today - timedelta(days=back or (7 if is_last else 0))


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_COUNT = rf"(?P<count>\d{{1,3}}|a couple of|a few|an?|{_NUMBERS})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
# 24/7 is no day, and 3.11 may be a version of something.
_FORMS: tuple[
    tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]], ...
] = (
    (
        _form(
            r"(?<![\d/-])(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?![\d-])"
        ),
        _whole,
    ),
    (
        _form(
            r"(?<![\d/.-])(?P<day>\d{1,2})(?P<sign>[/.-])(?P<month>\d{1,2})(?P=sign)"
            r"(?P<year>\d{4}|\d\d)(?![\d/-])"
        ),
        _numbers,
    ),
    (
        _form(
            rf"(?:\b{_WEEKDAY},?\s+(?:the\s+)?)?(?<![\d.])\b{_DAY}\s*(?:of\s+)?{_MONTH}"
            rf"{_YEAR}"
        ),
        _named,
    ),
    (_form(rf"(?:\b{_WEEKDAY},?\s+)?\b{_MONTH}\s+(?:the\s+)?{_DAY}\b{_YEAR}"), _named),
    (
        _form(
            r"(?<![\d/.\w-])(?!24/7)(?P<day>\d{1,2})/(?P<month>\d{1,2})(?P<year>)(?![\d/\w])"
        ),
        _numbers,
    ),
    (_form(rf"\b{_COUNT}\s+(?P<unit>day|week|fortnight|month)s?\s+ago\b"), _ago),
    (
        _form(
            r"\b(?:the\s+day\s+before\s+yesterday|yesterday|last\s+night|today|tonight"
            r"|just\s+now|this\s+(?:morning|afternoon)|tomorrow)\b"
        ),
        _said,
    ),
    (_form(r"\blast\s+(?P<unit>week|month)\b"), _last),
    (_form(rf"{_OPENING}{_WEEKDAY}(?=\s*(?:$|[,;:|]))"), _weekday),
    (_form(rf"\b(?:on|last|this|past)\s+{_WHOLE_WEEKDAY}\b(?![.'\u2019])"), _weekday),
    (_form(rf"\b{_WHOLE_WEEKDAY}\s*$"), _weekday),
)
