"""Reads the limits that German counts in days, weeks and months."""

import re
from collections.abc import Iterator
from datetime import date

from onward.domain.asking.last_days import later
from onward.domain.meetings.slots import working_days_after

GERMAN_MONTHS = (
    *("januar", "februar", "märz", "april", "mai", "juni", "juli", "august"),
    *("september", "oktober", "november", "dezember"),
)
_NUMBERS = {
    "einer": 1,
    "einem": 1,
    "eines": 1,
    "zwei": 2,
    "drei": 3,
    "vier": 4,
    "fünf": 5,
    "sechs": 6,
    "sieben": 7,
    "acht": 8,
    "zehn": 10,
    "vierzehn": 14,
}
# "Innerhalb von 7 Tagen", "in den nächsten zwei Wochen".
_COUNT = re.compile(
    r"\b(?:(?:innerhalb|binnen)\s(?:von\s)?(?:(?:der\s)?nächsten\s)?"
    r"|(?:in|während)\s(?:den|der)\s(?:nächsten|kommenden)\s)"
    rf"(?P<n>\d{{1,2}}|{'|'.join(_NUMBERS)})\s(?P<working>werk|arbeits)?"
    r"(?P<unit>tag|woche|monat)(?:en|e|n|s)?\b",
    re.IGNORECASE,
)
_UNITS = {"tag": "day", "woche": "week", "monat": "month"}
# What they promise to do within that time is no limit to asking.
_PROMISED = re.compile(
    r"\b(?:(?:wir|ich) (?:melden?|werden?|schicken?|senden?)|(?:erhalten|bekommen) sie"
    r"|(?:erhält|bekomm)st du)\b[^,;:]*$",
    re.IGNORECASE,
)


def counted_in_german(said: str, sent_on: date) -> Iterator[date]:
    """Yield the last days of the stretches in which something may be done."""
    for found in _COUNT.finditer(said):
        if _PROMISED.search(said[: found.start()]):
            continue
        told, unit = found["n"].lower(), _UNITS[found["unit"].lower()]
        count = _NUMBERS.get(told) or int(told)
        if found["working"] and unit == "day":
            yield working_days_after(sent_on, count)
        else:
            yield later(sent_on, count, unit)
