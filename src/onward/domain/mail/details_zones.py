"""The zones people name behind a time."""

import re
from datetime import UTC, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

_ZONES = {
    "utc": "UTC", "gmt": "Europe/London", "bst": "Europe/London",
    "uk": "Europe/London", "london": "Europe/London", "dublin": "Europe/Dublin",
    "irish": "Europe/Dublin", "cet": "Europe/Berlin", "cest": "Europe/Berlin",
    "mez": "Europe/Berlin", "mesz": "Europe/Berlin", "berlin": "Europe/Berlin",
    "paris": "Europe/Paris", "madrid": "Europe/Madrid", "amsterdam": "Europe/Amsterdam",
    "german": "Europe/Berlin", "eet": "Europe/Helsinki", "eest": "Europe/Helsinki",
    "et": "America/New_York", "est": "America/New_York", "edt": "America/New_York",
    "eastern": "America/New_York", "new york": "America/New_York",
    "ct": "America/Chicago", "cst": "America/Chicago", "cdt": "America/Chicago",
    "central": "America/Chicago", "mt": "America/Denver", "mst": "America/Denver",
    "mdt": "America/Denver", "mountain": "America/Denver",
    "pt": "America/Los_Angeles", "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles", "pacific": "America/Los_Angeles",
    "ist": "Asia/Kolkata", "india": "Asia/Kolkata", "sgt": "Asia/Singapore",
    "singapore": "Asia/Singapore", "hkt": "Asia/Hong_Kong", "jst": "Asia/Tokyo",
    "aest": "Australia/Sydney", "aedt": "Australia/Sydney",
    "sydney": "Australia/Sydney",
    "awst": "Australia/Perth", "nzst": "Pacific/Auckland", "nzdt": "Pacific/Auckland",
    "gst": "Asia/Dubai", "dubai": "Asia/Dubai", "sast": "Africa/Johannesburg",
    "wat": "Africa/Lagos", "eat": "Africa/Nairobi",
}  # fmt: skip
# Where 9/3 is the third of September.
_MONTH_FIRST = re.compile(
    r"America/(?:New_York|Chicago|Denver|Phoenix|Los_Angeles|Anchorage|Detroit|Boise"
    r"|Indiana/\w+|Kentucky/\w+)|Pacific/Honolulu|US/\w+"
)
_OFFSET = re.compile(
    r"[\s(,]*(?:GMT|UTC)\s?(?P<sign>[+\u2212-])(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?\b"
)
# "GMT" in July means the clock on a British wall, so it is read as London time.
_SHORT = re.compile(r"[\s(,]*(?P<name>[A-Z]{2,4})\b")
_LONG = re.compile(
    r"[\s(,]*(?:your\s)?(?P<name>uk|london|dublin|irish|berlin|german|paris|madrid"
    r"|amsterdam|eastern|central|mountain|pacific|new york|india|singapore|sydney"
    r"|dubai)"
    r"(?:\s(?:standard|daylight|summer))?(?:\stime)\b",
    re.IGNORECASE,
)
_END_OF_RANGE = re.compile(
    r"\s*(?:-|\u2013|to)\s*\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?", re.IGNORECASE
)


def zone_named(after: str) -> tzinfo | None:
    """Return the zone named right behind a time, or None."""
    range_end = _END_OF_RANGE.match(after)
    rest = after[range_end.end() :] if range_end else after
    if offset := _OFFSET.match(rest):
        return _offset(offset)
    for pattern in (_LONG, _SHORT):
        found = pattern.match(rest)
        if found and found["name"].lower() in _ZONES:
            return _zone(_ZONES[found["name"].lower()])
    return None


def _offset(found: re.Match[str]) -> tzinfo:
    ahead = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
    return timezone(ahead if found["sign"] == "+" else -ahead)


def is_month_first(zone: tzinfo) -> bool:
    """Tell whether people in a zone write the month before the day."""
    return _MONTH_FIRST.fullmatch(str(zone)) is not None


@cache
def _zone(name: str) -> tzinfo:
    return UTC if name == "UTC" else ZoneInfo(name)
