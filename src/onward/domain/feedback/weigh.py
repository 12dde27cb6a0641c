"""How much a note weighs: one voice is a note, two make a pattern, three a priority."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_SPECIFIC, _VAGUE = 0.6, 0.35
_PATTERN, _PRIORITY = 2, 3
_HIGH, _MEDIUM = 3, 1


class Weight(StrEnum):
    """How much a note weighs."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Standing(StrEnum):
    """What independent voices make of one point."""

    NOTE = "note"
    PATTERN = "pattern"
    PRIORITY = "priority"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of a note; None while nobody has said.

    `other_employers` is how many employers beside this one made the same point, each
    counted once: the same employer again is not a second voice.
    """

    specific: float
    first_hand: bool | None = None
    matches_own_log: bool | None = None
    other_employers: int = 0


@dataclass(frozen=True, slots=True)
class Weighed:
    """How much a note weighs, what it is with others who said it, and why."""

    weight: Weight
    standing: Standing
    reasons: tuple[str, ...]


def weigh(known: Circumstances) -> Weighed:
    """Return the weight of a note, with a sentence for each thing that counted."""
    counted = list(_counted(known))
    total = sum(count for count, _ in counted)
    reasons = tuple(reason for _, reason in counted)
    return Weighed(_weight(total), standing_of(known.other_employers), reasons)


def standing_of(other_employers: int) -> Standing:
    """Return what this voice and so many others make of one point."""
    voices = 1 + other_employers
    if voices >= _PRIORITY:
        return Standing.PRIORITY
    return Standing.PATTERN if voices >= _PATTERN else Standing.NOTE


def _counted(known: Circumstances) -> Iterator[tuple[int, str]]:
    """Yield what counts for or against, each with its sentence."""
    if known.specific >= _SPECIFIC:
        yield 1, "It names something you can go back to."
    elif known.specific <= _VAGUE:
        yield -1, "It is general: it could be said of many people."
    if known.first_hand is not None:
        yield _FIRST_HAND[known.first_hand]
    if known.matches_own_log is not None:
        yield _OWN_LOG[known.matches_own_log]
    yield _VOICES[standing_of(known.other_employers)]


_FIRST_HAND = {
    True: (1, "It comes from somebody who was there."),
    False: (0, "It was passed on by somebody who was not there."),
}
_OWN_LOG = {
    True: (1, "You noticed it too."),
    False: (0, "You saw it differently. Both can be true."),
}
_VOICES = {
    Standing.NOTE: (0, "One employer has said it so far. One voice is a note."),
    Standing.PATTERN: (2, "Two employers have said it. That makes a pattern."),
    Standing.PRIORITY: (3, "Three or more employers have said it. Worth going first."),
}


def _weight(total: int) -> Weight:
    if total >= _HIGH:
        return Weight.HIGH
    return Weight.MEDIUM if total >= _MEDIUM else Weight.LOW
