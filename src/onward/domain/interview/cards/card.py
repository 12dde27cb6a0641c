"""An evidence card: one story of the person's, in bullets."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Card:
    """One story; every field is the person's own words and may be empty.

    `follow_ups` are the questions that the story must survive.
    """

    key: str
    headline: str
    situation: str = ""
    actions: tuple[str, ...] = ()
    result: str = ""
    learned: str = ""
    follow_ups: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """The story in one piece, without its follow-ups."""
        parts = (self.headline, self.situation, *self.actions, self.result)
        return "\n".join(part for part in (*parts, self.learned) if part)
