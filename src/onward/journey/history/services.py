"""Keeping what was done, and taking it back."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils import timezone

from onward.journey.history.models import Change
from onward.journey.people.models import Person

Undoer = Callable[..., None]
_undoers: dict[str, Undoer] = {}


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
    undoer: str,
    arguments: dict[str, Any],
    of_what: str = "",
    is_automatic: bool = False,
) -> Change:
    """Keep in the history that something was done, in the act's own transaction."""
    return Change.objects.create(
        person=person,
        made_at=timezone.now(),
        text=text,
        undoer=undoer,
        arguments=arguments,
        of_what=of_what,
        is_automatic=is_automatic,
    )


@transaction.atomic
def undo_change(*, change: Change) -> Change:
    """Take a change back; a second time changes nothing."""
    found = Change.objects.select_for_update().get(pk=change.pk)
    if found.undone_at is None:
        _undoers[found.undoer](person=found.person, **found.arguments)
        found.undone_at = timezone.now()
        found.save(update_fields=["undone_at"])
    return found
