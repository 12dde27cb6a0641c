"""Reads the limits that English counts in hours, days, weeks and months."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from onward.domain.asking.last_days import later
from onward.domain.asking.promised import is_away, is_promised, said_before
from onward.domain.meetings.slots import working_days_after
from onward.domain.number_words import NUMBER_WORDS, number_of

_NUMBERS = {word: number_of(word) for word in NUMBER_WORDS} | {
    "a": 1,
    "an": 1,
    "a further": 1,
    "a couple of": 2,
    "fifteen": 15,
    "twenty": 20,
    "twenty-one": 21,
    "twenty-eight": 28,
    "thirty": 30,
}
_COUNT = re.compile(
    r"\b(?P<lead>within|inside|in|for|over|during|under|up\sto|have|has|by"
    r"|(?:no|not)\slater\sthan|until)\s(?P<next>(?:the\s)?(?:next|coming|first)\s)?"
    r"(?:the\s)?"
    rf"(?:(?P<n>\d{{1,2}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
    r"(?:\s\(\w{1,9}\))?[\s-])?(?:clear\s|full\s)?"
    r"(?:(?P<working>working|business|school)\s|calendar\s)?"
    r"(?P<unit>day|week|fortnight|month|hour)s?['\u2019]?\b"
    r"(?P<from>\s(?:from|of|after|following)\s(?:the\s|receiving\s|getting\s|its\s)?"
    r"(?:date\b|day\b|today|now\b|this|receipt|letter|e-?mail|message|notice"
    r"|notification|decision|result|outcome|hearing\sthis|reading))?",
    re.IGNORECASE,
)
# Counted from a day that the mail need not tell.
_FROM_ELSEWHERE = re.compile(
    r"\s(?:from|of|after|following|since)\s(?:(?:the|your|our|my|any|each|a)\s)?"
    r"(?:date\sof\s(?:the|your|our)\s)?"
    r"(?:interview|assessment|test|visit|trial|meeting|clos\w+|start\w*|request"
    r"|application|asking|call|round|completing|completion|taking)",
    re.IGNORECASE,
)
_AT_ONCE = frozenset({"within", "inside", "under", "no later than", "not later than"})
_LASTING = frozenset({"for", "up to", "over", "during", "until"})
_LASTS = re.compile(
    r"\b(?:open|stands?|available|valid|live|works?|holds?|lasts?|here|around|free"
    r"|kept|keep|good)\b",
    re.IGNORECASE,
)
# "The link expires in 72 hours".
_ENDS = re.compile(
    r"\b(?:expires?|closes?|ends?|lapses?|shuts|runs\sout)\s$", re.IGNORECASE
)
_TO_ASK = re.compile(r"\s(?:\w+\s){0,4}?(?:to|in\swhich)\s", re.IGNORECASE)
_AWAY_AFTER = re.compile(
    r",?\s(?:i|we)(?:\sam|\sare|\swill|['\u2019]\w+)(?:\sbe)?\s"
    r"(?:away|off|on\sleave|out|abroad)\b",
    re.IGNORECASE,
)
_HOURS_IN_A_DAY = 24


def counted(said: str, sent_on: date) -> Iterator[date]:
    """Yield the last days of the stretches in which something may be done."""
    for found in _COUNT.finditer(said):
        if not _sets_limit(said, found):
            continue
        count, unit = _number(found["n"]), found["unit"].lower()
        if unit == "hour":
            yield sent_on + timedelta(days=-(-count // _HOURS_IN_A_DAY))
        elif found["working"] and unit == "day":
            yield working_days_after(sent_on, count)
        else:
            yield later(sent_on, count, unit)


def _number(told: str | None) -> int:
    if told is None:
        return 1
    return _NUMBERS.get(told.lower()) or int(told)


def _sets_limit(said: str, found: re.Match[str]) -> bool:
    """Tell whether a count of days says until when, and not since or how long."""
    before, after = said_before(said, found.start()), said[found.end() :]
    if _FROM_ELSEWHERE.match(after) or _AWAY_AFTER.match(after):
        return False
    lead = " ".join(found["lead"].lower().split())
    if is_away(before) or (lead not in _LASTING and is_promised(before)):
        return False
    if found["next"] or not found["n"]:
        return bool(found["next"])
    return _leads(lead, found, said)


def _leads(lead: str, found: re.Match[str], said: str) -> bool:
    """Tell whether the word before a count makes a limit of it."""
    if lead in _AT_ONCE or found["from"]:
        return True
    if lead in {"have", "has"}:
        return bool(_TO_ASK.match(said[found.end() :]))
    before = said_before(said, found.start())
    if lead == "in":
        return bool(_ENDS.search(before))
    return lead in {"for", "up to"} and bool(_LASTS.search(before))
