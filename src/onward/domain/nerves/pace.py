"""How slowly the pacer breathes, and for how long."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Pace:
    """One breath: seconds in, seconds out."""

    in_seconds: int
    out_seconds: int

    @property
    def a_minute(self) -> float:
        """How many breaths that makes a minute."""
        return 60 / (self.in_seconds + self.out_seconds)


# About six a minute is what was studied (Shao, Man and Lee 2024); how the ten seconds
# are split is convention.
PACE = Pace(in_seconds=4, out_seconds=6)
# Below five minutes little was found (Bentley and others 2023). Two are there for who
# has no more: the page says so.
LENGTHS = (2, 5, 10)
USUAL_LENGTH = 5


class Way(StrEnum):
    """How the pacer shows the breath: a circle, words and steps, or sound alone."""

    CIRCLE = "circle"
    WORDS = "words"
    SOUND = "sound"
