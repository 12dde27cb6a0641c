"""Puts together what they look for and what the person can show for it."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.domain.interview.adverts.criterion import Kind
from onward.domain.interview.matching.suggestion import Strength
from onward.journey.applications.models import Application
from onward.journey.people.models import Person
from onward.journey.preparation.models import Criterion, EvidenceCard
from onward.journey.preparation.queries import Matrix, Row, criteria_of, matrix_of
from onward.journey.preparation.reading import (
    disagreements,
    missing_on,
    suggested_for,
)
from onward.web.shown.prepare import (
    CardChoice,
    CardRow,
    CardsShown,
    CellShown,
    CriteriaShown,
    CriterionRow,
    LayingShown,
    MatrixRow,
    MatrixShown,
    PlaceShown,
)
from onward.web.shown.prepare_words import KINDS, STRENGTHS
from onward.web.shown.shared import Choice


def criterion_row(row: Criterion, strength: Strength | None = None) -> CriterionRow:
    """Return one thing they look for."""
    return CriterionRow(
        pk=row.pk,
        words=row.words,
        quote=row.quote if row.said else "",
        kind=_kind(row),
        must_have=row.must_have,
        is_own=row.start is None,
        strength=str(STRENGTHS[strength]) if strength else "",
        url=reverse("lay-cards", args=[row.pk]),
    )


def _kind(row: Criterion) -> str:
    """Return what sort of thing it is; of duties a heading says so."""
    is_said = row.start is not None and row.kind != Kind.DUTY
    return str(KINDS[Kind(row.kind)]) if is_said else ""


def criteria_shown(application: Application, place: PlaceShown) -> CriteriaShown:
    """Return what they look for, must-haves apart."""
    rows = criteria_of(application)
    must = [row for row in rows if row.must_have]
    return CriteriaShown(
        place=place,
        must=tuple(criterion_row(row) for row in must if row.kind != Kind.DUTY),
        duties=tuple(criterion_row(row) for row in must if row.kind == Kind.DUTY),
        nice=tuple(criterion_row(row) for row in rows if not row.must_have),
    )


def matrix_shown(application: Application, place: PlaceShown) -> MatrixShown:
    """Return the matrix with what in it is worth a look."""
    matrix = matrix_of(application)
    used = {card.pk for row in matrix.rows for card, _ in row.served}
    cards = [card for card in matrix.cards if card.pk in used]
    return MatrixShown(
        place=place,
        heads=tuple((card.headline, reverse("card", args=[card.pk])) for card in cards),
        rows=tuple(_matrix_row(row, cards) for row in matrix.rows),
        gaps=tuple(one.words for one in matrix.gaps),
        overused=_overused(matrix),
        disagreeing=disagreements(matrix.cards),
        empty=not matrix.rows,
    )


def _matrix_row(row: Row, cards: Sequence[EvidenceCard]) -> MatrixRow:
    said = {card.pk: strength for card, strength in row.served}
    return MatrixRow(
        words=row.criterion.words,
        url=reverse("lay-cards", args=[row.criterion.pk]),
        must_have=row.criterion.must_have,
        strength=str(STRENGTHS[row.strength]),
        is_none=row.strength is Strength.NONE,
        cells=tuple(
            CellShown(
                card=card.headline,
                strength=said[card.pk].value if card.pk in said else "",
                words=str(STRENGTHS[said[card.pk]]) if card.pk in said else "",
            )
            for card in cards
        ),
    )


def _overused(matrix: Matrix) -> tuple[str, ...]:
    told = ngettext(
        "“%(card)s” carries %(count)s line.",
        "“%(card)s” carries %(count)s lines. Another story for one of them would help.",
        2,
    )
    return tuple(
        told % {"card": card.headline, "count": count}
        for card, count in matrix.overused
    )


def laying_shown(
    criterion: Criterion, place: PlaceShown, matrix: Matrix
) -> LayingShown:
    """Return one criterion with all cards, suggested ones first with why."""
    row = next((one for one in matrix.rows if one.criterion == criterion), None)
    said = {card.pk: strength for card, strength in row.served} if row else {}
    whys = suggested_for(criterion, matrix.cards)
    ordered = sorted(
        matrix.cards,
        key=lambda card: (card.pk not in said, _place_in(whys, card.pk)),
    )
    return LayingShown(
        place=place,
        criterion=criterion_row(criterion, row.strength if row else Strength.NONE),
        cards=tuple(
            _card_choice(card, said.get(card.pk, Strength.NONE), whys)
            for card in ordered
        ),
        next_url=_next_gap(matrix, criterion),
        write_url=f"{reverse('write-card')}?for={criterion.pk}",
    )


def _place_in(whys: dict[int, str], pk: int) -> int:
    return list(whys).index(pk) if pk in whys else len(whys)


def _card_choice(
    card: EvidenceCard, strength: Strength, whys: dict[int, str]
) -> CardChoice:
    return CardChoice(
        pk=card.pk,
        headline=card.headline,
        why=whys.get(card.pk, ""),
        is_suggested=card.pk in whys and strength is Strength.NONE,
        choices=tuple(
            Choice(one.value, str(STRENGTHS[one]), chosen=one is strength)
            for one in Strength
        ),
    )


def _next_gap(matrix: Matrix, after: Criterion) -> str:
    """Return where the next criterion without a card is, if there is another."""
    gaps = [gap for gap in matrix.gaps if gap != after]
    return reverse("lay-cards", args=[gaps[0].pk]) if gaps else ""


def cards_shown(person: Person) -> CardsShown:
    """Return all cards, how much each serves, and what a CV could give."""
    mine = EvidenceCard.objects.of(person)
    kept = list(mine.kept().prefetch_related("matches"))
    return CardsShown(
        cards=tuple(_card_row(card) for card in kept),
        suggested=tuple(_suggested_row(card) for card in mine.suggested()),
        disagreeing=disagreements(kept),
    )


def _card_row(card: EvidenceCard) -> CardRow:
    serves = len(card.matches.all())
    told = ngettext("serves %(count)s line", "serves %(count)s lines", serves)
    return _row(card, told % {"count": serves} if serves else "", missing_on(card))


def _suggested_row(card: EvidenceCard) -> CardRow:
    return _row(card, "", ())


def _row(card: EvidenceCard, serves: str, missing: tuple[str, ...]) -> CardRow:
    return CardRow(
        pk=card.pk,
        url=reverse("card", args=[card.pk]),
        headline=card.headline,
        situation=card.situation,
        actions=tuple(card.actions),
        result=card.result,
        learned=card.learned,
        serves=serves,
        missing=tuple(_(one) for one in missing),
        cv_quote=card.cv_quote,
    )
