"""Deleting a reflection: with a way back, or for good."""

from base64 import b64decode, b64encode
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from onward.background.shredding import shred_what_goes
from onward.journey.applications.keeping import ApplicationGoing
from onward.journey.applications.models import Round
from onward.journey.history.models import Change
from onward.journey.history.services import CannotUndoError, record_change, undoer
from onward.journey.people.events import KeyLost
from onward.journey.people.models import Person
from onward.journey.reflection.finding import forget_words
from onward.journey.reflection.models import Reflection

_UNDOER = "reflection.deleted"
_LOCKED = ("facts", "guess", "meaning", "long_form")
_MOMENTS = ("held_at", "begun_at", "facts_at", "guess_at", "meaning_at")


@transaction.atomic
def delete_reflection(*, reflection: Reflection, for_good: bool = False) -> None:
    """Delete what was written of an interview.

    Unless it is for good it can be had back from the history, which holds it as locked
    as it was.
    """
    arguments = {} if for_good else _kept(reflection)
    shred_what_goes()
    if reflection.is_findable:
        forget_words(reflection)
    record_change(
        person=reflection.person,
        text=_("Deleted what you wrote about an interview."),
        undoer="" if for_good else _UNDOER,
        arguments=arguments,
        of_what=reflection.application.key,
    )
    if for_good:
        _forget_ways_back(reflection)
    Round.objects.filter(pk=reflection.round_id).update(is_written_of=False)
    reflection.delete()


@undoer(_UNDOER)
def bring_back(*, person: Person, round_id: int, **kept: Any) -> None:
    """Bring a reflection back as it was; one begun anew meanwhile stays."""
    about = Round.objects.of(person).filter(pk=round_id).first()
    if about is None or Reflection.objects.filter(round=about).exists():
        raise CannotUndoError
    values: dict[str, Any] = {name: b64decode(kept[name]) for name in _LOCKED}
    values |= {name: _moment(kept[name]) for name in _MOMENTS}
    Reflection.objects.create(
        person=person,
        application_id=about.application_id,
        round=about,
        passes=kept["passes"],
        **values,
    )
    Round.objects.filter(pk=about.pk).update(is_written_of=True)


def _kept(row: Reflection) -> dict[str, Any]:
    kept = {name: b64encode(getattr(row, name)).decode() for name in _LOCKED}
    moments = {name: getattr(row, name) for name in _MOMENTS}
    told = {name: at.isoformat() if at else "" for name, at in moments.items()}
    return {"round_id": row.round_id, "passes": row.passes, **kept, **told}


def _moment(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _forget_ways_back(row: Reflection) -> None:
    """Drop what the history still holds of an earlier deletion of the same one."""
    mine = Change.objects.of(row.person).filter(undoer=_UNDOER)
    mine.filter(arguments__round_id=row.round_id).delete()


def drop_what_nobody_opens(lost: KeyLost) -> None:
    """Drop the reflections of somebody whose key is lost."""
    shred_what_goes()
    mine = Reflection.objects.of(lost.person)
    for row in mine.filter(is_findable=True):
        forget_words(row)
    Change.objects.of(lost.person).filter(undoer=_UNDOER).delete()
    Round.objects.of(lost.person).filter(reflection__isnull=False).update(
        is_written_of=False
    )
    mine.delete()


def forget_findable_words(going: ApplicationGoing) -> None:
    """Let the search find nothing of reflections that go with their application."""
    ids = [application.pk for application in going.applications]
    for row in Reflection.objects.filter(application__in=ids, is_findable=True):
        forget_words(row)
