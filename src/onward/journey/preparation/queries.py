"""Questions about what is prepared: the matrix, its gaps, and what is still to do."""

from dataclasses import dataclass

from onward.domain.interview.cards.reuse import reused
from onward.domain.interview.matching.suggestion import Strength
from onward.journey.applications.models import Application
from onward.journey.people.models import Person
from onward.journey.preparation.models import (
    Criterion,
    EvidenceCard,
    Match,
    Preparation,
    ResearchNote,
)

_ORDER = (Strength.STRONG, Strength.OK, Strength.THIN)


@dataclass(frozen=True, slots=True)
class Row:
    """A criterion with the cards that serve it, the strongest first."""

    criterion: Criterion
    served: tuple[tuple[EvidenceCard, Strength], ...]

    @property
    def strength(self) -> Strength:
        """How well it is served by the best of its cards."""
        return self.served[0][1] if self.served else Strength.NONE


@dataclass(frozen=True, slots=True)
class Matrix:
    """Criteria and cards, with what the person says of each pair."""

    rows: tuple[Row, ...]
    cards: tuple[EvidenceCard, ...]

    @property
    def gaps(self) -> tuple[Criterion, ...]:
        """The criteria that no card serves."""
        return tuple(row.criterion for row in self.rows if not row.served)

    @property
    def overused(self) -> tuple[tuple[EvidenceCard, int], ...]:
        """Cards that carry too much, with how many criteria rest on them alone."""
        uses = (
            (str(row.criterion.pk), str(card.pk))
            for row in self.rows
            for card, _ in row.served
        )
        known = {str(card.pk): card for card in self.cards}
        return tuple((known[one.card_key], one.times) for one in reused(uses))


def criteria_of(application: Application) -> list[Criterion]:
    """Return what they look for, must-haves first, also of what was merged into it."""
    mine = Criterion.objects.of(application.person_id).standing()
    return list(mine.filter(application__in=application.with_merged))


def cards_of(person: Person) -> list[EvidenceCard]:
    """Return the person's cards, the latest first."""
    return list(EvidenceCard.objects.of(person).kept())


def matrix_of(application: Application) -> Matrix:
    """Return the matrix of an application, in three questions."""
    criteria = criteria_of(application)
    cards = {card.pk: card for card in cards_of(application.person)}
    served: dict[int, list[tuple[EvidenceCard, Strength]]] = {}
    matches = Match.objects.of(application.person_id).filter(criterion__in=criteria)
    for match in matches.order_by("pk"):
        if match.card_id in cards:
            pair = (cards[match.card_id], Strength(match.strength))
            served.setdefault(match.criterion_id, []).append(pair)
    rows = (Row(one, _strongest_first(served.get(one.pk, []))) for one in criteria)
    return Matrix(tuple(rows), tuple(cards.values()))


def _strongest_first(
    served: list[tuple[EvidenceCard, Strength]],
) -> tuple[tuple[EvidenceCard, Strength], ...]:
    return tuple(sorted(served, key=lambda pair: _ORDER.index(pair[1])))


def preparation_of(application: Application) -> Preparation:
    """Return what is prepared so far; not saved before something is kept."""
    mine = Preparation.objects.of(application.person_id)
    found = mine.filter(application=application).first()
    return found or Preparation(
        person_id=application.person_id, application=application
    )


def notes_of(application: Application) -> dict[str, ResearchNote]:
    """Return what was found out, by what it is about."""
    mine = ResearchNote.objects.of(application.person_id)
    return {note.key: note for note in mine.filter(application=application)}
