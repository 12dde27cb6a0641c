"""Finds the times of day a text names, each with its zone where one is told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time, tzinfo

from onward.domain.mail.details.times.alone import (
    is_hour_alone,
    is_ish,
    is_near,
    said_at,
)
from onward.domain.mail.details.times.zones import zone_named

# "Midday Supervisor" is a role.
_NOON_SAID = (
    r"(?:12\s)?(?:noon|midday)"
    r"(?-i:(?!\s(?!Mon|Tue|Wed|Thu|Fri|Sat|Sun|On|[A-Z]{2,4}\b)[A-Z]))"
)
_CLOCK = re.compile(
    rf"(?:\b|(?<=\dT))(?<![\d£$€#])(?<!\d[.,:/])(?:(?P<noon>{_NOON_SAID})"
    r"|(?P<hour>2[0-3]|[01]?\d)(?:(?P<mark>[:.hu]|\sh\s|(?=[0-5]\d\s?h(?:rs|ours)?\b))"
    r"(?P<minute>[0-5]\d)(?!\d|[:.]\d\d\d))?(?:\s?(?P<half>[ap](?:\.\s?m\b\.?|m\b)))?)"
    r"(?:\s?(?P<clock>o['\u2019]?\s?clock|Uhr|uur|-?ish\b|hrs|hours(?!\s(?:a|per)\b)))?",
    re.IGNORECASE,
)
# "0930" and "1430" are times behind "at" or a day only.
_FOUR_FIGURES = re.compile(
    r"\b(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\b(?!\s?[-/]\d)"
)
_BEFORE_HOUR = re.compile(
    r"(?:\b(?:at|@|from|around|about|say|for|between|is|um|om|gegen|or|and|to|time:?|starts?"
    r"|starting|begins?|slot|start)|[,:(|\u2013—-]"
    r"|(?:time|start|slot|when|(?:uhr)?zeit|beginn)[ \t]{1,20})"
    r"\s*$",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"(?:-|\u2013|—|to|until|till?|bis)(?:\s(?:approx|about|around|ca)\w*\.?)?\s*$",
    re.IGNORECASE,
)
_AND = re.compile(r"(?:and|und)\s*$", re.IGNORECASE)
# "Moved from 11am to 2pm" is no range.
_MOVED_FROM = re.compile(
    r"\b(?:mov|chang|shift|push|switch|swap|reschedul|brought|put)\w*\b[^.\n]{0,60}"
    r"\bfrom\s*$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(?:between|zwischen)\s*$", re.IGNORECASE)
_AMOUNT = re.compile(
    r"\s?(?:%|p/?h\b|/h|per\b|an?\s(?:hour|day|week)|miles|km\b|kg\b|min(?:ute)?s?\b"
    r"|hours?\s(?:a|per)\b|days|weeks|weekly|pages)",
    re.IGNORECASE,
)
# "9.00 Welcome" in a timetable.
_BEGINS_LINE = re.compile(r"(?:^|\n)[ \t*\u2022-]{0,4}$")
_ENTRY = re.compile(
    r"(?:\s?[-\u2013]\s?\d{1,2}\.\d\d)?[ \t]*[-\u2013:|]?[ \t]{0,9}[^\W\d_]{3}"
)
# "9.30, 11 or 2.15 on Thursday", "the 2.40 slot".
_OTHERS = re.compile(
    r"\s?[-\u2013]\s?\d{1,2}\.\d\d\b(?!\.)"
    r"|(?:,\s\d{1,2}(?:\.\d\d)?){0,4},?\sor\s\d{1,2}(?:\.\d\d)?\b"
    r"|\s(?:slot|start|appointment|interview)\b",
    re.IGNORECASE,
)
# "That leaves the 2.15, so".
_THE = re.compile(r"\bthe\s$", re.IGNORECASE)
_NO_MORE = re.compile(r"[.,;!?\n)]|\s(?:so|if|is|would|and|or|for|please)\b")
_REST_OF_RANGE = re.compile(
    r"\s*(?:-|\u2013|to|or|,|/|and|bis|und)\s*(\d{1,2})(?:[:.]\d\d)?\s?"
    r"([ap]\.?m|uhr|o['\u2019]?clock)",
    re.IGNORECASE,
)
_PART_BEFORE = re.compile(
    r"\b(morning|evening|tonight|night|abends?|soir)\b"
    r"(?:\W{0,3}(?:next week|the \d\d?(?:st|nd|rd|th)(?: \w+)?)\W{0,3}"
    r"(?:(?:at|around|about|from|um|@)\s)?|(?:(?!day\b)[^.\n\d]){0,40})$",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(
    r"\s(?:(?:in the|on|this|tomorrow|\w{3,9}day)\s){0,2}"
    r"(morning|afternoon|arvo|evening|tonight|night)\b",
    re.IGNORECASE,
)
_NOON = 12
_WORKING_DAY_STARTS = 7
_LATE = frozenset({"evening", "tonight", "night", "abend", "abends", "soir"})


@dataclass(frozen=True, slots=True)
class Hour:
    """A time of day in the text, with its zone when one is named.

    `is_end` says that it closes a range.
    """

    start: int
    end: int
    at: time
    zone: tzinfo | None
    is_end: bool = False


def hours_named(
    text: str, taken: Sequence[tuple[int, int]], home: tzinfo
) -> Iterator[Hour]:
    """Yield the times of day outside the places that days take, in the text's order."""
    last: Hour | None = None
    for found in _times(text, taken):
        is_end = last is not None and _closes(text, last, found.start())
        if not _is_time(text, found, taken, last):
            continue
        zone = zone_named(text[found.end() : found.end() + 48], home)
        last = Hour(found.start(), found.end(), _time_of(text, found), zone, is_end)
        yield last


def _times(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[re.Match[str]]:
    found = [*_CLOCK.finditer(text), *_FOUR_FIGURES.finditer(text)]
    found.sort(key=lambda one: one.start())
    place = 0
    for one in found:
        while place < len(taken) and taken[place][1] <= one.start():
            place += 1
        if place == len(taken) or one.end() <= taken[place][0]:
            yield one


def _closes(text: str, last: Hour, start: int) -> bool:
    """Tell whether a time ends the range that the last one began."""
    if "\n" in text[last.end : start]:
        return False
    between = text[last.end : start].strip() + " "
    if _RANGE.fullmatch(between):
        return not _MOVED_FROM.search(text, max(0, last.start - 80), last.start)
    said = text[max(0, last.start - 12) : last.start]
    return bool(_AND.fullmatch(between)) and _BETWEEN.search(said) is not None


def _is_time(
    text: str,
    found: re.Match[str],
    taken: Sequence[tuple[int, int]],
    last: Hour | None,
) -> bool:
    groups = found.groupdict()
    if "mark" not in groups:
        return is_near(text, found, taken) or said_at(text, found)
    is_about = is_ish(found)
    if groups["noon"] or groups["half"] or (groups["clock"] and not is_about):
        return True
    if _AMOUNT.match(text, found.end()):
        return False
    if groups["minute"]:
        return _has_minutes(text, found, taken, last)
    return bool(_half_after(text, found)) or is_hour_alone(
        text, found, taken, last.end if last else None
    )


def _has_minutes(
    text: str,
    found: re.Match[str],
    taken: Sequence[tuple[int, int]],
    last: Hour | None,
) -> bool:
    """Tell whether two figures are hour and minutes: "3 h 30" counts hours, too."""
    if found["mark"] == ".":
        return _is_dotted_time(text, found, taken, last)
    return len(found["mark"]) == 1 or not found["mark"] or said_at(text, found)


def _is_dotted_time(
    text: str,
    found: re.Match[str],
    taken: Sequence[tuple[int, int]],
    last: Hour | None,
) -> bool:
    said = text[max(0, found.start() - 24) : found.start()]
    if _THE.search(said) and _NO_MORE.match(text, found.end()):
        return True
    is_entry = _BEGINS_LINE.search(said) and _ENTRY.match(text, found.end())
    if is_entry or _OTHERS.match(text, found.end()):
        return True
    if _BEFORE_HOUR.search(said) or is_near(text, found, taken):
        return True
    return last is not None and _closes(text, last, found.start())


def _time_of(text: str, found: re.Match[str]) -> time:
    groups = found.groupdict()
    if groups.get("noon"):
        return time(12)
    hour, minute = int(groups["hour"]), int(groups["minute"] or 0)
    half = (groups.get("half") or _half_after(text, found)).strip("-").lower()
    if not half and hour < _NOON and not groups["hour"].startswith("0"):
        half = _half_told(text, found)
    if half.startswith("p") and hour < _NOON:
        return time(hour + 12, minute)
    if half.startswith("a") and hour == _NOON:
        return time(0, minute)
    if not half and 0 < hour < _WORKING_DAY_STARTS and len(groups["hour"]) == 1:
        return time(hour + 12, minute)  # nobody is interviewed at three in the morning
    return time(hour, minute)


def _half_told(text: str, found: re.Match[str]) -> str:
    """Return which half of the day "evening" or "morning" beside a time tells."""
    told = _PART_AFTER.match(text, found.end()) or _PART_BEFORE.search(
        text, max(0, found.start() - 48), found.start()
    )
    if told is None:
        return ""
    part = told[1].lower()
    return "a" if part == "morning" else "p" if part in _LATE | {"afternoon"} else ""


def _half_after(text: str, found: re.Match[str]) -> str:
    """Read "10-11am" as ten in the morning, "2 or 3pm" as two in the afternoon."""
    rest = _REST_OF_RANGE.match(text[found.end() : found.end() + 24])
    if rest is None:
        return ""
    half, hour = rest[2][0].lower(), int(found["hour"])
    if half not in "ap":
        return "-"
    if int(rest[1]) < hour:
        return "p" if hour >= _NOON else "a"
    return half
