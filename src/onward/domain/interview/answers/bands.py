"""Puts each side of an answer into a band, by what was found in it."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onward.domain.interview.answers.parts import place_in
from onward.domain.interview.answers.pieces import Piece
from onward.domain.interview.answers.relevance import Fit
from onward.domain.interview.answers.review import (
    Band,
    Banded,
    Part,
    PartName,
    Place,
    QuestionKind,
    Side,
)
from onward.domain.interview.answers.signs import signs_in
from onward.domain.interview.answers.steps import steps_in

STRONG_STEPS, _STRONG_DETAILS, _CLEAR_DETAILS = 3, 4, 2
_BRIEF = 0.6  # of the answer's words, what a situation may take
_SHORT_SITUATION = 3
_STORY_SIDES = (Side.SITUATION, Side.ACTION, Side.RESULT)
_COUNTED = frozenset({"number", "much", "from_to", "can_now", "thanked"})


@dataclass(frozen=True, slots=True)
class Found:
    """All that was found in an answer and that bands rest on."""

    text: str
    kind: QuestionKind
    pieces: tuple[Piece, ...]
    parts: tuple[Part, ...]
    specifics: tuple[Place, ...]
    relevance: Fit
    criteria: Fit
    weighs_learning: bool

    def of(self, *names: PartName) -> tuple[Part, ...]:
        """Return the parts of these names."""
        return tuple(part for part in self.parts if part.part in names)


def bands_for(found: Found) -> tuple[Banded, ...]:
    """Return a band for each side, in the order they are looked at."""
    return (
        *(_story_side(found, side) for side in _STORY_SIDES),
        _learning(found),
        _specifics(found),
        _fitted(found, Side.RELEVANCE, found.relevance),
        _fitted(found, Side.CRITERIA, found.criteria),
    )


def all_alike(
    kind: QuestionKind, band: Band, criteria: Sequence[str]
) -> tuple[Banded, ...]:
    """Return the same band for each side that is asked for; for answers not read."""
    asked = set(Side) - _not_asked(kind) - {Side.LEARNING}
    if not criteria:
        asked.discard(Side.CRITERIA)
    return tuple(
        banded(side, band if side in asked else Band.NOT_ASKED) for side in Side
    )


def _not_asked(kind: QuestionKind) -> set[Side]:
    if kind in (QuestionKind.STORY, QuestionKind.OTHER):
        return set()
    left_out = {Side.SITUATION, Side.ACTION, Side.RESULT}
    return left_out - {Side.ACTION} if kind is QuestionKind.WHAT_IF else left_out


def banded(side: Side, band: Band, place: Place | None = None) -> Banded:
    """Return a side with its band and the words of the scale."""
    return Banded(side, band, anchors()[side.value][band.value], place)


@cache
def anchors() -> dict[str, dict[str, str]]:
    """Return what each band of each side means, in words for the person."""
    told = files(__package__).joinpath("anchors.toml").read_text("utf-8")
    scale: dict[str, dict[str, str]] = tomllib.loads(told)
    return {side: {**scale["any"], **scale[side]} for side in map(str, Side)}


def _story_side(found: Found, side: Side) -> Banded:
    if side in _not_asked(found.kind):
        return banded(side, Band.NOT_ASKED)
    names = {
        Side.SITUATION: (PartName.SITUATION, PartName.TASK),
        Side.ACTION: (PartName.ACTION,),
        Side.RESULT: (PartName.RESULT,),
    }[side]
    parts = found.of(*names)
    if not parts and found.kind is QuestionKind.OTHER and not found.parts:
        return banded(side, Band.NOT_ASKED)
    if not parts:
        return banded(side, Band.EMERGING)
    rate = {
        Side.SITUATION: _situation,
        Side.ACTION: _action,
        Side.RESULT: _result,
    }[side]
    return banded(side, rate(found, parts), _longest(parts))


def _longest(parts: Sequence[Part]) -> Place:
    return max((part.place for part in parts), key=lambda place: len(place.quote))


def _situation(found: Found, parts: Sequence[Part]) -> Band:
    words = sum(len(part.place.quote.split()) for part in parts)
    if words < _SHORT_SITUATION:
        return Band.EMERGING
    signs = {sign for piece in within(found, parts) for sign in signs_in(piece.words)}
    is_brief = words <= _BRIEF * len(found.text.split())
    sets_scene = bool(signs & {"when", "place", "somebody", "scene"})
    at_stake = bool(signs & {"trouble", "had_to", "duty"})
    has_detail = any(_holds(parts, one) for one in found.specifics)
    all_told = is_brief and sets_scene and at_stake and has_detail
    return Band.STRONG if all_told else Band.CLEAR


def _action(found: Found, parts: Sequence[Part]) -> Band:
    steps = steps_of(found.text, found.pieces, parts)
    return Band.STRONG if steps >= STRONG_STEPS else Band.CLEAR


def steps_of(text: str, pieces: Sequence[Piece], parts: Sequence[Part]) -> int:
    """Return how many things the person did in these parts."""
    return sum(steps_in(piece, text) for piece in _inside(pieces, parts))


def within(found: Found, parts: Sequence[Part]) -> list[Piece]:
    """Return the pieces that lie in these parts."""
    return _inside(found.pieces, parts)


def _inside(pieces: Sequence[Piece], parts: Sequence[Part]) -> list[Piece]:
    return [
        piece
        for piece in pieces
        if any(p.place.start <= piece.start < p.place.end for p in parts)
    ]


def _holds(parts: Sequence[Part], place: Place) -> bool:
    return any(p.place.start <= place.start < p.place.end for p in parts)


def _result(found: Found, parts: Sequence[Part]) -> Band:
    pieces = within(found, parts)
    signs = {sign for piece in pieces for sign in signs_in(piece.words)}
    return Band.STRONG if signs & _COUNTED else Band.CLEAR


def _learning(found: Found) -> Banded:
    parts = found.of(PartName.LEARNING)
    if not parts:
        asked = found.weighs_learning and found.kind is QuestionKind.STORY
        return banded(Side.LEARNING, Band.EMERGING if asked else Band.NOT_ASKED)
    pieces = within(found, parts)
    signs = [set(signs_in(piece.words)) for piece in pieces]
    took = any("learned" in each for each in signs)
    since = any("since" in each for each in signs)
    return banded(
        Side.LEARNING, Band.STRONG if took and since else Band.CLEAR, _longest(parts)
    )


def _specifics(found: Found) -> Banded:
    count = len(found.specifics)
    place = found.specifics[0] if found.specifics else None
    if count >= _STRONG_DETAILS:
        return banded(Side.SPECIFICS, Band.STRONG, place)
    band = Band.CLEAR if count >= _CLEAR_DETAILS else Band.EMERGING
    return banded(Side.SPECIFICS, band, place)


def _fitted(found: Found, side: Side, fit: Fit) -> Banded:
    piece = fit.piece
    place = place_in(found.text, piece.start, piece.end) if piece else None
    return banded(side, fit.band, place)
