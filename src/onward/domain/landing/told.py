"""What a no says beside the no: how many were seen, by whom, and a list kept."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from onward.domain.mail.details.times.dates import days_named
from onward.domain.mail.verdict import Passage

_NUMBERS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
_COUNT = rf"(\d{{1,2}}|{'|'.join(_NUMBERS)})"
_PEOPLE = r"(?:\w+ ){0,2}(?:candidates|people|applicants|finalists)"
_SEEN = re.compile(
    rf"\b(?:interviewed|met(?: with)?|saw|shortlisted|spoke (?:to|with))"
    rf" (?:only |just |a total of )?{_COUNT} {_PEOPLE}"
    rf"|\b{_COUNT} {_PEOPLE} (?:were|we) (?:interviewed|shortlisted|met|saw)"
    rf"|\bone of {_COUNT} {_PEOPLE} (?:we|to be|who were) "
    r"(?:interviewed|met|saw|shortlisted)",
    re.IGNORECASE,
)
_PANEL = re.compile(r"\b(?:the|our|interview|interviewing) panel\b", re.IGNORECASE)
_RESERVE = re.compile(
    r"\b(?:reserve|merit|waiting) list\b|\b(?:in|to) our talent (?:pool|bank)\b"
    r"|\bkeep (?:your (?:details|application|cv|name)|you) (?:on (?:file|our|record)"
    r"|in mind)",
    re.IGNORECASE,
)
_NO_RESERVE = re.compile(
    r"\b(?:not|unable|cannot|no|do not|don't) (?:\w+ ){0,4}(?:reserve|merit|waiting)",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\bfor (?:up to |the next |a further )?(?P<n>\d{1,2}|a|an|one|two|three|six"
    r"|nine|twelve) (?P<unit>week|month|year)s?\b",
    re.IGNORECASE,
)
_SPANS = {"week": 7, "month": 30, "year": 365}
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")
# Longer ones have lost their full stops; as a quote they would say everything at once.
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Told:
    """What their message tells of how they chose; each with its words.

    `reserve_until` is counted from the words where they name a time.
    """

    interviewed: int | None = None
    interviewed_said: Passage | None = None
    panel_said: Passage | None = None
    reserve_until: date | None = None
    reserve_said: Passage | None = None


NOTHING = Told()


def told_in(text: str, sent_on: date) -> Told:
    """Return what a message tells, read sentence by sentence."""
    seen = _first(text, _SEEN)
    panel = _first(text, _PANEL)
    reserve = _reserve(text)
    return Told(
        interviewed=_count(seen.quote) if seen else None,
        interviewed_said=seen,
        panel_said=panel,
        reserve_until=_until(reserve.quote, sent_on) if reserve else None,
        reserve_said=reserve,
    )


def _sentences(text: str) -> Iterator[Passage]:
    """Yield the sentences below the subject line, without the space around them."""
    subject, _, _ = text.partition("\n")
    for found in _SENTENCE.finditer(text, len(subject)):
        said = found[0].strip()
        if 0 < len(said) <= _LONGEST:
            start = found.start() + found[0].index(said)
            yield Passage(said, start, start + len(said))


def _first(text: str, sign: re.Pattern[str]) -> Passage | None:
    return next((one for one in _sentences(text) if sign.search(one.quote)), None)


def _count(said: str) -> int | None:
    found = _SEEN.search(said)
    if found is None:
        return None
    number = next(word for word in found.groups() if word).lower()
    return int(number) if number.isdecimal() else _NUMBERS[number]


def _reserve(text: str) -> Passage | None:
    for one in _sentences(text):
        if _RESERVE.search(one.quote) and not _NO_RESERVE.search(one.quote):
            return one
    return None


def _until(said: str, sent_on: date) -> date | None:
    found = _FOR.search(said)
    if found:
        number = found["n"].lower()
        count = int(number) if number.isdecimal() else _NUMBERS.get(number, 1)
        return sent_on + timedelta(days=count * _SPANS[found["unit"].lower()])
    ahead = (day.on for day in days_named(said, sent_on) if day.on > sent_on)
    return next(ahead, None)
