"""The one thing to try next, worded for the person, with a quote of theirs."""

from collections.abc import Callable, Iterator, Sequence

from onward.domain.interview.answers import gaps
from onward.domain.interview.answers.advice import (
    Bands,
    shortened,
    worded,
    wordings,
)
from onward.domain.interview.answers.bands import Found
from onward.domain.interview.answers.question import content_stems
from onward.domain.interview.answers.review import (
    Around,
    Band,
    Contradiction,
    Gap,
    PartName,
    Place,
    Point,
    QuestionKind,
    Recited,
    Side,
)

_SHORT_ANSWER = 10  # words, up to which an empty answer is quoted whole
_HALF_MINUTE = 30
# So few words cannot be told to miss the question; they want a place and an end.
_TOO_FEW_TO_TELL = 14


def for_nothing(kind: QuestionKind, text: str) -> Point:
    """Return what to try when there is no answer yet, with no praise in it."""
    said = wordings()["try"]
    name = f"empty_{kind.value}" if f"empty_{kind.value}" in said else "empty_other"
    quote = text.strip()
    place = None
    if quote and len(quote.split()) <= _SHORT_ANSWER:
        start = text.index(quote)
        place = Place(quote, start, start + len(quote))
    first = worded("try", "empty_quote" if place else "empty", place)
    return Point(f"{first.said} {worded('try', name, None).said}", place)


def for_unread() -> Point:
    """Return what is said of an answer in a language that is not read."""
    return worded("try", "unread", None)


def to_try(
    found: Found,
    bands: Bands,
    question: str,
    around: Around,
    doubts: tuple[Sequence[Contradiction], Sequence[Recited], Gap | None, str],
) -> Point:
    """Return the one thing that would help most; there is always one."""
    steps: tuple[Callable[[], Iterator[Point]], ...] = (
        lambda: _contradicted(doubts[0]),
        lambda: _off(found, bands, question),
        lambda: _missing(found, bands),
        lambda: _too_long(found, around),
        lambda: _doubled(found, doubts[1], doubts[2], doubts[3]),
        lambda: _unlearned(found, bands),
        lambda: _thin(found, bands),
        lambda: _for_advert(found, bands, around),
    )
    for step in steps:
        for point in step():
            return point
    return worded("try", "nothing", _first(found))


def _contradicted(found: Sequence[Contradiction]) -> Iterator[Point]:
    for one in found:
        yield worded(
            "try", "contradiction", one.place, source=one.card, card=one.card_says
        )


def _off(found: Found, bands: Bands, question: str) -> Iterator[Point]:
    says_nothing_of_it = bands[Side.RELEVANCE] is Band.EMERGING
    if not says_nothing_of_it or found.kind is QuestionKind.WHAT_IF:
        return
    if found.of(PartName.ACTION) and len(found.text.split()) < _TOO_FEW_TO_TELL:
        yield worded("try", "middle", _first(found))
        return
    if found.kind is QuestionKind.MOTIVE:
        yield worded("try", "any_employer", _first(found))
    else:
        yield worded(
            "try", "off_question", _first(found), question=question.strip(" .")
        )


def _missing(found: Found, bands: Bands) -> Iterator[Point]:
    """Yield what is not there at all."""
    if gaps.is_vague(found, bands):
        ending = {
            QuestionKind.SELF: "vague_self",
            QuestionKind.MOTIVE: "vague_self",
            QuestionKind.WHAT_IF: "vague_what_if",
        }
        yield worded("try", ending.get(found.kind, "vague"), _cut(gaps.hollow(found)))
    if bands[Side.ACTION] is Band.EMERGING:
        place = _cut(gaps.by_others(found))
        says_we = place is not None and "we" in place.quote.lower().split()
        yield worded("try", "no_own_action_we" if says_we else "no_own_action", place)
    if bands[Side.RESULT] is Band.EMERGING:
        yield worded("try", "no_result", _cut(gaps.last_step(found)))


def _too_long(found: Found, around: Around) -> Iterator[Point]:
    if not gaps.is_too_long(found, around):
        return
    if gaps.is_slow_to_start(found) and found.of(PartName.ACTION):
        acts = found.of(PartName.ACTION)[0].place
        yield worded("try", "slow_start", shortened(acts))
        return
    seconds = around.seconds or len(found.text.split()) / 2.5
    halves = round(seconds / _HALF_MINUTE) / 2
    minutes = f"{halves:g} minutes"
    yield worded("try", "too_long", _first(found), minutes=minutes)


def _doubled(
    found: Found, recited: Sequence[Recited], gap: Gap | None, source: str
) -> Iterator[Point]:
    for one in recited:
        yield worded("try", "recited", shortened(one.place), source=one.source)
    if gap is Gap.USED_BEFORE:
        yield worded("try", "used_before", _first(found), source=source)


def _unlearned(found: Found, bands: Bands) -> Iterator[Point]:
    if bands[Side.LEARNING] is Band.EMERGING:
        yield worded("try", "learning", _cut(_end(found)))


def _thin(found: Found, bands: Bands) -> Iterator[Point]:
    """Yield what is there and could be more."""
    first = _first(found)
    if bands[Side.SITUATION] is Band.EMERGING:
        yield worded("try", "situation", first)
    if bands[Side.RESULT] is Band.CLEAR:
        yield worded("try", "no_number", _cut(gaps.last_of(found, PartName.RESULT)))
    if bands[Side.ACTION] is Band.CLEAR:
        what_if = found.kind is QuestionKind.WHAT_IF
        place = _cut(gaps.last_of(found, PartName.ACTION))
        yield worded("try", "intention_more" if what_if else "action_more", place)
    if bands[Side.LEARNING] is Band.CLEAR:
        yield worded(
            "try", "learning_more", _cut(gaps.last_of(found, PartName.LEARNING))
        )
    yield from _thin_elsewhere(found, bands)


def _thin_elsewhere(found: Found, bands: Bands) -> Iterator[Point]:
    first = _first(found)
    if found.kind is QuestionKind.KNOWLEDGE:
        yield worded("try", "example", first)
    oneself = found.kind in (QuestionKind.SELF, QuestionKind.MOTIVE)
    if bands[Side.SPECIFICS] is Band.EMERGING and found.kind is not (
        QuestionKind.WHAT_IF
    ):
        yield worded("try", "details_self" if oneself else "details", first)
    if oneself and bands[Side.RELEVANCE] is not Band.STRONG:
        yield worded("try", "fits_here", _cut(gaps.opening(found)))
    if bands[Side.SITUATION] is Band.CLEAR and found.of(PartName.ACTION):
        acts = found.of(PartName.ACTION)[0].place
        yield worded("try", "situation_more", shortened(acts))


def _for_advert(found: Found, bands: Bands, around: Around) -> Iterator[Point]:
    if bands[Side.CRITERIA] is not Band.EMERGING:
        return
    said = content_stems([found.text])
    for criterion in around.criteria:
        if not content_stems([criterion]) & said:
            yield worded("try", "criteria", _first(found), criterion=criterion)


def _end(found: Found) -> Place | None:
    return gaps.last_of(found, PartName.RESULT) or gaps.last_step(found)


def _first(found: Found) -> Place | None:
    return _cut(gaps.opening(found))


def _cut(place: Place | None) -> Place | None:
    return shortened(place) if place else None
