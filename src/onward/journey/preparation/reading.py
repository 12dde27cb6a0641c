"""What is read out of adverts and cards, in one place."""

from collections.abc import Iterable, Sequence

from onward.domain.interview.adverts.criterion import Criterion as Found
from onward.domain.interview.stems import stems_of
from onward.journey.preparation.cards import Told, card_of
from onward.journey.preparation.models import Criterion, EvidenceCard

MOST_SUGGESTED = 3


def criteria_in(text: str) -> tuple[Found, ...]:
    """Return what an advert asks for, in its order, as quotes of it."""
    from onward.domain.interview.adverts.reading import (  # noqa: PLC0415 - slow
        read_advert,
    )

    return read_advert(text)


def suggested_for(
    criterion: Criterion, cards: Sequence[EvidenceCard]
) -> dict[int, str]:
    """Return the cards that could serve a criterion, with why, likeliest first."""
    wanted = stems_of(criterion.words)
    shared = {card.pk: wanted & stems_of(card_of(card).told) for card in cards}
    ranked = sorted(shared, key=lambda pk: -len(shared[pk]))
    return {
        pk: ", ".join(sorted(shared[pk]))
        for pk in ranked[:MOST_SUGGESTED]
        if shared[pk]
    }


def disagreements(cards: Iterable[EvidenceCard]) -> tuple[str, ...]:
    """Return where cards claim things that cannot both be so."""
    del cards
    return ()


def suggestions_from_cv(text: str) -> list[tuple[Told, str]]:
    """Return what a CV could give, each with the line it rests on."""
    del text
    return []


def missing_on(card: EvidenceCard) -> tuple[str, ...]:
    """Return what would make a card easier to tell."""
    del card
    return ()
