"""A criterion: one thing the advert asks for, as a quote of it."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of thing a criterion asks for.

    A duty is what the person would do in the role. A condition is what must be so
    besides: hours, checks, travel, the right to work. A licence to drive and being on
    a register are qualifications; knowledge counts as a skill.
    """

    DUTY = "duty"
    SKILL = "skill"
    BEHAVIOUR = "behaviour"
    QUALIFICATION = "qualification"
    EXPERIENCE = "experience"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True)
class Skill:
    """An entry of an open list of skills, with its identifier there.

    `said` is how the advert words it.
    """

    source: str
    identifier: str
    label: str
    said: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing an advert asks for: `quote` is `text[start:end]`.

    `must_have` is false only where the advert says it could do without.
    """

    quote: str
    start: int
    end: int
    kind: Kind
    skills: tuple[Skill, ...]
    must_have: bool
