"""The shape of a call about feedback: what to say first, while they speak, and last."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

MOST_QUESTIONS = 3


class Part(StrEnum):
    """A part of the call, in its order."""

    OPENING = "opening"
    NOTES = "notes"
    QUESTIONS = "questions"
    LISTENING = "listening"
    THANKS = "thanks"


@dataclass(frozen=True, slots=True)
class Kit:
    """All that is on the page beside the phone."""

    opening: str
    notes: str
    questions: tuple[str, ...]
    listening: tuple[str, ...]
    thanks: str


LISTENING = (
    "Let them finish. Count to three before you answer.",
    "Say back what you heard: “So a number in each answer would have helped.”",
    "Ask once for an example: “Which answer was that?”",
    "Something wrong or unfair? Write it down word for word. It can wait.",
)
_STANDARD = (
    "What came across best?",
    "Which one change would make the most difference next time?",
    "Would you encourage me to apply again, and when?",
)


def call_kit(
    *, contact: str, person: str, role: str, questions: Sequence[str] = ()
) -> Kit:
    """Return the kit for a call; with no questions chosen it brings three."""
    chosen = [question.strip() for question in questions if question.strip()]
    who = contact or "there"
    return Kit(
        opening=(
            f"Hello {who}, it's {person}. Thank you for making time. I'd like to hear"
            f" how the interview for the {role} role came across, so that I can do"
            " better next time."
        ),
        notes="Is it all right if I take notes while you talk?",
        questions=tuple(chosen[:MOST_QUESTIONS]) or _STANDARD,
        listening=LISTENING,
        thanks=(
            "Thank you, that helps. I'll think about what you said. I wish you and the"
            " team well."
        ),
    )
