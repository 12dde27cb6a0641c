"""An interview question: what it asks, what it tests, what answers look like."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How a question asks."""

    PAST_BEHAVIOUR = "past_behaviour"
    SITUATIONAL = "situational"
    BACKGROUND = "background"
    TECHNICAL = "technical"
    MOTIVATION = "motivation"
    STRENGTHS = "strengths"
    TASK = "task"
    CLOSING = "closing"


class Level(StrEnum):
    """Whom a question is put to."""

    ANY = "any"
    ENTRY = "entry"
    EXPERIENCED = "experienced"
    LEAD = "lead"


# What a question tests where it is no behaviour: the other parts of Success Profiles.
MOTIVATION, STRENGTHS = "Motivation", "Strengths"
EXPERIENCE, TECHNICAL = "Experience", "Technical"


@dataclass(frozen=True, slots=True)
class Anchors:
    """What an answer is like that earns 1, 3 or 5, in the words of its question."""

    one: str
    three: str
    five: str

    def at(self, mark: int) -> str:
        """Return what earns a mark; 2 and 4 lie between, and say nothing."""
        return {1: self.one, 3: self.three, 5: self.five}.get(mark, "")


@dataclass(frozen=True, slots=True)
class Question:
    """One interview question.

    `competency` is one of the nine Civil Service behaviours, or one of `MOTIVATION`,
    `STRENGTHS`, `EXPERIENCE` and `TECHNICAL`. `tests` says in one sentence what the
    question is testing. `sectors` is empty where it is asked in any trade.
    """

    key: str
    text: str
    kind: Kind
    competency: str
    tests: str
    probes: tuple[str, str]
    anchors: Anchors
    sectors: tuple[str, ...] = ()
    level: Level = Level.ANY
