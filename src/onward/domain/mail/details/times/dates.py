"""Finds the days a text names, as dates counted from the day it was sent."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from onward.domain.mail.details.times.day_patterns import DAY, MONTHS, TH, WEEKDAYS
from onward.domain.mail.details.times.day_readings import SAME_DAY, day_read

# One day of two that share a month: "12 or 13 May".
_SHARED = re.compile(
    rf"\b(\d{{1,2}}){TH}?(\s(?:or|and|&)\s(?:the\s)?\d{{1,2}}{TH}?\s(?:of\s)?"
    rf"({MONTHS})\b)",
    re.IGNORECASE,
)
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"),
    *("ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth"),
    *("fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
    *("twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth"),
    *("twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth"),
    *("twenty-ninth", "thirtieth", "thirty-first"),
)
# "The first of September".
_IN_WORDS = re.compile(
    rf"\b(?<!-)({'|'.join(_ORDINALS)})(?=\sof\s(?:{MONTHS})\b)", re.IGNORECASE
)
# The dot behind a name written out ends a sentence.
_FULL_STOP = re.compile(
    r"(?:[^\W\d_]{5}|may|june|july|mai|juni|juli)\.$", re.IGNORECASE
)
_BARE = re.compile(rf"(?:{WEEKDAYS})\.?", re.IGNORECASE)
_WEEKDAY = re.compile(rf"(?:{WEEKDAYS})\b", re.IGNORECASE)
_LONGEST_WEEKDAY = len("a fortnight on Wednesday")
# "It is a Thursday" says of a day already told which one it is.
_IS_A = re.compile(r"\b(?:is|was|being)\sa\s$|['\u2019]s\sa\s$", re.IGNORECASE)
# "20 hours a week" counts hours.
_RATE = re.compile(r"\b(?:hours|days|times|shifts|once|twice)\s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DayNamed:
    """A day in the text and its place.

    `is_dated` says that more than a weekday or "tomorrow" tells it, `is_loose` that it
    is told from the day of sending alone.
    """

    start: int
    end: int
    on: date
    is_dated: bool = False
    is_loose: bool = False


def with_months(text: str) -> str:
    """Return a text with the days of its months in figures, "12 or 13 May" with two."""
    text = _IN_WORDS.sub(_in_figures, text)
    return _SHARED.sub(r"\1 \3\2", text)


def _in_figures(found: re.Match[str]) -> str:
    return f"{_ORDINALS.index(found[1].lower()) + 1}th"


def days_named(
    text: str, sent_on: date | None, *, is_month_first: bool = False
) -> Iterator[DayNamed]:
    """Yield the days a text names; of "Tuesday 3 March" the date decides.

    A day that needs the day of sending is left out if that is unknown. Of 9/3 the
    weekday beside it tells the month, else where one lives. A weekday alone is the day
    of which the date is told elsewhere.
    """
    found = [
        day
        for match in DAY.finditer(text)
        if (day := _named(match, sent_on, is_month_first=is_month_first))
    ]
    dates = {day.on for day in found if day.is_dated}
    for day in _once(text, found):
        yield _as_dated(text, day, dates)


def _once(text: str, found: list[DayNamed]) -> Iterator[DayNamed]:
    """Yield the days with the weekdays beside them as parts of them."""
    told: DayNamed | None = None
    for day in found:
        if told is not None and _is_weekday_of(text, told, day):
            told = replace(day, start=told.start)
        elif told is not None and _is_said_again(text, told, day):
            is_beside = day.start - told.end < len(" (on")
            told = replace(told, end=day.end) if is_beside else told
        else:
            if told is not None:
                yield told
            told = day
    if told is not None:
        yield told


def _named(
    match: re.Match[str], sent_on: date | None, *, is_month_first: bool
) -> DayNamed | None:
    on = day_read(match, sent_on, is_month_first=is_month_first)
    start, end = match.start(), match.end()
    if on is None or _RATE.search(match.string, max(0, start - 8), start):
        return None
    if match["d6"] and on.day != int(match["d6"]):
        end = match.end("week")  # "Thursday 3" was no date
    end -= _FULL_STOP.search(match.string, start, end) is not None
    is_loose = (match["rel"] or "").lower() in SAME_DAY
    return DayNamed(start, end, on, _is_dated(match, end), is_loose)


def _is_dated(match: re.Match[str], end: int) -> bool:
    if match["week"]:
        told = match["d4"] or (match["d6"] and end > match.end("week"))
        return bool(told) and not match["after"]
    return not (match["rel"] or match["count"])


def _is_weekday_of(text: str, day: DayNamed, following: DayNamed) -> bool:
    between = text[day.end : following.start]
    joined = re.fullmatch(r"[\s,(]*(?:the\s|on\s)?", between)
    return (
        bool(joined)
        and not (day.is_dated and text[day.start].isdigit())
        and day.end - day.start <= _LONGEST_WEEKDAY
    )


def _is_said_again(text: str, told: DayNamed, day: DayNamed) -> bool:
    """Tell whether a weekday only says which one the date before it is."""
    if day.is_dated or not told.is_dated or not _WEEKDAY.match(text, day.start):
        return False
    between = text[told.end : day.start]
    if told.on.weekday() == day.on.weekday() and re.fullmatch(r"[\s,(]{1,3}", between):
        return True
    return _IS_A.search(text, max(0, day.start - 8), day.start) is not None


def _as_dated(text: str, day: DayNamed, dates: set[date]) -> DayNamed:
    """Return a weekday alone with the one later date told elsewhere that it fits."""
    if day.is_dated or not _BARE.fullmatch(text, day.start, day.end):
        return day
    later = [on for on in dates if on >= day.on and on.weekday() == day.on.weekday()]
    return replace(day, on=later[0]) if len(later) == 1 else day
