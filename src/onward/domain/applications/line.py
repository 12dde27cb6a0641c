"""Understands one line about an application, in any sensible order.

"Acme, Data Analyst, applied 3 Nov, referral" or "yesterday: Receptionist at The Old
Mill". What cannot be told is named; every word of the line ends up somewhere.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onward.domain.applications.assigning import Assigned, assigned
from onward.domain.applications.channel import Channel, Way, way_alone, way_in
from onward.domain.applications.days import day_in
from onward.domain.applications.parts import Part, parts_of
from onward.domain.applications.roles import role_points

LONGEST = 500
_LINK = re.compile(r"\bhttps?://[^\s,;<>\"]+", re.IGNORECASE)
_SIGNS = re.compile(r"\s+[-\u2013\u2014\u2022\u00b7]+\s+|\s*[;|]\s*")
_NOT_YET = re.compile(
    r"\b(?:not (?:yet )?applied(?: yet)?|(?:to|will|want to|going to) apply|saved"
    r"|not sent(?: yet)?)\b",
    re.IGNORECASE,
)


class Lacking(StrEnum):
    """What a line does not tell, or not in a way that can be."""

    EMPLOYER = "employer"
    ROLE = "role"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it was understood; employer, role and place are its own words.

    `applied_on` is None where no day is told. `is_ahead` means that the person has not
    applied yet. `note` holds the words that fitted nowhere.
    """

    employer: str = ""
    role: str = ""
    place: str = ""
    applied_on: date | None = None
    is_ahead: bool = False
    channel: Channel | None = None
    channel_said: str = ""
    link: str = ""
    note: str = ""
    lacking: tuple[Lacking, ...] = ()


def understand(line: str, today: date, known_employers: Iterable[str] = ()) -> Line:
    """Return what a line tells of an application."""
    text = " ".join(line[:LONGEST].split())
    link = _LINK.search(text)
    is_ahead = _NOT_YET.search(text) is not None
    text = _SIGNS.sub(", ", _NOT_YET.sub(",", _LINK.sub(",", text)))
    found = day_in(text, today)
    if found:
        text = f"{text[: found.start]},{text[found.end :]}"
    way, text = way_in(text)
    parts, way = _without_ways(parts_of(text, known_employers), way)
    told = assigned(parts)
    day = found.day if found else None
    return Line(
        employer=told.employer,
        role=told.role,
        place=told.place,
        applied_on=day,
        is_ahead=is_ahead,
        channel=way.channel,
        channel_said=way.said,
        link=link[0] if link else "",
        note=", ".join(told.rest),
        lacking=tuple(_lacking(told, way, day, today)),
    )


def _lacking(
    told: Assigned, way: Way, day: date | None, today: date
) -> Iterator[Lacking]:
    """Name what is missing; who wrote on spec need not name a role."""
    if not told.employer:
        yield Lacking.EMPLOYER
    if not told.role and way.channel is not Channel.COLD:
        yield Lacking.ROLE
    if day is not None and day > today:
        yield Lacking.DAY


def _without_ways(parts: list[Part], way: Way) -> tuple[list[Part], Way]:
    """Take out the parts that tell a way, unless they are needed as what they name.

    "Hays, Recruiter" is a role at Hays; "Acme, Data Analyst, recruiter" is a way.
    """
    kept, ways = [], []
    for part in parts:
        alone = way_alone(part.text) if part.kind is None else None
        if alone is None:
            kept.append(part)
        else:
            ways.append((part, alone))
    for part, alone in ways:
        if way.said or _is_needed(part, alone, kept):
            kept.append(part)
        else:
            way = alone
    return kept, way


def _is_needed(part: Part, way: Way, others: list[Part]) -> bool:
    told = assigned(others)
    if way.channel is Channel.BOARD:
        return bool(told.role) and not told.employer
    return role_points(part.text) > 0 and bool(told.employer) and not told.role
