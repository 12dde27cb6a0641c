"""What an answer leaves open, the weightiest first."""

from collections.abc import Mapping, Sequence

from onward.domain.interview.answers.bands import Found, within
from onward.domain.interview.answers.parts import place_in
from onward.domain.interview.answers.review import (
    Around,
    Band,
    Banded,
    Gap,
    PartName,
    Place,
    QuestionKind,
    Side,
)
from onward.domain.interview.answers.signs import signs_in

# Career sites agree on about two minutes; no study does. Remarks from three on.
TOO_LONG_SECONDS = 180
_WORDS_A_SECOND = 2.5  # 150 a minute
# Stories are over-told at the start (Bangerter 2014): from here on it is said.
_LONG_START, _WORTH_IT = 0.6, 60
Gaps = tuple[tuple[Gap, Place | None], ...]


def gaps_in(found: Found, bands: Sequence[Banded], around: Around) -> Gaps:
    """Return the gaps of an answer that holds something."""
    band = {each.side: each.band for each in bands}
    gaps: list[tuple[Gap, Place | None]] = []
    if band[Side.RELEVANCE] is Band.EMERGING:
        gaps.append((Gap.OFF_QUESTION, opening(found)))
    if is_vague(found, band):
        gaps.append((Gap.VAGUE, hollow(found)))
    else:
        gaps += _in_story(found, band)
    if is_too_long(found, around):
        gaps.append((Gap.TOO_LONG, opening(found)))
    return tuple(gaps)


def _in_story(found: Found, band: Mapping[Side, Band]) -> Gaps:
    gaps: list[tuple[Gap, Place | None]] = []
    if band[Side.ACTION] is Band.EMERGING:
        gaps.append((Gap.NO_OWN_ACTION, by_others(found)))
    if band[Side.RESULT] is Band.EMERGING:
        gaps.append((Gap.NO_RESULT, last_step(found)))
    elif band[Side.RESULT] is Band.CLEAR:
        gaps.append((Gap.NO_NUMBER, last_of(found, PartName.RESULT)))
    return tuple(gaps)


def is_vague(found: Found, band: Mapping[Side, Band]) -> bool:
    """Whether an answer speaks in general where a story or a reason was asked for."""
    if found.kind in (QuestionKind.STORY, QuestionKind.WHAT_IF):
        told = {part.part for part in found.parts}
        return not told & {PartName.ACTION, PartName.SITUATION}
    about_oneself = found.kind in (QuestionKind.SELF, QuestionKind.MOTIVE)
    return (
        about_oneself
        and not found.specifics
        and band[Side.RELEVANCE] is not (Band.STRONG)
    )


def is_too_long(found: Found, around: Around) -> bool:
    """Whether it takes over three minutes, or its beginning most of it."""
    words = len(found.text.split())
    seconds = around.seconds or words / _WORDS_A_SECOND
    return seconds > TOO_LONG_SECONDS or is_slow_to_start(found)


def is_slow_to_start(found: Found) -> bool:
    """Whether the situation takes most of an answer that is not short."""
    words = len(found.text.split())
    acts = found.of(PartName.ACTION)
    if acts:
        start = len(found.text[: acts[0].place.start].split())
    else:
        told = found.of(PartName.SITUATION, PartName.TASK)
        start = sum(len(part.place.quote.split()) for part in told)
    return words >= _WORTH_IT and start > _LONG_START * words


def opening(found: Found) -> Place | None:
    """Return the first words worth quoting."""
    long_enough = [p for p in found.pieces if len(p.words) > 3] or list(found.pieces)  # noqa: PLR2004 - "Oh gosh" says nothing
    return (
        place_in(found.text, long_enough[0].start, long_enough[0].end)
        if long_enough
        else None
    )


def hollow(found: Found) -> Place | None:
    """Return the words that would suit anybody best."""
    for piece in found.pieces:
        if "opinion" in signs_in(piece.words):
            return place_in(found.text, piece.start, piece.end)
    return opening(found)


def by_others(found: Found) -> Place | None:
    """Return what "we" or nobody in particular did."""
    for sign in ("we_did", "passive"):
        for piece in found.pieces:
            if sign in signs_in(piece.words):
                return place_in(found.text, piece.start, piece.end)
    return last_of(found, PartName.SITUATION) or opening(found)


def last_step(found: Found) -> Place | None:
    """Return where the story stops."""
    return last_of(found, PartName.ACTION, PartName.TASK) or last_of(
        found, PartName.SITUATION
    )


def last_of(found: Found, *names: PartName) -> Place | None:
    """Return the last piece of parts, or None where there are none."""
    pieces = within(found, found.of(*names))
    return place_in(found.text, pieces[-1].start, pieces[-1].end) if pieces else None
