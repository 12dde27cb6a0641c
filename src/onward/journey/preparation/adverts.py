"""An advert becomes criteria: read once, then the person's to put right."""

from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import now
from django.utils.translation import gettext as _

from onward.domain.errors import OnwardError
from onward.domain.interview.adverts.criterion import Criterion as Found
from onward.domain.interview.adverts.criterion import Kind
from onward.journey.applications.editing import edit_application
from onward.journey.applications.models import Application
from onward.journey.history.services import CannotUndoError, record_change, undoer
from onward.journey.people.models import Person
from onward.journey.preparation.models import Criterion
from onward.journey.preparation.reading import criteria_in

LONGEST_ADVERT = 100_000
MOST_CRITERIA = 60


class NoWordsInAdvertError(OnwardError):
    """There are no words in it. Paste the text of the advert, or choose its file."""


class TooManyCriteriaError(OnwardError):
    """Sixty lines are more than anybody can prepare. Take some away first."""


@transaction.atomic
def take_in_advert(*, application: Application, text: str) -> list[Criterion]:
    """Keep the advert, read what it asks for, and keep what the person made of it.

    Lines read before that the advert no longer has go, unless the person changed them
    or laid a card to them.
    """
    text = text.replace("\r\n", "\n").strip()[:LONGEST_ADVERT]
    if not text:
        raise NoWordsInAdvertError
    edit_application(application=application, employer="", advert=text)
    found = criteria_in(text)[:MOST_CRITERIA]
    known = {_same(row.quote): row for row in _all(application)}
    wanted = {_same(each.quote) for each in found}
    _drop_unwanted(application, wanted)
    for place, each in enumerate(found):
        row = known.get(_same(each.quote))
        _keep(application, each, place, row)
    return list(_all(application).standing())


def _keep(
    application: Application, each: Found, place: int, row: Criterion | None
) -> None:
    kept = row or Criterion(
        person_id=application.person_id,
        application=application,
        kind=each.kind,
        must_have=each.must_have,
    )
    kept.quote, kept.start, kept.end, kept.place = (
        each.quote,
        each.start,
        each.end,
        place,
    )
    kept.skills = [
        {"source": s.source, "identifier": s.identifier, "label": s.label}
        for s in each.skills
    ]
    kept.save()


def _drop_unwanted(application: Application, wanted: set[str]) -> None:
    untouched = _all(application).filter(said="", matches=None).exclude(start=None)
    gone = [row.pk for row in untouched if _same(row.quote) not in wanted]
    Criterion.objects.filter(pk__in=gone).delete()


def _same(quote: str) -> str:
    return " ".join(quote.casefold().split())


def _all(application: Application) -> Any:
    return Criterion.objects.of(application.person_id).filter(application=application)


@transaction.atomic
def add_criterion(
    *, application: Application, words: str, must_have: bool = True
) -> Criterion:
    """Add something they look for that the advert does not say."""
    rows = _all(application)
    if rows.standing().count() >= MOST_CRITERIA:
        raise TooManyCriteriaError
    last = rows.aggregate(last=Max("place"))["last"]
    added = Criterion.objects.create(
        person_id=application.person_id,
        application=application,
        quote=words.strip(),
        kind=Kind.SKILL,
        must_have=must_have,
        place=0 if last is None else last + 1,
    )
    _record(added, _("Added a line they look for"), "preparation.added")
    return added


@transaction.atomic
def edit_criterion(*, criterion: Criterion, words: str, must_have: bool) -> Criterion:
    """Keep how the person would put it; the advert's own words stay beside."""
    said = "" if words.strip() == criterion.quote else words.strip()
    before = {"said": criterion.said, "must_have": criterion.must_have}
    if before == {"said": said, "must_have": must_have}:
        return criterion
    criterion.said, criterion.must_have = said, must_have
    criterion.save(update_fields=["said", "must_have"])
    _record(
        criterion, _("Changed a line they look for"), "preparation.edited", **before
    )
    return criterion


@transaction.atomic
def remove_criterion(*, criterion: Criterion) -> Criterion:
    """Take a line away; it can be had back with all that was laid to it."""
    criterion.removed_at = now()
    criterion.save(update_fields=["removed_at"])
    _record(criterion, _("Took a line away"), "preparation.removed")
    return criterion


def _record(criterion: Criterion, text: str, name: str, **arguments: Any) -> None:
    record_change(
        person=criterion.person,
        text=f"{text}: {criterion.words}",
        undoer=name,
        arguments={"criterion": criterion.pk, **arguments},
        of_what=criterion.application.key,
    )


def _mine(person: Person, pk: int) -> Criterion:
    found = Criterion.objects.of(person).filter(pk=pk).first()
    if found is None:
        raise CannotUndoError
    return found


@undoer("preparation.added")
def take_added_away(*, person: Person, criterion: int) -> None:
    """Take a line away that was added."""
    found = _mine(person, criterion)
    found.removed_at = now()
    found.save(update_fields=["removed_at"])


@undoer("preparation.edited")
def edit_back(*, person: Person, criterion: int, said: str, must_have: bool) -> None:
    """Let a line read as it did."""
    found = _mine(person, criterion)
    found.said, found.must_have = said, must_have
    found.save(update_fields=["said", "must_have"])


@undoer("preparation.removed")
def have_back(*, person: Person, criterion: int) -> None:
    """Have a line back that was taken away."""
    found = _mine(person, criterion)
    found.removed_at = None
    found.save(update_fields=["removed_at"])
