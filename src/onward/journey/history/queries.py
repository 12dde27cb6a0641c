"""Questions about what was done."""

from datetime import datetime

from onward.journey.history.models import Change, ChangeQuerySet
from onward.journey.people.models import Person


def undoable(person: Person, since: datetime) -> Change | None:
    """Return the last thing the person did since a moment, if it can be taken back."""
    mine = Change.objects.of(person).filter(is_automatic=False, made_at__gte=since)
    last = mine.order_by("-made_at", "-pk").first()
    return last if last and last.can_be_undone else None


def done(person: Person) -> ChangeQuerySet:
    """Return all that was done, the latest first."""
    return Change.objects.of(person).order_by("-made_at", "-pk")
