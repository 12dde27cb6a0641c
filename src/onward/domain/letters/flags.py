"""What the tone check remarks on, and what a remark holds."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What may stand between a letter and its answer."""

    BLAME = "blame"
    DEMAND = "demand"
    SARCASM = "sarcasm"
    PLEADING = "pleading"
    LEGAL_THREAT = "legal_threat"
    COMPARISON = "comparison"
    WHY_QUESTION = "why_question"
    ABSOLUTE = "absolute"
    TOO_MANY_QUESTIONS = "too_many_questions"
    TOO_LONG = "too_long"
    LATE = "late"
    ANGRY = "angry"


@dataclass(frozen=True, slots=True)
class Flag:
    """A passage worth a second look: why, and what could stand there instead.

    `quote` is the text from `start` to `end`, which `instead` would replace; an empty
    `instead` means that the letter reads better without the passage. Remarks on the
    letter as a whole, such as its hour, quote nothing.
    """

    kind: Kind
    quote: str
    start: int
    end: int
    why: str
    instead: str
