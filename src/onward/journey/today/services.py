"""Putting a step off, and having it back."""

from collections.abc import Sequence

from django.db import transaction

from onward.background import clock
from onward.domain.today.steps import Candidate, rests
from onward.journey.history.models import Change
from onward.journey.history.services import record_change, undoer
from onward.journey.people.models import Person
from onward.journey.today.models import NotNow


@transaction.atomic
def put_off(*, person: Person, candidate: Candidate, text: str) -> Change:
    """Let a step rest; `text` says so in the history, from where it can be had back."""
    today = clock.today(person)
    NotNow.objects.of(person).exclude(
        pk__in=NotNow.objects.of(person).resting(today)
    ).delete()
    found = rests(candidate, today)
    for key, until in found.items():
        NotNow.objects.update_or_create(
            person=person, key=key, defaults={"until": until}
        )
    return record_change(
        person=person,
        text=text,
        undoer="have_back",
        arguments={"keys": list(found)},
        of_what="today",
    )


@undoer("have_back")
def have_back(*, person: Person, keys: Sequence[str]) -> None:
    """Let what was put off be brought up again."""
    NotNow.objects.of(person).filter(key__in=keys).delete()
