"""Reads feedback into notes: which words make a point, and what kind of point.

This brings numpy; whoever wants to start quickly imports it where it is used.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from onward.domain.feedback.competencies import competency_of
from onward.domain.feedback.features import border_terms, terms_for
from onward.domain.feedback.frameworks import Framework, framework
from onward.domain.feedback.kinds import border_chance, chances_of, leaning
from onward.domain.feedback.note import Kind, Note
from onward.domain.feedback.order import follows, in_order
from onward.domain.feedback.saying import Sentence, sentences_of
from onward.domain.feedback.scores import Level, level_in
from onward.domain.feedback.specific import specific_of
from onward.domain.feedback.weights import KINDS, Floats, Weights, shipped_weights

Span = tuple[int, int]

_PARTS = 0.5
# In more words a mark is not all that is said.
_BARE = 9
_BY_LEVEL = {
    Level.HIGH: Kind.STRENGTH,
    Level.MIDDLE: Kind.UNCLEAR,
    Level.LOW: Kind.IMPROVEMENT,
}
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
    used = weights or shipped_weights()
    found = [
        stretch
        for sentence in sentences_of(text)
        for stretch in _parted(text, sentence, used)
    ]
    return _in_order(text, found, used) if found else found


def _in_order(text: str, found: list[Stretch], weights: Weights) -> list[Stretch]:
    """See each stretch in the light of those before and after."""
    places = [(each.start, each.end) for each in found]
    steps = [
        follows(text, before, place)
        for before, place in zip([None, *places], places, strict=False)
    ]
    rows = in_order(np.stack([each.chances for each in found]), steps, weights.order)
    return [replace(each, chances=row) for each, row in zip(found, rows, strict=True)]


def _parted(text: str, sentence: Sentence, weights: Weights) -> list[Stretch]:
    """Cut a sentence where another point begins, and see what each part is."""
    pieces = sentence.pieces
    chances = _chances(text, sentence, pieces, weights)
    spans = _spans(text, sentence, chances, weights)
    if len(spans) < len(pieces):
        chances = _chances(text, sentence, spans, weights)
    return [
        Stretch(sentence, start, end, found)
        for (start, end), found in zip(spans, chances, strict=True)
    ]


def _chances(
    text: str, sentence: Sentence, spans: Sequence[Span], weights: Weights
) -> Floats:
    rows = [terms_for(text, sentence, start, end) for start, end in spans]
    towards = [_towards(text, sentence, span) for span in spans]
    return leaning(chances_of(rows, weights), towards)


def _towards(text: str, sentence: Sentence, span: Span) -> Kind | None:
    """Return what a bare mark, or else the heading, says a stretch is."""
    said = text[span[0] : span[1]]
    level = level_in(said) if len(said.split()) <= _BARE else None
    return _BY_LEVEL[level] if level else sentence.under


def _spans(
    text: str, sentence: Sentence, chances: Floats, weights: Weights
) -> list[Span]:
    """Return the pieces of a sentence, joined where no border parts two points."""
    pieces = sentence.pieces
    spans = [pieces[0]]
    for place, border in enumerate(sentence.borders):
        (begins, _), (_, ends) = pieces[place], pieces[place + 1]
        terms = border_terms(text, sentence, border, begins, ends)
        chance = border_chance(terms, chances[place], chances[place + 1], weights)
        if chance >= _PARTS:
            spans.append(pieces[place + 1])
        else:
            spans[-1] = (spans[-1][0], ends)
    return spans


def _says_something(stretch: Stretch) -> bool:
    return int(stretch.chances.argmax()) < len(stretch.chances) - 1


def _note(text: str, stretch: Stretch, used: Framework) -> Note:
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
