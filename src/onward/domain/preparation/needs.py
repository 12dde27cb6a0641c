"""What somebody may need to show what they can do; no reason has to be given."""

from dataclasses import dataclass
from enum import StrEnum


class Need(StrEnum):
    """Something that makes an interview work for somebody.

    Printed, split and explicit questions raised the marks of people with and without
    autism (Maras and others, 2021): these are no favours.
    """

    QUESTIONS_BEFORE = "questions_before"
    PRINTED = "printed"
    ONE_AT_A_TIME = "one_at_a_time"
    TIME = "time"
    NOTES = "notes"
    CAMERA_OFF = "camera_off"
    IN_WRITING = "in_writing"
    QUIET = "quiet"
    BREAKS = "breaks"
    NAMED_CONTACT = "named_contact"
    INTERPRETER = "interpreter"
    STEP_FREE = "step_free"


class Asked(StrEnum):
    """What became of asking."""

    NOT_YET = ""
    ASKED = "asked"
    AGREED = "agreed"
    REFUSED = "refused"


# As each stands in a letter, after "could I have" or the like.
IN_A_LETTER = {
    Need.QUESTIONS_BEFORE: "the questions, or their topics, in advance",
    Need.PRINTED: "a printed copy of the questions in the room",
    Need.ONE_AT_A_TIME: "questions one part at a time",
    Need.TIME: "a little more time to think and to answer",
    Need.NOTES: "my own notes with me",
    Need.CAMERA_OFF: "my camera off for some of a video call",
    Need.IN_WRITING: "the chance to answer a part in writing",
    Need.QUIET: "a quiet room without people passing",
    Need.BREAKS: "a short break halfway",
    Need.NAMED_CONTACT: "the name of somebody to turn to on the day",
    Need.INTERPRETER: "an interpreter",
    Need.STEP_FREE: "a way in and a room without steps",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is needed for one interview; `said` is anything else, in own words."""

    needs: tuple[Need, ...] = ()
    said: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """What is needed, a line each, as a letter lists it."""
        own = self.said.strip().rstrip(".;")
        named = tuple(IN_A_LETTER[need] for need in Need if need in self.needs)
        return (*named, own) if own else named
