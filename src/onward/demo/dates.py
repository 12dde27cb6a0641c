"""Turns the days of the made-up search into dates, so that it always ends today.

A day is written `-9w tue` (Tuesday, nine weeks before the week of today), or `-1d` and
`+3d`, counted from today and moved on to the next working day, away from today.
"""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAYS = (
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
)
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_WHEN = re.compile(
    r"(?P<count>[+-]\d+)(?P<unit>[wd])(?: (?P<day>[a-z]{3}))?(?: (?P<time>\d\d:\d\d))?"
)
_TOLD = re.compile(r"\{([+-]\d+[wd][^|{}]*)\|([^{}]+)\}")
_SATURDAY = 5
_THURSDAY = 3


def day_of(when: str, today: date) -> date:
    """Return the date of a day of the search."""
    found = _parted(when)
    count = int(found["count"])
    if found["unit"] == "d":
        return _working_day(today + timedelta(days=count), 1 if count > 0 else -1)
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(weeks=count, days=_DAYS.index(found["day"]))


def moment_of(when: str, today: date, zone: str) -> datetime:
    """Return the moment of a day with a time, such as `-9w tue 16:20`."""
    at = time.fromisoformat(_parted(when)["time"])
    return datetime.combine(day_of(when, today), at, tzinfo=ZoneInfo(zone))


def dated(text: str, today: date, sent_on: date) -> str:
    """Return text with its days filled in: `{-9w tue|A d B}` becomes Tuesday 3 May.

    `{soon}` is this week, or next week in a letter sent on a Thursday or later.
    """
    soon = "this week" if sent_on.weekday() < _THURSDAY else "next week"
    text = text.replace("{soon}", soon)
    return _TOLD.sub(lambda found: _told(day_of(found[1], today), found[2]), text)


def _parted(when: str) -> re.Match[str]:
    found = _WHEN.fullmatch(when.strip())
    if found is None:
        message = f"{when!r} is no day of the search"
        raise ValueError(message)
    return found


def _working_day(day: date, step: int) -> date:
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=step)
    return day


def _told(day: date, form: str) -> str:
    """Return a date in a form: A a weekday, d D o day, B b m month, Y y year."""
    weekday, month = _WEEKDAYS[day.weekday()], _MONTHS[day.month - 1]
    words = {
        "A": weekday,
        "a": weekday[:3],
        "d": str(day.day),
        "D": f"{day:%d}",
        "o": f"{day.day}{_ending(day.day)}",
        "B": month,
        "b": month[:3],
        "m": f"{day:%m}",
        "Y": str(day.year),
        "y": f"{day:%y}",
    }
    return "".join(words.get(letter, letter) for letter in form)


def _ending(number: int) -> str:
    if number in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
