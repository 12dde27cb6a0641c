"""Tells whether a bare number in a text is a time of day: at 10, Weds 10, 5 til 6."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from onward.domain.mail.details.times.day_patterns import WEEKDAYS

_NOON = 12
_AT = re.compile(
    r"(?:\b(?:at|um|gegen|becomes|is now)|@)"
    r"(?:\s(?:about|around|approx\.?|roughly|say))?\s*$"
    r"|\bbe\s[^.\n\d]{2,30}\sfor\s$"
    r"|\b(?:say|around)\s$",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:about|around)\s$", re.IGNORECASE)
# "At 10 please" is a time, "at 3 sites" is not.
_NO_THING = re.compile(
    r"\s*(?:$|[.,;:!?()\n]|[-\u2013](?!\d)|(?:please|for|and|or|on|in|with|to|if|sharp"
    r"|then|so|but|works?|until|the|at|when|as|we|you|this|next|tomorrow|would|is|will"
    r"|suit|ok|okay|again|same|about|via|over|by|mon|tue|wed|thu|fri|prompt|ish)\w*\b"
    r"|(?:between|before|after|unless|once|because|since|outside|upstairs|downstairs"
    r"|tmrw|tmr|tomoz|today|h|uur|I)\b"
    r"|(?-i:[A-Z]{2,3}T|UTC|BST|WAT|EAT|ET|PT|CT|MT)\b)",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s*(?:,|,?\sor|/)\s?(?:at\s)?", re.IGNORECASE)
_NIGH = re.compile(
    r"[\s,;:(|\u2013—-]{0,4}(?:(?:morning|afternoon|evening|lunchtime)[\s,]{0,2})?"
    r"(?:(?:about|around)\s)?",
    re.IGNORECASE,
)
_BACK = re.compile(r"[\s,]{0,2}(?:(?:on|this|the|next)\s){0,2}", re.IGNORECASE)
# "8 sharp".
_SHARP = re.compile(r"\s(?:sharp|prompt|on the dot)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|from)\s$", re.IGNORECASE)
# "Between 10 and 11.30", "between 2 and half past", "5 til 6".
_AND_UNTIL = re.compile(
    r"\s?(?:and|to|till?|until|-|\u2013)\s?(?:(?P<last>\d{1,2})(?:[:.]\d\d)?(?:\s?[ap]m)?"
    r"|(?:half|quarter) past)\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\s?(?:-|\u2013|to|till?|until)\s?(?P<last>\d{1,2})(?:[:.]\d\d)?\b", re.IGNORECASE
)
_DAY_BEFORE = re.compile(
    rf"\b(?:{WEEKDAYS}|sat|sun|tomorrow|tmrw|tmr)\s$", re.IGNORECASE
)
# "Friday 9 at 2pm" is a date that was miscounted.
_NO_CHOICE = re.compile(
    r"\s?(?:[?!]|(?:at|before|after|ok|okay|please|in|with|if|for|when)\b(?!\s\d))",
    re.IGNORECASE,
)
# "Go in for 9 on Tuesday", "can you do 11 tomorrow".
_OFFERED = re.compile(r"\b(?:do|make|for|manage|come)\s$", re.IGNORECASE)
_CAN_DO = re.compile(
    r"\b(?:can|could)\s(?:(?:you|u|I|we|he|she|they)\s)?(?:do|make|manage)\s$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\s(?:or|and|to)\s\d{1,2}\s[a-z]{3,}s\b", re.IGNORECASE)
_LONGEST = 4
_SAID = 40

Found = re.Match[str]
Places = Sequence[tuple[int, int]]


def is_hour_alone(text: str, found: Found, taken: Places, last: int | None) -> bool:
    """Tell whether a bare number is an hour; the last time told ends at `last`."""
    is_small = int(found["hour"]) <= _NOON
    if is_small and (_is_ranged(text, found, taken) or _SHARP.match(text, found.end())):
        return True
    if not _NO_THING.match(text, found.end()):
        return False
    if last is not None and _LISTED.fullmatch(text, last, found.start()):
        return is_small
    is_about = is_ish(found) or _follows(_ABOUT, text, found)
    if said_at(text, found) or (is_about and is_near(text, found, taken)):
        return True
    return is_small and _is_offered(text, found, taken)


def _is_ranged(text: str, found: Found, taken: Places) -> bool:
    """Tell whether a number begins a range of hours, as of which things are counted."""
    if _follows(_BETWEEN, text, found):
        until = _AND_UNTIL.match(text, found.end())
    elif _is_behind_day(text, found, taken):
        until = _UNTIL.match(text, found.end())
    else:
        return False
    if until is None or not _is_short(int(found["hour"]), until["last"]):
        return False
    return _ends_phrase(text, until.end(), taken)


def _is_short(first: int, last: str | None) -> bool:
    """Tell whether a range is no longer than a talk: "Sat 9-2" are opening hours."""
    return last is None or (int(last) - first) % _NOON <= _LONGEST


def _ends_phrase(text: str, end: int, taken: Places) -> bool:
    is_in_day = any(first < end <= last for first, last in taken)
    return not is_in_day and _NO_THING.match(text, end) is not None


def _is_offered(text: str, found: Found, taken: Places) -> bool:
    if _COUNTED.match(text, found.end()):
        return False
    if _follows(_CAN_DO, text, found):
        return True
    if _follows(_OFFERED, text, found) and _is_before_day(text, found, taken):
        return True
    return (
        _is_behind_day(text, found, taken)
        and _follows(_DAY_BEFORE, text, found)
        and _NO_CHOICE.match(text, found.end()) is not None
    )


def is_ish(found: Found) -> bool:
    """Tell whether a time is "3ish", which of minutes or people is said, too."""
    return found[0].lower().endswith("ish")


def said_at(text: str, found: Found) -> bool:
    """Tell whether "at" or the like stands before a number."""
    return _follows(_AT, text, found)


def _follows(pattern: re.Pattern[str], text: str, found: Found) -> bool:
    start = found.start()
    return pattern.search(text, max(0, start - _SAID), start) is not None


def is_near(text: str, found: Found, taken: Places) -> bool:
    """Tell whether a day stands right before or behind."""
    return _is_behind_day(text, found, taken) or _is_before_day(text, found, taken)


def _is_behind_day(text: str, found: Found, taken: Places) -> bool:
    return any(
        end <= found.start() <= end + 16 and _NIGH.fullmatch(text, end, found.start())
        for _, end in _beside(found, taken)
    )


def _is_before_day(text: str, found: Found, taken: Places) -> bool:
    return any(
        found.end() <= start <= found.end() + 14
        and _BACK.fullmatch(text, found.end(), start)
        for start, _ in _beside(found, taken)
    )


def _beside(found: Found, taken: Places) -> Places:
    at = bisect_left(taken, (found.start(), 0))
    return taken[max(0, at - 1) : at + 1]
