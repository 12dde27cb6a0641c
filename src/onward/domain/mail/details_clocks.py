"""Writes times of day that are told in words in figures: half seven, ten at night."""

import re

from onward.domain.number_words import NUMBER_WORDS, number_of

_HOURS_ON_A_CLOCK = 12
_WORDS = "|".join(NUMBER_WORDS[:_HOURS_ON_A_CLOCK])
_HOUR = rf"(?P<hour>{_WORDS}|1[0-2]|[1-9])"
_MINUTES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20}
_PART = (
    r"(?:\s(?:o['\u2019]?clock\s)?(?P<part>(?:in\sthe|this|tomorrow)\s"
    r"(?:morning|afternoon|evening)|at\snight))"
)
_PAST = re.compile(
    rf"\b(?:(?P<minutes>half|quarter|twenty|five|ten)\s(?P<way>past|to)|half|halb)"
    rf"\s{_HOUR}\b(?!\s?(?:hours?|days?|an?\b|[:.]\d)){_PART}?",
    re.IGNORECASE,
)
_BY_PART = re.compile(rf"\b{_HOUR}(?:[:.](?P<minute>[0-5]\d))?{_PART}", re.IGNORECASE)
_SPELLED = re.compile(
    rf"\b(?P<at>at|around|about|say|,)\s(?P<hour>{_WORDS})\b"
    rf"|\b(?P<clock>{_WORDS})(?=\so['\u2019]?clock)",
    re.IGNORECASE,
)


def told_in_figures(text: str) -> str:
    """Return a text with the times of day it tells in words written in figures."""
    text = _PAST.sub(_past, text)
    text = _BY_PART.sub(_by_part, text)
    return _SPELLED.sub(_spelled, text)


def _past(found: re.Match[str]) -> str:
    hour = _number(found["hour"])
    minute = _MINUTES[(found["minutes"] or "half").lower()]
    if (found["way"] or "").lower() == "to" or found[0].lower().startswith("halb"):
        hour, minute = hour - 1 or _HOURS_ON_A_CLOCK, 60 - minute
    return f"{hour}:{minute:02}{_half(found['part'])}"


def _by_part(found: re.Match[str]) -> str:
    return f"{_number(found['hour'])}:{found['minute'] or '00'}{_half(found['part'])}"


def _half(part: str | None) -> str:
    if part is None:
        return ""
    return " am" if part.lower().endswith("morning") else " pm"


def _spelled(found: re.Match[str]) -> str:
    if found["clock"]:
        return str(_number(found["clock"]))
    return f"{found['at']} {_number(found['hour'])}"


def _number(told: str) -> int:
    said = told.lower()
    return number_of(said)
