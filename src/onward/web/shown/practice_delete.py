"""What goes when a take is deleted, before it does."""

from dataclasses import dataclass

from django.urls import reverse

from onward.journey.practice.models import Take
from onward.journey.practice.sound import has_sound
from onward.journey.practice.words import question_of
from onward.web.shown.practice_words import take_name


@dataclass(frozen=True, slots=True)
class Goodbye:
    """A take that may be deleted, whole or only its sound."""

    name: str
    question: str
    has_sound: bool
    has_words: bool
    url: str
    back_url: str


def goodbye_to(take: Take) -> Goodbye:
    """Return what there is to delete of a take."""
    back = reverse("take", args=[take.key]) if take.ended_at else reverse("practice")
    return Goodbye(
        take_name(take.number),
        question_of(take),
        has_sound(take),
        bool(take.words),
        reverse("take-delete", args=[take.key]),
        back,
    )
