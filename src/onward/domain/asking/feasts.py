"""Tells on which day a feast or a public holiday falls, and when it ends a limit."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from onward.domain.asking.limit_words import LATEST
from onward.domain.asking.promised import is_away, is_promised, said_before

_MONDAY, _THURSDAY, _WEEK = 0, 3, 7
# Days from Easter Sunday.
_BY_EASTER = {
    "shrove tuesday": -47,
    "ash wednesday": -46,
    "aschermittwoch": -46,
    "maundy thursday": -3,
    "gründonnerstag": -3,
    "good friday": -2,
    "karfreitag": -2,
    "easter monday": 1,
    "ostermontag": 1,
    "easter": 0,
    "ostern": 0,
    "ascension day": 39,
    "christi himmelfahrt": 39,
    "pentecost": 49,
    "whitsun": 49,
    "pfingsten": 49,
    "whit monday": 50,
    "pfingstmontag": 50,
}
# The month and the day.
_FIXED = {
    "burns night": (1, 25),
    "valentine's day": (2, 14),
    "st david's day": (3, 1),
    "st patrick's day": (3, 17),
    "st george's day": (4, 23),
    "anzac day": (4, 25),
    "may day": (5, 1),
    "independence day": (7, 4),
    "halloween": (10, 31),
    "bonfire night": (11, 5),
    "st andrew's day": (11, 30),
    "nikolaus": (12, 6),
    "heiligabend": (12, 24),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "weihnachten": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "silvester": (12, 31),
    "new year": (1, 1),
}
# The month, the weekday, and which one of it; the last is -1.
_WEEKDAYS = {
    "early may bank holiday": (5, _MONDAY, 0),
    "may day bank holiday": (5, _MONDAY, 0),
    "spring bank holiday": (5, _MONDAY, -1),
    "memorial day": (5, _MONDAY, -1),
    "august bank holiday": (8, _MONDAY, -1),
    "summer bank holiday": (8, _MONDAY, -1),
    "labor day": (9, _MONDAY, 0),
    "thanksgiving": (11, _THURSDAY, 3),
}
_BANK_HOLIDAY = "bank holiday"
_BANK_HOLIDAYS = ("easter monday", *(name for name in _WEEKDAYS if "bank" in name))
# Of these many days are kept, so that "until" is before the first.
_SEASONS = frozenset(
    {"christmas", "weihnachten", "new year", "easter", "ostern", "pfingsten", "whitsun"}
)
_NAMES = sorted({*_BY_EASTER, *_FIXED, *_WEEKDAYS, _BANK_HOLIDAY}, key=len)
_SPELLED = "|".join(
    name.replace(" ", r"\s").replace("'", r"['\u2019]?").replace("st\\s", r"st\.?\s")
    for name in reversed(_NAMES)
)
_FEAST = re.compile(
    rf"(?:\b(?P<latest>{LATEST})|\b(?P<before>vor|this\sside\sof))\s(?:the\s|this\s)?"
    rf"(?P<feast>{_SPELLED})\b(?!['\u2019]?s?\s(?:party|lunch|market|rush|menu))"
    r"(?P<weekend>\sweek-?end)?(?!(?:\s\w+)?,?\s\(?\d)",
    re.IGNORECASE,
)
# The Saturday that begins such a weekend stands so far before its Monday.
_WEEKEND = timedelta(days=2)


def easter_in(year: int) -> date:
    """Return Easter Sunday, by the rule of Meeus, Jones and Butcher."""
    century, rest = divmod(year, 100)
    leaps, skipped = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * (year % 19) + century - leaps - shift + 15) % 30
    weekday = (32 + 2 * skipped + 2 * (rest // 4) - moon - rest % 4) % _WEEK
    late = (year % 19 + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - _WEEK * late + 114, 31)
    return date(year, month, day + 1)


def feast_from(name: str, sent_on: date) -> date:
    """Return the first day of a feast's name that is not before a day."""
    if name == _BANK_HOLIDAY:
        return min(feast_from(each, sent_on) for each in _BANK_HOLIDAYS)
    days = (_feast_in(name, year) for year in (sent_on.year, sent_on.year + 1))
    return next(day for day in days if day >= sent_on)


def _feast_in(name: str, year: int) -> date:
    if name in _BY_EASTER:
        return easter_in(year) + timedelta(days=_BY_EASTER[name])
    if name in _FIXED:
        return date(year, *_FIXED[name])
    month, weekday, which = _WEEKDAYS[name]
    first = date(year, month, 1)
    first += timedelta(days=(weekday - first.weekday()) % _WEEK)
    days = [first + timedelta(days=_WEEK * n) for n in range(5)]
    return [day for day in days if day.month == month][which]


def feasts_named(said: str, sent_on: date) -> Iterator[date]:
    """Yield the last days that a sentence sets by the name of a feast."""
    for found in _FEAST.finditer(said):
        before = said_before(said, found.start())
        if not (is_promised(before) or is_away(before)):
            yield _last_day(found, sent_on)


def _last_day(found: re.Match[str], sent_on: date) -> date:
    name = _name_of(found["feast"])
    day = feast_from(name, sent_on)
    if found["weekend"] and day.weekday() == _MONDAY:
        day -= _WEEKEND
    is_before = (found["latest"] or "before").lower() == "before"
    return day - timedelta(days=is_before or name in _SEASONS or bool(found["weekend"]))


def _name_of(told: str) -> str:
    """Return a name as it is noted above, however it was spelled."""
    plain = " ".join(told.lower().replace("\u2019", "'").replace(".", "").split())
    return next(
        name for name in _NAMES if name.replace("'", "") == plain.replace("'", "")
    )
