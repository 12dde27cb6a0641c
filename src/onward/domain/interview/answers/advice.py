"""One thing to keep, worded for the person, with a quote of theirs."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from zlib import crc32

from onward.domain.interview.answers.bands import Found, within
from onward.domain.interview.answers.parts import place_in
from onward.domain.interview.answers.pieces import Piece
from onward.domain.interview.answers.plain import smoothed
from onward.domain.interview.answers.review import (
    Band,
    PartName,
    Place,
    Point,
    QuestionKind,
    Side,
)
from onward.domain.interview.answers.signs import signs_in
from onward.domain.interview.answers.steps import steps_in

Bands = Mapping[Side, Band]
Told = Callable[[Found], Iterator[tuple[str, Piece]]]
_LONGEST_QUOTE, _FEWEST = 26, 4  # words
_JOINS = re.compile(
    r"(?:(?:and|so|but|then|yeah|well|um|uh|er|erm)\b,? )+", re.IGNORECASE
)
_REASONS = frozenset({"because", "since", "so"})
_PLAIN_KINDS = (QuestionKind.MOTIVE, QuestionKind.SELF)


@cache
def wordings() -> dict[str, dict[str, list[str] | str]]:
    """Return all that is said, as `advice.toml` has it."""
    told = files(__package__).joinpath("advice.toml").read_text("utf-8")
    return tomllib.loads(told)


def worded(table: str, name: str, place: Place | None, **more: str) -> Point:
    """Return a point in words; which wording is up to the words of the answer."""
    options = wordings()[table][name]
    quote = place.quote if place else ""
    if isinstance(options, list):
        options = options[crc32(quote.encode()) % len(options)]
    said = smoothed(quote).rstrip(" .,;")
    return Point(options.format(quote=said, **more), place)


def shortened(place: Place) -> Place:
    """Return a place without "and" in front, and of a long one its first words."""
    joined = _JOINS.match(place.quote)
    if joined and len(place.quote.split()) > _FEWEST:
        after = joined.end()
        place = Place(place.quote[after:], place.start + after, place.end)
    words = place.quote.split(" ")
    if len(words) <= _LONGEST_QUOTE:
        return place
    cut = " ".join(words[:_LONGEST_QUOTE])
    comma = cut.rfind(",")
    quote = cut[:comma] if comma > len(cut) // 3 else cut
    return Place(quote, place.start, place.start + len(quote))


def to_keep(found: Found, bands: Bands) -> Point | None:
    """Return what works best in the answer; None where nothing is clear yet."""
    for name, piece in _worth_keeping(found, bands):
        place = shortened(place_in(found.text, piece.start, piece.end))
        return worded("keep", name, place)
    return None


def _worth_keeping(found: Found, bands: Bands) -> Iterator[tuple[str, Piece]]:
    """Yield what could be kept, the most telling first."""
    if bands[Side.RELEVANCE] is Band.EMERGING:
        return
    for wanted in (Band.STRONG, Band.CLEAR):
        for side, told in _IN_ORDER[wanted]:
            if bands[side] is wanted:
                yield from told(found)
    yield from _plainly(found, bands)


def _results(found: Found) -> Iterator[tuple[str, Piece]]:
    pieces = within(found, found.of(PartName.RESULT))
    shown = [set(signs_in(piece.words)) for piece in pieces]
    for name, wanted in (
        ("result_number", {"number", "much", "from_to"}),
        ("result_thanks", {"thanked"}),
        ("result_lasts", {"can_now"}),
    ):
        for piece, signs in zip(pieces, shown, strict=True):
            if signs & wanted:
                yield name, piece


def _actions(found: Found) -> Iterator[tuple[str, Piece]]:
    pieces = within(found, found.of(PartName.ACTION))
    if found.kind is QuestionKind.WHAT_IF:
        yield from (("intention", piece) for piece in pieces)
        return
    for piece in pieces:
        if _REASONS & set(piece.words[1:]):
            yield "action_reason", piece
    if pieces:
        # Of steps that are as many, the one told at more length is easier to picture.
        told = {each: (steps_in(each, found.text), len(each.words)) for each in pieces}
        yield "action", max(pieces, key=lambda each: told[each])


def _in(found: Found, part: PartName, name: str) -> Iterator[tuple[str, Piece]]:
    yield from ((name, piece) for piece in within(found, found.of(part))[:1])


def _learned(found: Found) -> Iterator[tuple[str, Piece]]:
    return _in(found, PartName.LEARNING, "learning")


def _situated(found: Found) -> Iterator[tuple[str, Piece]]:
    return _in(found, PartName.SITUATION, "situation")


def _ended(found: Found) -> Iterator[tuple[str, Piece]]:
    return _in(found, PartName.RESULT, "result")


# What people tell least comes first (results, Bangerter 2014).
_IN_ORDER: Mapping[Band, tuple[tuple[Side, Told], ...]] = {
    Band.STRONG: (
        (Side.RESULT, _results),
        (Side.LEARNING, _learned),
        (Side.ACTION, _actions),
        (Side.SITUATION, _situated),
    ),
    Band.CLEAR: (
        (Side.LEARNING, _learned),
        (Side.RESULT, _ended),
        (Side.ACTION, _actions),
    ),
}


def _plainly(found: Found, bands: Bands) -> Iterator[tuple[str, Piece]]:
    """Yield what can be kept where no story was asked for or told."""
    with_detail = [
        piece
        for piece in found.pieces
        if any(piece.start <= one.start < piece.end for one in found.specifics)
    ]
    if found.kind in _PLAIN_KINDS:
        yield from (("reason", piece) for piece in with_detail)
    elif found.kind is QuestionKind.KNOWLEDGE and found.relevance.piece:
        yield "explained", found.relevance.piece
    elif bands[Side.SPECIFICS] in (Band.CLEAR, Band.STRONG):
        yield from (("details", piece) for piece in with_detail)
