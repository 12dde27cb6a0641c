"""Whether one story carries too much of what is asked for."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

# A panel that hears one story three times has heard it twice too often.
_TOO_OFTEN, _LARGE_SHARE, _FEWEST_SERVED = 3, 0.5, 3


@dataclass(frozen=True, slots=True)
class Reuse:
    """A card that serves many criteria: how many, and of how many served in all."""

    card_key: str
    times: int
    served: int


def reused(uses: Iterable[tuple[str, str]]) -> tuple[Reuse, ...]:
    """Return the cards that carry too much, the most used first.

    `uses` are pairs of a criterion's key and the key of a card laid to it. A card is
    named from its third criterion on, if half of the criteria served rest on it and
    there is no other card on those.
    """
    by_criterion: dict[str, set[str]] = {}
    for criterion, card in uses:
        by_criterion.setdefault(criterion, set()).add(card)
    served = len(by_criterion)
    alone = Counter(
        next(iter(cards)) for cards in by_criterion.values() if len(cards) == 1
    )
    return tuple(
        Reuse(card, times, served)
        for card, times in alone.most_common()
        if times >= _TOO_OFTEN
        and served >= _FEWEST_SERVED
        and times >= _LARGE_SHARE * served
    )
