"""What is locked, opened for the person who takes it along.

A row that another key has locked goes along without its words.
"""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import partial
from typing import Any

from onward.journey.custody.taking_out.anger import Row
from onward.journey.custody.taking_out.tables import Table
from onward.journey.nerves.models import LetterToSelf
from onward.journey.people.models import Person
from onward.journey.people.sealing import SealedAwayError, unseal
from onward.journey.practice.models import Opinion, Take
from onward.journey.practice.sharing import view_of
from onward.journey.practice.words import question_of, words_of
from onward.journey.preparation.models import Preparation
from onward.journey.reflection.models import Reflection
from onward.journey.reflection.reading import account_of

_ID: Row = {"type": "integer"}
_NUMBER: Row = {"type": ["integer", "null"]}
_WORDS: Row = {"type": ["string", "null"]}
_THING: Row = {"type": ["object", "null"]}
_MOMENT: Row = {"type": ["string", "null"], "format": "date-time"}


def reflections_of(person: Person, *, every: bool) -> Iterator[Row]:
    """Yield what the person wrote of interviews; else only what goes along anyway."""
    mine = Reflection.objects.of(person).select_related("person", "application")
    found = mine if every else mine.filter(goes_along=True)
    for row in found.order_by("pk").iterator():
        told = _opened(partial(_account, row)) or {}
        yield {
            "id": row.pk,
            "application_id": row.application_id,
            "interview_id": row.round_id,
            "held_at": row.held_at,
            "begun_at": row.begun_at,
            "facts_at": row.facts_at,
            "guess_at": row.guess_at,
            "meaning_at": row.meaning_at,
            **{name: told.get(name) for name in _REFLECTED},
        }


_REFLECTED = ("facts", "guess", "meaning", "long_form")


def _account(row: Reflection) -> Row:
    account = account_of(row)
    return {
        "facts": account.facts.plain,
        "guess": account.guess,
        "meaning": account.meaning.plain,
        "long_form": account.long_form,
    }


def _letters_to_self(person: Person) -> Iterator[Row]:
    mine = LetterToSelf.objects.of(person).order_by("pk")
    for row in mine.iterator():
        yield {
            "id": row.pk,
            "application_id": row.application_id,
            "written_at": row.written_at,
            "text": _opened(partial(_text, person, bytes(row.sealed))),
        }


def _reasons(person: Person) -> Iterator[Row]:
    mine = Preparation.objects.of(person).exclude(why_sealed=b"").order_by("pk")
    for row in mine.iterator():
        yield {
            "id": row.pk,
            "application_id": row.application_id,
            "text": _opened(partial(_text, person, bytes(row.why_sealed))),
        }


def _answers(person: Person) -> Iterator[Row]:
    mine = Take.objects.of(person).select_related("person", "asked").order_by("pk")
    for take in mine.iterator():
        yield {
            "id": take.pk,
            "question_id": take.asked_id,
            "follows_id": take.follows_id,
            "number": take.number,
            "way": take.way,
            "begun_at": take.begun_at,
            "ended_at": take.ended_at,
            "confidence": take.confidence,
            "facts": take.facts,
            "question": _opened(partial(question_of, take)),
            "text": _opened(partial(_said, take)),
        }


def _opinions(person: Person) -> Iterator[Row]:
    mine = Opinion.objects.of(person).select_related("person").order_by("pk")
    for row in mine.iterator():
        told = _opened(partial(_view, row)) or {}
        yield {
            "id": row.pk,
            "answer_id": row.take_id,
            "came_at": row.came_at,
            "by": told.get("by"),
            "keep": told.get("keep"),
            "try": told.get("attempt"),
            "clear": told.get("clear"),
            "more": told.get("more"),
        }


def _said(take: Take) -> str:
    return words_of(take).text


def _view(opinion: Opinion) -> Row:
    return asdict(view_of(opinion))


def _text(person: Person, sealed: bytes) -> str:
    return unseal(person, sealed).decode()


def _opened(opening: Callable[[], Any]) -> Any:
    try:
        return opening()
    except SealedAwayError:
        return None


_MOMENTS = {
    f"{name}_at": _MOMENT for name in ("held", "begun", "facts", "guess", "meaning")
}
REFLECTIONS = Table(
    "private/reflections.json",
    "What you wrote when you looked back on an interview.",
    {"id": _ID, "application_id": _ID, "interview_id": _ID, **_MOMENTS}
    | {"facts": _THING, "guess": _NUMBER, "meaning": _THING, "long_form": _THING},
    partial(reflections_of, every=True),
)
TICKED_REFLECTIONS = Table(
    REFLECTIONS.name,
    REFLECTIONS.said,
    REFLECTIONS.fields,
    partial(reflections_of, every=False),
)
LETTERS_TO_SELF = Table(
    "private/letters-to-yourself.json",
    "Your letters to yourself for the morning of an interview.",
    {"id": _ID, "application_id": _NUMBER, "written_at": _MOMENT, "text": _WORDS},
    _letters_to_self,
)
REASONS = Table(
    "private/why-you-need-it.json",
    "Why you need what you asked for in an interview, where you said so.",
    {"id": _ID, "application_id": _ID, "text": _WORDS},
    _reasons,
)
ANSWERS = Table(
    "practice-answers.json",
    "Your practised answers in words, and what was measured of them.",
    {"id": _ID, "question_id": _ID, "follows_id": _NUMBER, "number": _ID}
    | {"way": _WORDS, "begun_at": _MOMENT, "ended_at": _MOMENT, "confidence": _NUMBER}
    | {"facts": _THING, "question": _WORDS, "text": _WORDS},
    _answers,
)
OPINIONS = Table(
    "practice-opinions.json",
    "What others said of a practised answer you shared with them.",
    {"id": _ID, "answer_id": _ID, "came_at": _MOMENT}
    | dict.fromkeys(("by", "keep", "try", "clear", "more"), _WORDS),
    _opinions,
)
