"""How well an answer fits the question, and the role's criteria."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onward.domain.interview.answers.pieces import Piece
from onward.domain.interview.answers.plain import stem
from onward.domain.interview.answers.question import (
    Topic,
    content_stems,
    question_kind,
    topics_in,
)
from onward.domain.interview.answers.review import Band, QuestionKind
from onward.domain.interview.answers.signs import signs_in

_A_CRITERION = 0.34
_LONG, _OF_LONG = 60, 2
_WHOLE_WORD = 4  # shorter beginnings must be the word, in any of its forms
_FITS_HERE = re.compile(r"\b(?:your|you|yours)\b")
_STRONG_DETAILS = 3
_STRONG_STEPS = 3
_ABOUT_ONESELF = (QuestionKind.MOTIVE, QuestionKind.SELF)


@dataclass(frozen=True, slots=True)
class Fit:
    """How well it fits, and the piece that shows it best."""

    band: Band
    piece: Piece | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What an answer shows that relevance rests on: own steps, details, its words."""

    pieces: tuple[Piece, ...]
    steps: int
    details: int

    @property
    def would(self) -> bool:
        """Whether anything is said of what the person would do."""
        return any("i_would" in signs_in(piece.words) for piece in self.pieces)

    @property
    def said(self) -> str:
        """The plain words in a row."""
        return " ".join(word for piece in self.pieces for word in piece.words)


def fit_to_question(question: str, shown: Shown, tests: Sequence[str] = ()) -> Fit:
    """Return whether the question was answered, by what its topic shows."""
    if not question.strip() or not shown.pieces:
        return Fit(Band.CANNOT_TELL)
    topics, wanted = topics_in(question), content_stems([question, *tests])
    signs = [_signs(piece, topics, wanted) for piece in shown.pieces]
    most = max(range(len(signs)), key=lambda number: len(signs[number]))
    kind = question_kind(question)
    count = len(frozenset().union(*signs))
    band = _band(kind, shown, count, has_topic=bool(topics))
    return Fit(band, shown.pieces[most] if count else None)


def _band(kind: QuestionKind, shown: Shown, count: int, *, has_topic: bool) -> Band:
    if kind in _ABOUT_ONESELF:
        return _about_oneself(kind, shown, count)
    if kind is QuestionKind.WHAT_IF:
        answered = shown.steps > 0 or (count > 0 and shown.would)
    else:
        enough = _OF_LONG if len(shown.said.split()) > _LONG else 1
        answered = count >= enough
    if not answered:
        return Band.EMERGING if has_topic else Band.CANNOT_TELL
    acts = kind in (QuestionKind.STORY, QuestionKind.WHAT_IF)
    return Band.STRONG if acts and shown.steps >= _STRONG_STEPS else Band.CLEAR


def _about_oneself(kind: QuestionKind, shown: Shown, count: int) -> Band:
    fits_here = bool(_FITS_HERE.search(shown.said))
    if count == 0:
        return Band.EMERGING
    if kind is QuestionKind.MOTIVE and not shown.details and not fits_here:
        return Band.EMERGING
    is_strong = fits_here and shown.details >= _STRONG_DETAILS
    return Band.STRONG if is_strong else Band.CLEAR


def _signs(
    piece: Piece, topics: Sequence[Topic], wanted: frozenset[str]
) -> frozenset[str]:
    """Return what a piece shows of the topics, and of the question's own words."""
    said = " ".join(piece.words)
    found = {
        begin
        for topic in topics
        for begin in topic.shows
        for word in piece.words
        if _begins(word, begin)
    }
    in_trouble = "trouble" in signs_in(piece.words)
    found |= {
        topic.name
        for topic in topics
        if topic.said.search(said) or (topic.by_trouble and in_trouble)
    }
    return frozenset(found | (content_stems([said]) & wanted))


def _begins(word: str, begin: str) -> bool:
    if len(begin) > _WHOLE_WORD:
        return word.startswith(begin)
    return stem(word) in (begin, stem(begin))


def fit_to_criteria(criteria: Sequence[str], pieces: Sequence[Piece]) -> Fit:
    """Return whether the answer speaks to what the advert asks for."""
    asked = [stems for one in criteria if (stems := content_stems([one]))]
    if not asked:
        return Fit(Band.NOT_ASKED)
    said = content_stems([" ".join(piece.words) for piece in pieces])
    met = [one for one in asked if len(one & said) >= _A_CRITERION * len(one)]
    if not met:
        return Fit(Band.EMERGING)
    words = frozenset().union(*met)
    best = max(pieces, key=lambda piece: len(words & set(map(stem, piece.words))))
    return Fit(Band.STRONG if len(met) > 1 else Band.CLEAR, best)
