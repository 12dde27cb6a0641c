"""A point of feedback: a quote, with what it seems to say and how sure that is."""

from dataclasses import dataclass
from enum import StrEnum

# Below this the page asks the person what they make of a note.
SURE = 0.6


class Kind(StrEnum):
    """What a point is about."""

    STRENGTH = "strength"
    IMPROVEMENT = "improvement"
    ADVICE = "advice"
    REAPPLY = "reapply"
    NOT_ABOUT_ME = "not_about_me"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Note:
    """One point of a feedback text, word for word: `quote` is `text[start:end]`.

    `competency` is a name of the framework, or empty. `specific` runs from 0, words
    that would suit anybody, to 1, an example or a moment one can go back to.
    """

    quote: str
    start: int
    end: int
    kind: Kind
    competency: str
    specific: float
    confidence: float

    @property
    def needs_asking(self) -> bool:
        """Tell whether the person should say what the note is before it counts."""
        return self.confidence < SURE
