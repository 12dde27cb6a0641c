"""The one thing worked on now: how it is said, and what makes it easier to keep."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

# What somebody is, cannot be seen or heard; what they do can.
_TRAITS = re.compile(
    r"\b(?:be|become|feel|am|seem|appear)\s+(?:more\s+|less\s+|very\s+)?"
    r"(?:confident|nervous|calm|better|good|great|likeable|charismatic|passionate"
    r"|professional|impressive|interesting|natural|relaxed|assertive)\b"
    r"|\b(?:confidence|presence|personality|charisma)\b",
    re.IGNORECASE,
)
_THEIR_DECISION = re.compile(
    r"\b(?:get|win|land|be given|receive|secure)\s+(?:the|a|an|this|that|my)?\s*"
    r"(?:job|offer|role|post|position|second interview|interview)\b"
    r"|\b(?:be|get)\s+(?:hired|chosen|appointed|selected|shortlisted)\b",
    re.IGNORECASE,
)
_FEW_WORDS, _MANY_WORDS = 3, 25
_WEEK = timedelta(days=7)


class Look(StrEnum):
    """Something about a goal that is worth another look; never a hindrance."""

    TRAIT = "trait"
    THEIRS = "theirs"
    SHORT = "short"
    LONG = "long"


def looks_at(thing: str) -> tuple[Look, ...]:
    """Return what would make a goal easier to see and to do, if anything."""
    words = len(thing.split())
    found = (
        (Look.TRAIT, bool(_TRAITS.search(thing))),
        (Look.THEIRS, bool(_THEIR_DECISION.search(thing))),
        (Look.SHORT, 0 < words < _FEW_WORDS),
        (Look.LONG, words > _MANY_WORDS),
    )
    return tuple(look for look, holds in found if holds)


def phrase(text: str) -> str:
    """Return words as they go on in a sentence: no first capital, no full stop."""
    bare = " ".join(text.split()).rstrip(".;,")
    first = bare.partition(" ")[0]
    # "I", "SQL" and names that begin with two capitals keep theirs.
    is_plain = first[:1].isupper() and first[1:].islower() and len(first) > 1
    return bare[:1].lower() + bare[1:] if is_plain else bare


@dataclass(frozen=True, slots=True)
class Place:
    """A time of the week that is set aside; `weekday` is 0 for Monday."""

    weekday: int
    at: time
    minutes: int = 30


def next_times(place: Place, start: datetime, until: date) -> tuple[datetime, ...]:
    """Return every time of a place from a moment on, up to and with a day.

    The hour is that of the clock on the wall, summer and winter.
    """
    day = start.date() + timedelta(days=(place.weekday - start.weekday()) % 7)
    found: list[datetime] = []
    while day <= until:
        moment = datetime.combine(day, place.at, tzinfo=start.tzinfo)
        if moment >= start:
            found.append(moment)
        day += _WEEK
    return tuple(found)


class Verdict(StrEnum):
    """What happens with a focus after a round."""

    CARRY = "carry"
    CHANGE = "change"
    RETIRE = "retire"
