"""Decides which part of a line is the employer, which the role and which the place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onward.domain.applications.parts import Part, PartKind
from onward.domain.applications.roles import (
    employer_points,
    role_at_the_end,
    role_points,
)

_FOR = re.compile(r"\s+(?:for|with|to)\s+", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:an?|the)\s+(?=\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Assigned:
    """Which words are what; `rest` are those that fitted nowhere."""

    employer: str = ""
    role: str = ""
    place: str = ""
    rest: tuple[str, ...] = ()


def assigned(parts: Sequence[Part]) -> Assigned:
    """Return what the parts are, from what is told of them and how they sound."""
    loose = list(parts)
    employer = _take_told(loose, PartKind.EMPLOYER)
    role = _take_told(loose, PartKind.ROLE)
    place = _take_told(loose, PartKind.PLACE)
    if not role:
        role = _take_role(loose, has_employer=bool(employer))
    if not employer:
        employer = _take_best(loose, [employer_points(part.text) for part in loose])
    place = place or _take_best(loose, [0] * len(loose))
    rest = tuple(part.text for part in loose)
    told = _completed(Assigned(employer, role, place, rest))
    return replace(told, role=_ARTICLE.sub("", told.role))


def _take_told(loose: list[Part], kind: PartKind) -> str:
    found = next((part for part in loose if part.kind is kind), None)
    if found is None:
        return ""
    loose.remove(found)
    return found.text


def _take_role(loose: list[Part], *, has_employer: bool) -> str:
    """Take what sounds most like a role; where nothing does, what follows the first."""
    points = [role_points(part.text) - employer_points(part.text) for part in loose]
    if max(points, default=0) > 0:
        return _take_best(loose, points)
    place = 0 if has_employer else 1
    return loose.pop(place).text if len(loose) > place else ""


def _take_best(loose: list[Part], points: Sequence[float]) -> str:
    if not loose:
        return ""
    return loose.pop(points.index(max(points))).text


def _completed(told: Assigned) -> Assigned:
    """Part one that holds both: "Acme for Data Analyst", "Acme Ltd Data Analyst"."""
    if bool(told.employer) is bool(told.role):
        return told
    both = told.employer or told.role
    parted = _FOR.split(both, maxsplit=1)
    if len(parted) > 1 and (role_points(parted[0]) > 0) is not (
        role_points(parted[1]) > 0
    ):
        employer, role = sorted(parted, key=role_points)
        return replace(told, employer=employer, role=role)
    start = role_at_the_end(both)
    if start and employer_points(both[:start]) > 0:
        return replace(told, employer=both[:start].strip(), role=both[start:])
    return told
