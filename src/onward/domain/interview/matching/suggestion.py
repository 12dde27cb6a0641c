"""A suggestion: a card that could serve a criterion, with the words that say why."""

from dataclasses import dataclass
from enum import StrEnum

from onward.domain.interview.cards.card import Card


class Strength(StrEnum):
    """How well a card serves a criterion; the person says which."""

    STRONG = "strong"
    OK = "ok"
    THIN = "thin"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A card for a criterion, to confirm or to leave; never a verdict.

    `shared` are the card's words that the criterion has too, as the card has them.
    `phrase` is the line of the card that comes nearest. `closeness` orders suggestions
    for one criterion, and means nothing else.
    """

    card: Card
    closeness: float
    shared: tuple[str, ...]
    phrase: str
