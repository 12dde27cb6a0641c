"""How it felt: nerves in five parts, in our own words; never a measure of anybody."""

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum


class Part(StrEnum):
    """Where nerves may show.

    The thought of five parts is McCarthy and Goffin's (2004); the words are our own.
    """

    SPEAKING = "speaking"
    LOOKING = "looking"
    COMPANY = "company"
    DOING_WELL = "doing_well"
    SIGNS = "signs"


class Much(IntEnum):
    """How much of it there was."""

    NONE = 0
    SOME = 1
    MUCH = 2


class Changed(StrEnum):
    """Whether nerves changed what was said."""

    NO = "no"
    SOMEWHAT = "somewhat"
    YES = "yes"


@dataclass(frozen=True, slots=True)
class Feelings:
    """How it felt before, during and after, in the person's words."""

    before: str = ""
    during: str = ""
    after: str = ""
    body: str = ""
    rose: str = ""
    changed: str = ""
    parts: dict[str, int] = field(default_factory=dict)

    @property
    def is_nervous(self) -> bool:
        """Whether easing nerves may be worth a look."""
        much = any(value == Much.MUCH for value in self.parts.values())
        return much or self.changed == Changed.YES
