"""Suggests evidence cards for criteria, by meaning where that is to be had."""

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from onward.domain.interview.cards.card import Card
from onward.domain.interview.matching.suggestion import Suggestion
from onward.domain.interview.stems import little, placed_stems, stems_of

Floats = npt.NDArray[np.float32]
# Turns sentences into vectors of length one, one row for each.
VectorsOf = Callable[[Sequence[str]], Floats]
MOST = 3
# From so many criteria on their common ground can be told from what sets each apart.
_FEWEST_TO_CENTRE = 4


def suggestions(
    criteria: Sequence[str],
    cards: Sequence[Card],
    vectors_of: VectorsOf | None = None,
    *,
    most: int = MOST,
) -> tuple[tuple[Suggestion, ...], ...]:
    """Return the likeliest cards for each criterion, in the order of the criteria.

    Without `vectors_of` cards are found by the words they share with a criterion, and
    those that share none are left out. It is for the person to say which of them serve.
    """
    told = [card for card in cards if card.told]
    if not told or not criteria:
        return ((),) * len(criteria)
    near = _by_meaning(criteria, told, vectors_of) if vectors_of else None
    found = []
    for number, criterion in enumerate(criteria):
        shared = [shared_words(criterion, card) for card in told]
        scores = near[number] if near is not None else np.array(list(map(len, shared)))
        ranked = np.argsort(-scores, kind="stable")[:most]
        if near is None:
            ranked = ranked[scores[ranked] > 0]
        found.append(
            tuple(
                Suggestion(
                    told[place],
                    float(scores[place]),
                    shared[place],
                    nearest_line(criterion, told[place], vectors_of),
                )
                for place in ranked
            )
        )
    return tuple(found)


def shared_words(criterion: str, card: Card) -> tuple[str, ...]:
    """Return the card's words that the criterion has too, as the card has them."""
    wanted = stems_of(criterion)
    found: dict[str, str] = {}
    for stem, start, end in placed_stems(card.told):
        if stem in wanted and stem not in little():
            found.setdefault(stem, card.told[start:end])
    return tuple(found.values())


def nearest_line(
    criterion: str, card: Card, vectors_of: VectorsOf | None = None
) -> str:
    """Return the line of a card that comes nearest to a criterion."""
    lines = card.told.split("\n")
    if vectors_of is None:
        wanted = stems_of(criterion)
        return max(lines, key=lambda line: len(wanted & stems_of(line)))
    vectors = vectors_of([criterion, *lines])
    return lines[int(np.argmax(vectors[1:] @ vectors[0]))]


def _by_meaning(
    criteria: Sequence[str], cards: Sequence[Card], vectors_of: VectorsOf
) -> Floats:
    """Return how near each card is to each criterion, common ground taken away."""
    wanted = vectors_of(criteria)
    offered = vectors_of([card.told for card in cards])
    if len(criteria) >= _FEWEST_TO_CENTRE:
        wanted = wanted - wanted.mean(axis=0)
    return np.asarray(wanted @ (offered - offered.mean(axis=0)).T)
