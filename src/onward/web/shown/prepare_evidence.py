"""Puts together what they look for and what the person can show for it."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.domain.interview.adverts.criterion import Kind
from onward.domain.interview.matching.suggestion import Strength
from onward.domain.interview.skills.finding import CREDIT
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

# One or two points at a time; with so few cards each is as near as another.
_MOST_POINTED_AT = 2
_FEW_CARDS = 3


def criterion_row(row: Criterion, strength: Strength | None = None) -> CriterionRow:
    """Return one thing they look for."""
    return CriterionRow(
        pk=row.pk,
        words=row.words,
        quote=row.quote if row.said else "",
        kind=_kind(row),
        must_have=row.must_have,
        is_own=row.start is None,
        skills=tuple(skill["label"] for skill in row.skills),
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
    has_skills = any(row.skills for row in rows)
    return CriteriaShown(
        place=place,
        must=tuple(criterion_row(row) for row in must if row.kind != Kind.DUTY),
        duties=tuple(criterion_row(row) for row in must if row.kind == Kind.DUTY),
        nice=tuple(criterion_row(row) for row in rows if not row.must_have),
        credit=CREDIT if has_skills else "",
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
        overused=_overused(matrix),
        disagreeing=disagreements(matrix.cards),
        empty=not matrix.rows,
    )


def _matrix_row(row: Row, cards: Sequence[EvidenceCard]) -> MatrixRow:
    said = {card.pk: strength for card, strength in row.served}
    return MatrixRow(
        words=row.criterion.words,
        url=reverse("lay-cards", args=[row.criterion.pk]),
        kind=_rank(row.criterion),
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


def _rank(criterion: Criterion) -> str:
    """Return how much it is asked for, where that is worth a word."""
    if not criterion.must_have:
        return _("nice to have")
    return _("duty") if criterion.kind == Kind.DUTY else _("must-have")


def _overused(matrix: Matrix) -> tuple[str, ...]:
    told = _(
        "“%(card)s” carries %(count)s lines alone. Another story for one of them would"
        " help."
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
    beside = [one.criterion for one in matrix.rows]
    whys = suggested_for(criterion, beside, matrix.cards)
    ordered = sorted(
        matrix.cards,
        key=lambda card: (card.pk not in said, _place_in(whys, card.pk)),
    )
    return LayingShown(
        place=place,
        criterion=criterion_row(criterion, row.strength if row else Strength.NONE),
        cards=tuple(
            _card_choice(
                card,
                said.get(card.pk, Strength.NONE),
                whys,
                is_one_of_many=len(ordered) > _FEW_CARDS,
            )
            for card in ordered
        ),
        next_url=_next_gap(matrix, criterion),
        write_url=f"{reverse('write-card')}?for={criterion.pk}",
    )


def _place_in(whys: dict[int, str], pk: int) -> int:
    return list(whys).index(pk) if pk in whys else len(whys)


def _card_choice(
    card: EvidenceCard,
    strength: Strength,
    whys: dict[int, str],
    *,
    is_one_of_many: bool,
) -> CardChoice:
    return CardChoice(
        pk=card.pk,
        headline=card.headline,
        why=whys.get(card.pk, ""),
        is_suggested=is_one_of_many and card.pk in whys,
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
    said = told % {"count": serves} if serves else ""
    return _row(card, said, missing_on(card)[:_MOST_POINTED_AT])


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
