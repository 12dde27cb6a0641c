"""Keeping words that were written for nobody out of drafts that go along."""

from collections.abc import Iterable, Iterator
from typing import Any

from onward.domain.letters.likeness import holds_angry_words
from onward.journey.feedback.models import AngryVersion
from onward.journey.outcome.models import PrivatePage
from onward.journey.people.models import Person

Row = dict[str, Any]


def without_anger(
    person: Person, rows: Iterable[Row], drafts: tuple[str, ...]
) -> Iterator[Row]:
    """Yield rows; a draft that holds words of an angry version is left empty."""
    versions = [
        *AngryVersion.objects.of(person).values_list("text", flat=True),
        *PrivatePage.objects.of(person).values_list("text", flat=True),
    ]
    for row in rows:
        words = "\n".join(str(row[name]) for name in drafts)
        empty = dict.fromkeys(drafts, "")
        yield row | empty if holds_angry_words(words, versions) else row
