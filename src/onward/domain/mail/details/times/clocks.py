"""Writes times of day that are told in words in figures: half seven, ten at night."""

import re

from onward.domain.number_words import NUMBER_WORDS, number_of

_HOURS_ON_A_CLOCK = 12
GERMAN_HOURS = (
    *("eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben"),
    *("acht", "neun", "zehn", "elf", "zwölf"),
)
_WORDS = "|".join((*NUMBER_WORDS[:_HOURS_ON_A_CLOCK], *GERMAN_HOURS))
_HOUR = rf"(?P<hour>{_WORDS}|1[0-2]|[1-9])"
_MINUTES = {
    "half": 30, "quarter": 15, "viertel": 15, "five": 5, "ten": 10, "twenty": 20,
    "fifteen": 15, "thirty": 30, "forty": 40, "fifty": 50,
}  # fmt: skip
_FROM_TEN = "ten|fifteen|twenty|thirty|forty|fifty"
_PART = (
    r"(?:\s(?:o['\u2019]?clock\s)?(?P<part>(?:in\sthe|this|tomorrow)\s"
    r"(?:morning|afternoon|arvo|evening)|at\snight))"
)
# "From 10 to 12" is a range.
_PAST = re.compile(
    rf"\b(?<!from\s)(?:(?P<minutes>half|quarter|viertel|twenty(?:[\s-]five)?|five|ten|25|20|10|5)"
    rf"[\s-](?P<way>past|to|after|vor|nach)|half|halb)"
    rf"[\s-]{_HOUR}(?:\b|(?=[ap]m\b))(?!\s?(?:hours?|days?|an?\b|[:.]\d|-|%)){_PART}?",
    re.IGNORECASE,
)
_BY_PART = re.compile(rf"\b{_HOUR}(?:[:.](?P<minute>[0-5]\d))?{_PART}", re.IGNORECASE)
# "Eleven thirty", behind "at" or a day only.
_PLAIN = re.compile(
    rf"(?P<at>\b(?:at|say|for)\s|day,?\s|\d(?:st|nd|rd|th),?\s)(?P<hour>{_WORDS})[\s-]"
    rf"(?P<minutes>{_FROM_TEN})(?:[\s-](?P<five>five))?\b(?!-|\s(?:min|sec|people))",
    re.IGNORECASE,
)
# "Thursday, five til six".
_RANGE = re.compile(
    rf"(?P<before>,\s|\b(?:from|between)\s|day\s)(?P<first>{_WORDS})"
    rf"(?P<to>\s(?:till?|until|and|to)\s|\s?[-\u2013]\s?)(?P<last>{_WORDS})\b"
    r"(?=\s*(?:[,.;!?]|$|(?:on|in|at|with|please)\b))",
    re.IGNORECASE,
)
_SPELLED = re.compile(
    rf"\b(?P<at>at|around|about|say|um|,)\s(?P<hour>{_WORDS})\b"
    rf"|\b(?P<clock>{_WORDS})(?=\s(?:o['\u2019]?\s?clock|uhr)\b)",
    re.IGNORECASE,
)


def told_in_figures(text: str) -> str:
    """Return a text with the times of day it tells in words written in figures."""
    text = _PAST.sub(_past, text)
    text = _BY_PART.sub(_by_part, text)
    text = _RANGE.sub(_range, text)
    text = _PLAIN.sub(_plain, text)
    return _SPELLED.sub(_spelled, text)


def _past(found: re.Match[str]) -> str:
    hour, minute = _number(found["hour"]), _minutes(found["minutes"] or "half")
    if (found["way"] or "").lower() in {"to", "vor"} or found[0].lower().startswith(
        "halb"
    ):
        hour, minute = hour - 1 or _HOURS_ON_A_CLOCK, 60 - minute
    return f"{hour}:{minute:02}{_half(found['part'])}"


def _minutes(told: str) -> int:
    tens, _, five = told.lower().replace("-", " ").partition(" ")
    return int(tens) if tens.isdigit() else _MINUTES[tens] + (5 if five else 0)


def _range(found: re.Match[str]) -> str:
    first, last = _number(found["first"]), _number(found["last"])
    return f"{found['before']}{first}{found['to']}{last}"


def _plain(found: re.Match[str]) -> str:
    minutes = _minutes(found["minutes"]) + (5 if found["five"] else 0)
    return f"{found['at']}{_number(found['hour'])}:{minutes:02}"


def _by_part(found: re.Match[str]) -> str:
    return f"{_number(found['hour'])}:{found['minute'] or '00'}{_half(found['part'])}"


def _half(part: str | None) -> str:
    """Return the half of the day that is told, and the day if it is told with it."""
    if part is None:
        return ""
    said = part.lower()
    half = " am" if said.endswith("morning") else " pm"
    is_day = said.startswith(("this", "tomorrow"))
    return (
        f"{half} {said.split()[0] if said.startswith('tom') else said}"
        if is_day
        else half
    )


def _spelled(found: re.Match[str]) -> str:
    if found["clock"]:
        return str(_number(found["clock"]))
    return f"{found['at']} {_number(found['hour'])}"


def _number(told: str) -> int:
    said = told.lower()
    return GERMAN_HOURS.index(said) + 1 if said in GERMAN_HOURS else number_of(said)
