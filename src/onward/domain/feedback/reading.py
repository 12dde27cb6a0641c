"""Reads feedback into notes: which words make a point, and what kind of point.

This brings numpy; whoever wants to start quickly imports it where it is used.
"""

import re
from dataclasses import dataclass, replace

import numpy as np

from onward.domain.feedback.competencies import competency_of
from onward.domain.feedback.cutting import parts_of
from onward.domain.feedback.encoded import Encoded
from onward.domain.feedback.frameworks import Framework, framework
from onward.domain.feedback.note import Kind, Note
from onward.domain.feedback.order import follows, in_order
from onward.domain.feedback.saying import Sentence, sentences_of
from onward.domain.feedback.specific import specific_of
from onward.domain.feedback.weights import KINDS, Floats, Weights, shipped_weights

_LINK = re.compile(
    r"[\s,;:\u2013\u2014-]*(?:(?:but|and|so|then|plus|&|n)\b[\s,:]*)*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one sentence that belong together, with the chances of their kinds."""

    sentence: Sentence
    start: int
    end: int
    chances: Floats


def read(
    text: str,
    *,
    by: Framework | None = None,
    encoded: Encoded | None = None,
    weights: Weights | None = None,
) -> tuple[Note, ...]:
    """Return the points of a feedback text, in order; each is a quote of it.

    `by` is the framework whose competencies are named: Civil Service behaviours if
    nothing else is asked for. `encoded` is what the encoder made of the text; without
    it words decide alone, which is quicker and less often right.
    """
    used = by or framework()
    return tuple(
        _note(text, stretch, used, encoded)
        for stretch in stretches_of(text, encoded, weights)
        if _says_something(stretch)
    )


def stretches_of(
    text: str, encoded: Encoded | None = None, weights: Weights | None = None
) -> list[Stretch]:
    """Return all stretches of a text, those that say nothing too."""
    used = weights or shipped_weights()
    found = [
        Stretch(sentence, start, end, chances)
        for sentence in sentences_of(text)
        for (start, end), chances in parts_of(text, sentence, used, encoded)
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


def _says_something(stretch: Stretch) -> bool:
    return int(stretch.chances.argmax()) < len(stretch.chances) - 1


def _note(
    text: str, stretch: Stretch, used: Framework, encoded: Encoded | None
) -> Note:
    link = _LINK.match(text, stretch.start, stretch.end)
    start = link.end() if link and link.end() < stretch.end else stretch.start
    quote = text[start : stretch.end]
    kind = KINDS[int(stretch.chances.argmax())]
    said = None
    if encoded is not None and used is framework():  # those it was taught to name
        found = encoded.competencies_in(start, stretch.end)
        said = None if found is None else found.tolist()
    return Note(
        quote=quote,
        start=start,
        end=stretch.end,
        kind=kind,
        competency=_competency(kind, quote, stretch.sentence.topic, used, said),
        specific=specific_of(quote),
        confidence=round(float(stretch.chances.max()), 3),
    )


def _competency(
    kind: Kind, quote: str, topic: str, used: Framework, said: list[float] | None
) -> str:
    """Name a competency where one was shown or missing; a bare mark needs its name."""
    if kind in {Kind.STRENGTH, Kind.IMPROVEMENT}:
        return competency_of(quote, topic, used, said=said)
    if kind is Kind.UNCLEAR:
        return competency_of(quote, topic, used, by_name=True)
    return ""
