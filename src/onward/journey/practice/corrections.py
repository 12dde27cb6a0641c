"""What the person says of the marks on their words; it holds for ever."""

import re
from dataclasses import asdict, dataclass
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from onward.background import clock
from onward.domain.errors import OnwardError
from onward.domain.practice.learned import Marked
from onward.journey.history.services import CannotUndoError, record_change, undoer
from onward.journey.people.models import Person
from onward.journey.practice.models import Correction, Take
from onward.journey.practice.words import words_of


class WordsNotFoundError(OnwardError):
    """These words do not stand in the answer. Copy them as they are there."""


@dataclass(frozen=True, slots=True)
class Place:
    """What a correction is about: the sort of mark, what it says, and where it is."""

    marked: Marked
    name: str
    start: float
    end: float
    was_sure: bool = True


@transaction.atomic
def take_mark_off(*, take: Take, place: Place) -> Correction | None:
    """Say that a mark is not so; one the person added themselves is just gone."""
    own = _at(take, place).filter(is_added=True)
    _told(take, place, _("Took a mark off: %(mark)s"), comes_back=True)
    if own.exists():
        own.delete()
        return None
    return _keep(take, place, is_added=False)


@transaction.atomic
def add_mark(*, take: Take, place: Place) -> Correction | None:
    """Say that there is a mark; one that was taken off is there again."""
    off = _at(take, place).filter(is_added=False)
    _told(take, place, _("Marked: %(mark)s"), comes_back=False)
    if off.exists():
        off.delete()
        return None
    return _keep(take, place, is_added=True)


def _told(take: Take, place: Place, text: str, *, comes_back: bool) -> None:
    """Put it into the history, with the way back."""
    record_change(
        person=take.person,
        text=text % {"mark": place.name or _("a long pause")},
        undoer="practice.mark",
        arguments={**asdict(place), "take": take.pk, "comes_back": comes_back},
        of_what=f"take:{take.key}",
    )


@undoer("practice.mark")
def take_back(*, person: Person, take: int, comes_back: bool, **place: Any) -> None:
    """Put a mark back that was taken off, or take one off that was put there."""
    found = Take.objects.of(person).filter(pk=take).first()
    if found is None:
        raise CannotUndoError
    about = Place(Marked(place.pop("marked")), **place)
    rows = _at(found, about)
    if rows.exists():
        rows.delete()
    else:
        _keep(found, about, is_added=comes_back)


def mark_words(*, take: Take, words: str, is_what: str) -> Correction | None:
    """Mark words of an answer as a part of the story or as a filler.

    Raises WordsNotFoundError where they do not stand in it.
    """
    told = words_of(take)
    found = _found(told.text, words)
    if is_what != Marked.FILLER:
        place = Place(Marked.PART, is_what, found.start(), found.end())
        return add_mark(take=take, place=place)
    start, end = told.written.seconds(found.start(), found.end())
    if end <= start:
        raise WordsNotFoundError
    return add_mark(take=take, place=Place(Marked.FILLER, found[0], start, end))


def _found(text: str, words: str) -> re.Match[str]:
    """Find words in a text; small and capital letters and blanks do not matter."""
    pattern = r"\W+".join(re.escape(one) for one in re.findall(r"\w+", words))
    found = re.search(pattern, text, re.IGNORECASE) if pattern else None
    if found is None:
        raise WordsNotFoundError
    return found


def _at(take: Take, place: Place) -> QuerySet[Correction]:
    return Correction.objects.of(take.person_id).filter(
        take=take, marked=place.marked, name=place.name, start=place.start
    )


def _keep(take: Take, place: Place, *, is_added: bool) -> Correction:
    kept, _made = Correction.objects.update_or_create(
        person_id=take.person_id,
        take=take,
        marked=place.marked,
        name=place.name,
        start=place.start,
        defaults={
            "end": place.end,
            "is_added": is_added,
            "was_sure": place.was_sure,
            "made_at": clock.now(),
        },
    )
    return kept
