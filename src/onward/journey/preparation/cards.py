"""Evidence cards: written, kept, taken away, and laid to criteria."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from onward.background.clock import now
from onward.domain.interview.cards.card import Card
from onward.domain.interview.matching.suggestion import Strength
from onward.journey.history.services import CannotUndoError, record_change, undoer
from onward.journey.people.models import Person
from onward.journey.preparation.models import Criterion, EvidenceCard, Match


@dataclass(frozen=True, slots=True)
class Told:
    """What stands on a card; all but the headline may be empty."""

    headline: str
    situation: str = ""
    actions: tuple[str, ...] = ()
    result: str = ""
    learned: str = ""
    follow_ups: tuple[str, ...] = ()


@transaction.atomic
def write_card(*, person: Person, told: Told) -> EvidenceCard:
    """Keep a new card."""
    card = EvidenceCard(person=person, written_at=now())
    _write(card, told)
    _record(card, _("Wrote a card"), "cards.written")
    return card


@transaction.atomic
def rewrite_card(*, card: EvidenceCard, told: Told) -> EvidenceCard:
    """Keep what the card says now; a suggestion becomes a card of the person's own."""
    before = _as_values(card)
    _write(card, told)
    if before != _as_values(card):
        _record(card, _("Changed a card"), "cards.rewritten", before=before)
    return card


def _write(card: EvidenceCard, told: Told) -> None:
    card.headline, card.situation = told.headline, told.situation
    card.actions = [action for action in told.actions if action]
    card.result, card.learned = told.result, told.learned
    card.follow_ups = [one for one in told.follow_ups if one]
    card.is_suggested = False
    card.save()


@transaction.atomic
def remove_card(*, card: EvidenceCard) -> None:
    """Take a card away; it can be had back with all it was laid to."""
    card.removed_at = now()
    card.save(update_fields=["removed_at"])
    _record(card, _("Took a card away"), "cards.removed")


@transaction.atomic
def keep_suggestions(*, person: Person, told: list[tuple[Told, str]]) -> int:
    """Keep what a CV could give, to be looked over; what is known stays as it is."""
    known = set(EvidenceCard.objects.of(person).values_list("cv_quote", flat=True))
    fresh = [(card, quote) for card, quote in told if quote not in known]
    for suggested, quote in fresh:
        card = EvidenceCard(person=person, written_at=now(), cv_quote=quote)
        _write(card, suggested)
        card.is_suggested = True
        card.save(update_fields=["is_suggested"])
    return len(fresh)


@transaction.atomic
def say_strength(
    *, criterion: Criterion, card: EvidenceCard, strength: Strength
) -> None:
    """Keep how well a card serves a criterion, as the person says; none unties them."""
    if strength is Strength.NONE:
        Match.objects.filter(criterion=criterion, card=card).delete()
        return
    Match.objects.update_or_create(
        person_id=criterion.person_id,
        criterion=criterion,
        card=card,
        defaults={"strength": strength},
    )


def card_of(row: EvidenceCard) -> Card:
    """Return a card as the value that the domain looks at."""
    return Card(
        key=str(row.pk),
        headline=row.headline,
        situation=row.situation,
        actions=tuple(row.actions),
        result=row.result,
        learned=row.learned,
        follow_ups=tuple(row.follow_ups),
    )


_VALUES = ("headline", "situation", "actions", "result", "learned", "follow_ups")


def _as_values(card: EvidenceCard) -> dict[str, object]:
    return {name: getattr(card, name) for name in (*_VALUES, "is_suggested")}


def _record(card: EvidenceCard, text: str, name: str, **arguments: object) -> None:
    record_change(
        person=card.person,
        text=f"{text}: {card.headline}",
        undoer=name,
        arguments={"card": card.pk, **arguments},
        of_what="cards",
    )


def _mine(person: Person, pk: int) -> EvidenceCard:
    found = EvidenceCard.objects.of(person).filter(pk=pk).first()
    if found is None:
        raise CannotUndoError
    return found


@undoer("cards.written")
def take_written_away(*, person: Person, card: int) -> None:
    """Take a card away that was just written."""
    found = _mine(person, card)
    found.removed_at = now()
    found.save(update_fields=["removed_at"])


@undoer("cards.rewritten")
def write_back(*, person: Person, card: int, before: dict[str, object]) -> None:
    """Let a card say what it said."""
    found = _mine(person, card)
    for name, value in before.items():
        setattr(found, name, value)
    found.save()


@undoer("cards.removed")
def have_card_back(*, person: Person, card: int) -> None:
    """Have a card back that was taken away."""
    found = _mine(person, card)
    found.removed_at = None
    found.save(update_fields=["removed_at"])
