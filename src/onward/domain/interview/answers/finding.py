"""Finds all that bands and advice rest on, in one answer."""

from onward.domain.interview.answers.bands import Found, steps_of
from onward.domain.interview.answers.parts import intended, parts_of
from onward.domain.interview.answers.pieces import Piece, pieces_of
from onward.domain.interview.answers.question import question_kind, weighs_learning
from onward.domain.interview.answers.relevance import (
    Shown,
    fit_to_criteria,
    fit_to_question,
)
from onward.domain.interview.answers.review import (
    Around,
    Part,
    PartName,
    QuestionKind,
)
from onward.domain.interview.answers.specifics import specifics_in
from onward.domain.interview.answers.weights import Weights

_TELLS_A_STORY = (QuestionKind.STORY, QuestionKind.OTHER)


def found_in(
    question: str, text: str, around: Around, weights: Weights | None = None
) -> Found:
    """Return everything that was found in an answer."""
    kind, pieces, details = question_kind(question), pieces_of(text), specifics_in(text)
    parts = _parts(kind, text, pieces, weights)
    acts = [part for part in parts if part.part is PartName.ACTION]
    shown = Shown(pieces, steps_of(text, pieces, acts), len(details))
    return Found(
        text=text,
        kind=kind,
        pieces=pieces,
        parts=parts,
        specifics=details,
        relevance=fit_to_question(question, shown, around.tests),
        criteria=fit_to_criteria(around.criteria, pieces),
        weighs_learning=weighs_learning(question),
    )


def _parts(
    kind: QuestionKind, text: str, pieces: tuple[Piece, ...], weights: Weights | None
) -> tuple[Part, ...]:
    if kind in _TELLS_A_STORY:
        return parts_of(text, pieces, weights)
    return intended(text, pieces) if kind is QuestionKind.WHAT_IF else ()
