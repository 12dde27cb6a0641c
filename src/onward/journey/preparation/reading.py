"""What is read out of adverts and cards, in one place."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from onward import wiring
from onward.domain.interview.adverts.criterion import Criterion as Found
from onward.domain.interview.cards import claims
from onward.domain.interview.cards.checks import Check, checks
from onward.domain.interview.cards.cv import from_cv
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
    criterion: Criterion, beside: Sequence[Criterion], cards: Sequence[EvidenceCard]
) -> dict[int, str]:
    """Return the cards that could serve a criterion, with why, likeliest first.

    Why is the line of the card that comes nearest. With the criteria `beside` it, what
    sets this one apart counts.
    """
    from onward.domain.interview.matching.suggesting import (  # noqa: PLC0415 - numpy
        suggestions,
    )

    rows = {str(card.pk): card.pk for card in cards}
    told = [card_of(card) for card in cards]
    words = [criterion.words, *(one.words for one in beside if one != criterion)]
    found = suggestions(words, told, wiring.embedder().vectors_of, most=MOST_SUGGESTED)
    return {rows[each.card.key]: each.phrase for each in found[0]}


def disagreements(cards: Iterable[EvidenceCard]) -> tuple[str, ...]:
    """Return where cards claim things that cannot both be so."""
    found = claims.disagreements([card_of(card) for card in cards])
    return tuple(
        _("“%(first)s” on one card, “%(second)s” on another.")
        % {"first": each.first_words, "second": each.second_words}
        for each in found
    )


def suggestions_from_cv(text: str) -> list[tuple[Told, str]]:
    """Return what a CV could give, each with the line it rests on."""
    return [
        (
            Told(headline=each.headline, situation=each.situation, result=each.result),
            each.quote,
        )
        for each in from_cv(text)
    ]


def missing_on(card: EvidenceCard) -> tuple[str, ...]:
    """Return what would make a card easier to tell."""
    told = {
        Check.FIELD_TOO_LONG: _("One field is long. Bullets are easier to tell."),
        Check.SITUATION_TOO_LONG: _("The situation fits in twelve words."),
        Check.BULLETS_TOO_LONG: _(
            "The bullets are long, and may sound learnt by heart."
        ),
        Check.TOO_MANY_BULLETS: _("Three bullets are easier to remember."),
        Check.NO_SITUATION: _("What was the situation?"),
        Check.NO_ACTION: _("What did you do?"),
        Check.NO_RESULT: _("What came of it?"),
        Check.NO_NUMBER_IN_RESULT: _("Is there a number for what came of it?"),
    }
    return tuple(told[check] for check in checks(card_of(card)) if check in told)
