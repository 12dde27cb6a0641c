"""Finds who will sit in an interview, and the words that say so."""

from collections.abc import Sequence

from onward.domain.mail.details.closely.reading import CloseReading
from onward.domain.mail.details.people.listed import Around
from onward.domain.mail.details.people.named import Named
from onward.domain.mail.details.people.panel import MOST_NAMES, Panel, panel_by_rules
from onward.domain.mail.details.people.present import writer_too
from onward.domain.mail.details.people.there import (
    TAUGHT,
    is_writer,
    people_there,
    writer_read_alone,
)
from onward.domain.mail.language import language_of
from onward.domain.mail.meaning.words import Sentence
from onward.domain.mail.verdict import Passage


def panel_in(
    text: str,
    sentences: Sequence[Sentence],
    around: Around,
    read: CloseReading | None = None,
) -> Panel:
    """Return who sits in the interview a message invites to, as far as it tells.

    `read` is what a close reading made of it, if there was one. French goes by the
    rules alone.
    """
    ruled = panel_by_rules(text, sentences, around)
    if language_of(text) not in TAUGHT:
        return ruled
    people = people_there(text, ruled.names, around, read)
    names = [*_writer_in(text, ruled, people, around), *(one.name for one in people)]
    if not names and read:
        people = writer_read_alone(text, around, read)
        names = [one.name for one in people]
    if not names:
        return Panel()
    said = _said_of(text, sentences, people, ruled)
    return Panel(tuple(names[:MOST_NAMES]), said)


def _writer_in(
    text: str, ruled: Panel, people: Sequence[Named], around: Around
) -> list[str]:
    """Return who writes, where the rules say so, or "I'll be there" beside others."""
    told = [name for name in ruled.names if is_writer(name, around)]
    return told or [name for name in writer_too(text, around) if people]


def _said_of(
    text: str, sentences: Sequence[Sentence], people: Sequence[Named], ruled: Panel
) -> Passage | None:
    """Return the words of the rules that name somebody, or a sentence that does."""
    if ruled.said and (not people or any(_is_in(one, ruled.said) for one in people)):
        return ruled.said
    first = next((one.places[0] for one in people if one.places), None)
    if first is None:
        return ruled.said
    # "Dr. Ida Stone" below a letter may be two sentences, and is quoted as it stands.
    within = (
        one for one in sentences if one.start <= first.start and first.end <= one.end
    )
    start, end = next(
        ((one.start, one.end) for one in within), (first.start, first.end)
    )
    return Passage(text[start:end], start, end)


def _is_in(person: Named, said: Passage) -> bool:
    return any(said.start <= place.start < said.end for place in person.places)
