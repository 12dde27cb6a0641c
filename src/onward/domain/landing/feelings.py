"""How somebody is after a no: a scale in words, and words to choose from."""

from enum import IntEnum, StrEnum


class Feeling(IntEnum):
    """How one is right now, from the lowest; a private word, never a measure."""

    VERY_LOW = 1
    LOW = 2
    BETWEEN = 3
    ALL_RIGHT = 4
    GOOD = 5


class Word(StrEnum):
    """A word for it, if one likes; several may be true at once."""

    DISAPPOINTED = "disappointed"
    SAD = "sad"
    ANGRY = "angry"
    EMBARRASSED = "embarrassed"
    WORRIED = "worried"
    TIRED = "tired"
    CONFUSED = "confused"
    NUMB = "numb"
    RELIEVED = "relieved"
    HOPEFUL = "hopeful"


_LOW = frozenset({Feeling.VERY_LOW, Feeling.LOW})


def is_low(feeling: int | None) -> bool:
    """Tell whether somebody is offered a person to talk to."""
    return feeling in _LOW
