"""Reads feedback into notes: which words make a point, and what kind of point."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onward.domain.feedback.competencies import competency_of
from onward.domain.feedback.features import border_terms, terms_for
from onward.domain.feedback.frameworks import Framework, framework
from onward.domain.feedback.note import Kind, Note
from onward.domain.feedback.saying import Sentence, sentences_of
from onward.domain.feedback.specific import specific_of

if TYPE_CHECKING:
    from onward.domain.feedback.weights import Floats, Weights

_PARTS = 0.5
_BARE_WORDS = 2
_LINK = re.compile(
    r"[\s,;:\u2013\u2014-]*(?:(?:but|and|so|then|plus|&|n)\b[\s,]*)*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one sentence that belong together, with the chances of their kinds."""

    sentence: Sentence
    start: int
    end: int
    chances: Floats


def read(
    text: str, *, by: Framework | None = None, weights: Weights | None = None
) -> tuple[Note, ...]:
    """Return the points of a feedback text, in order; each is a quote of it.

    `by` is the framework whose competencies are named: Civil Service behaviours if
    nothing else is asked for.
    """
    used = by or framework()
    return tuple(
        _note(text, stretch, used)
        for stretch in stretches_of(text, weights)
        if _says_something(stretch)
    )


def stretches_of(text: str, weights: Weights | None = None) -> list[Stretch]:
    """Return all stretches of a text, those that say nothing too."""
    from onward.domain.feedback.weights import shipped_weights  # noqa: PLC0415 - numpy

    used = weights or shipped_weights()
    return [
        stretch
        for sentence in sentences_of(text)
        for stretch in _parted(text, sentence, used)
    ]


def _parted(text: str, sentence: Sentence, weights: Weights) -> list[Stretch]:
    """Cut a sentence where another point begins, and see what each part is."""
    from onward.domain.feedback.kinds import (  # noqa: PLC0415 - brings numpy
        border_chance,
        chances_of,
    )

    pieces = sentence.pieces
    rows = [terms_for(text, sentence, start, end) for start, end in pieces]
    chances = chances_of(rows, weights)
    spans = [pieces[0]]
    for place, border in enumerate(sentence.borders):
        (begins, _), (_, ends) = pieces[place], pieces[place + 1]
        terms = border_terms(text, sentence, border, begins, ends)
        chance = border_chance(terms, chances[place], chances[place + 1], weights)
        if chance >= _PARTS:
            spans.append(pieces[place + 1])
        else:
            spans[-1] = (spans[-1][0], ends)
    if len(spans) < len(pieces):
        rows = [terms_for(text, sentence, start, end) for start, end in spans]
        chances = chances_of(rows, weights)
    return [
        Stretch(sentence, start, end, found)
        for (start, end), found in zip(spans, chances, strict=True)
    ]


def _says_something(stretch: Stretch) -> bool:
    return int(stretch.chances.argmax()) < len(stretch.chances) - 1


def _note(text: str, stretch: Stretch, used: Framework) -> Note:
    from onward.domain.feedback.weights import KINDS  # noqa: PLC0415 - brings numpy

    link = _LINK.match(text, stretch.start, stretch.end)
    start = link.end() if link and link.end() < stretch.end else stretch.start
    quote = text[start : stretch.end]
    kind = KINDS[int(stretch.chances.argmax())]
    return Note(
        quote=quote,
        start=start,
        end=stretch.end,
        kind=kind,
        competency=_competency(kind, quote, stretch.sentence.topic, used),
        specific=specific_of(quote),
        confidence=round(float(stretch.chances.max()), 3),
    )


def _competency(kind: Kind, quote: str, topic: str, used: Framework) -> str:
    """Name a competency where one was shown or missing; a bare mark needs its name."""
    if kind in {Kind.STRENGTH, Kind.IMPROVEMENT}:
        return competency_of(quote, topic, used)
    if kind is Kind.UNCLEAR:
        return competency_of(quote, topic, used, by_name=True)
    return ""
