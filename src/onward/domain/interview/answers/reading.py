"""Reads an answer: the way in to everything in this package."""

from onward.domain.interview.answers.advice import to_keep
from onward.domain.interview.answers.bands import Found, all_alike, bands_for, within
from onward.domain.interview.answers.emptiness import is_empty
from onward.domain.interview.answers.finding import found_in
from onward.domain.interview.answers.gaps import gaps_in
from onward.domain.interview.answers.language import ENGLISH, language_of
from onward.domain.interview.answers.likeness import (
    contradictions_in,
    recited_in,
    told_before,
)
from onward.domain.interview.answers.question import question_kind
from onward.domain.interview.answers.review import (
    Around,
    Band,
    Gap,
    Own,
    PartName,
    Place,
    Point,
    Review,
)
from onward.domain.interview.answers.trying import for_nothing, for_unread, to_try
from onward.domain.interview.answers.weights import Weights

NOTHING_AROUND = Around()
_I = frozenset({"i", "i'd", "i've", "i'm", "i'll", "me", "my", "myself"})
_WE = frozenset({"we", "we'd", "we've", "we're", "us", "our", "ourselves"})


def review_answer(
    question: str,
    text: str,
    around: Around = NOTHING_AROUND,
    *,
    language: str = "",
    weights: Weights | None = None,
) -> Review:
    """Return what is made of an answer, typed or written down from speech.

    `language` is what the recogniser heard; where empty, it is guessed from the words.
    """
    spoken = language or language_of(text)
    if spoken != ENGLISH:
        attempt = for_unread()
        return _unread(question, spoken, around, attempt, band=Band.CANNOT_TELL)
    if is_empty(text):
        attempt = for_nothing(question_kind(question), text)
        return _unread(question, spoken, around, attempt, band=Band.EMERGING)
    return _read(question, found_in(question, text, around, weights), around)


def _unread(
    question: str, language: str, around: Around, attempt: Point, *, band: Band
) -> Review:
    kind, empty = question_kind(question), band is Band.EMERGING
    gap = ((Gap.EMPTY, attempt.place),) if empty else ()
    return Review(
        question_kind=kind,
        language=language,
        is_empty=empty,
        parts=(),
        bands=all_alike(kind, band, around.criteria),
        own=Own(0, 0),
        specifics=(),
        recited=(),
        contradictions=(),
        gaps=gap,
        keep=None,
        attempt=attempt,
    )


def _read(question: str, found: Found, around: Around) -> Review:
    bands = bands_for(found)
    by_side = {each.side: each.band for each in bands}
    recited = recited_in(found.text, (*around.earlier, *around.cards))
    against = contradictions_in(found.text, around.cards)
    gaps = gaps_in(found, bands, around)
    before = told_before(found.text, around.other_answers)
    if before:
        gaps = (*gaps, (Gap.USED_BEFORE, before[0]))
    used, source = (Gap.USED_BEFORE, before[1]) if before else (None, "")
    doubts = (against, recited, used, source)
    return Review(
        question_kind=found.kind,
        language=ENGLISH,
        is_empty=False,
        parts=found.parts,
        bands=bands,
        own=_own(found),
        specifics=found.specifics,
        recited=recited,
        contradictions=against,
        gaps=gaps,
        keep=to_keep(found, by_side),
        attempt=to_try(found, by_side, question, around, doubts),
    )


def _own(found: Found) -> Own:
    """Count "I" and "we" in the action part; in all of it where there is none."""
    acts = found.of(PartName.ACTION)
    pieces = within(found, acts) if acts else found.pieces
    words = [word for piece in pieces for word in piece.words]
    return Own(sum(w in _I for w in words), sum(w in _WE for w in words))


def quotes_of(review: Review) -> tuple[Place, ...]:
    """Return every place a review quotes, to be marked on the answer."""
    points = (point.place for point in (review.keep, review.attempt) if point)
    return tuple(place for place in points if place)
