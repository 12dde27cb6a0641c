"""What a person's corrections teach for their next takes, and how that is let go."""

from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext as _

from onward.domain.practice.learned import (
    Correction,
    Learned,
    Lesson,
    Marked,
    Teaches,
    learned,
    lessons,
)
from onward.journey.history.services import record_change, undoer
from onward.journey.people.models import Person
from onward.journey.practice.models import Correction as Row
from onward.journey.practice.models import Studio


def lessons_of(person: Person) -> tuple[Lesson, ...]:
    """Return what holds for a person's next takes, and where it comes from."""
    return lessons(_told(person))


def learned_from(person: Person) -> Learned:
    """Return how this person's takes are marked, from all they ever said."""
    found = learned(_told(person))
    studio = Studio.objects.of(person).first()
    own = {word.casefold() for word in studio.fillers} if studio else set()
    return replace(
        found, fillers=found.fillers | own, no_fillers=found.no_fillers - own
    )


def _told(person: Person) -> list[Correction]:
    rows = Row.objects.of(person).filter(teaches=True).order_by("made_at", "pk")
    return [
        Correction(
            Marked(row.marked),
            row.is_added,
            row.name,
            row.end - row.start,
            row.was_sure,
            row.pk,
        )
        for row in rows
    ]


@transaction.atomic
def forget_lesson(*, person: Person, teaches: Teaches, text: str = "") -> Lesson | None:
    """Let a lesson go; what was corrected stays so on its own take.

    None where it was forgotten before.
    """
    for one in lessons_of(person):
        if (one.teaches, one.text) == (teaches, text):
            keys = [each.key for each in one.corrections]
            Row.objects.of(person).filter(pk__in=keys).update(teaches=False)
            record_change(
                person=person,
                text=_("Forgot what you had taught for your next takes."),
                undoer="practice.lesson",
                arguments={"corrections": keys},
            )
            return one
    return None


@undoer("practice.lesson")
def teach_again(*, person: Person, corrections: list[int]) -> None:
    """Let corrections hold for the next takes again."""
    Row.objects.of(person).filter(pk__in=corrections).update(teaches=True)
