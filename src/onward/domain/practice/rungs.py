"""The ladder of practice: from writing an answer down to a panel under pressure.

Graded practice is the core of what helps with the fear of speaking before others; the
person sets the rung, and nobody is moved up.
"""

from enum import StrEnum

MOST_FOLLOW_UPS = 2
_VOICES = 3


class Rung(StrEnum):
    """How an answer is practised, the gentlest first."""

    WRITE = "write"
    ALONE = "alone"
    RECORD = "record"
    FOLLOWED = "followed"
    PANEL = "panel"
    PRESSURE = "pressure"

    @property
    def is_recorded(self) -> bool:
        """Whether the answer is kept as sound."""
        return self not in {Rung.WRITE, Rung.ALONE}

    @property
    def is_aloud(self) -> bool:
        """Whether the answer is spoken."""
        return self is not Rung.WRITE

    @property
    def follow_ups(self) -> int:
        """How many questions may follow an answer."""
        asks_on = self in {Rung.FOLLOWED, Rung.PANEL, Rung.PRESSURE}
        return MOST_FOLLOW_UPS if asks_on else 0

    @property
    def is_cool(self) -> bool:
        """Whether whoever asks gives no comfort; chosen, and left at any moment."""
        return self is Rung.PRESSURE

    @property
    def voices(self) -> int:
        """How many people ask."""
        return _VOICES if self is Rung.PANEL else 1


def voice_for(rung: Rung, turn: int) -> int:
    """Return who asks at this turn of a sitting: on a panel each in their turn."""
    return turn % rung.voices
