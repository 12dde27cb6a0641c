"""Keeping what was done, and taking it back."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils import timezone

from onward.background import clock
from onward.domain.errors import OnwardError
from onward.journey.history.models import Change
from onward.journey.people.models import Person

TEXT_LENGTH = 300
Undoer = Callable[..., None]
_undoers: dict[str, Undoer] = {}


class CannotUndoError(OnwardError):
    """Too much has changed since. This cannot be taken back by itself any more."""


def undoer(name: str) -> Callable[[Undoer], Undoer]:
    """Register what takes a kind of change back; its arguments are those recorded."""

    def register(function: Undoer) -> Undoer:
        _undoers[name] = function
        return function

    return register


def record_change(
    *,
    person: Person,
    text: str,
    undoer: str = "",
    arguments: dict[str, Any] | None = None,
    of_what: str = "",
    is_automatic: bool = False,
) -> Change:
    """Keep in the history that something was done, in the act's own transaction."""
    return Change.objects.create(
        person=person,
        made_at=clock.really_now(),
        text=text[:TEXT_LENGTH],
        undoer=undoer,
        arguments=arguments or {},
        of_what=of_what,
        is_automatic=is_automatic,
    )


@transaction.atomic
def undo_change(*, change: Change) -> Change:
    """Take a change back; a second time changes nothing.

    Raises what the person can be told when there is no way back.
    """
    found = Change.objects.select_for_update().get(pk=change.pk)
    if found.undone_at is None:
        if found.undoer not in _undoers:
            raise CannotUndoError
        _undoers[found.undoer](person=found.person, **found.arguments)
        found.undone_at = timezone.now()
        found.save(update_fields=["undone_at"])
    return found
