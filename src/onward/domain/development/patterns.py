"""What several voices say of one theme: a note, a pattern, or what goes first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from onward.domain.feedback.weigh import Standing, standing_of


class Origin(StrEnum):
    """Where a point comes from."""

    EMPLOYERS = "employers"
    SELF = "self"
    PRACTICE = "practice"
    ADVISER = "adviser"


class Leaning(StrEnum):
    """Whether a point is something to build on or something to keep."""

    BUILD = "build"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that was said, word for word.

    `voice` names who said it: what one voice says again is still one voice. `key`
    leads back to where it stands, such as `note:12`; `about` says that in words.
    """

    theme: str
    origin: Origin
    voice: str
    leaning: Leaning
    quote: str
    said_on: date
    key: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source says of one theme, the latest first."""

    origin: Origin
    points: tuple[Point, ...]

    @property
    def voices(self) -> int:
        """How many of that source say it, each counted once."""
        return len({point.voice for point in self.points})

    @property
    def last_on(self) -> date:
        """The day it was said last."""
        return max(point.said_on for point in self.points)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A theme with what each source says of it; silent sources are left out."""

    theme: str
    leaning: Leaning
    cells: tuple[Cell, ...]

    @property
    def voices(self) -> int:
        """How many say it in all, each counted once."""
        return sum(cell.voices for cell in self.cells)

    @property
    def standing(self) -> Standing:
        """What so many voices make of it: a note, a pattern, or what goes first."""
        return standing_of(self.voices - 1)

    @property
    def last_on(self) -> date:
        """The day it was said last."""
        return max(cell.last_on for cell in self.cells)

    def cell(self, origin: Origin) -> Cell | None:
        """Return what one source says of it, or None while it is silent."""
        return next((one for one in self.cells if one.origin is origin), None)


def board(points: Iterable[Point]) -> tuple[Pattern, ...]:
    """Return all patterns, what more voices say first and of those the latest.

    Points without a theme are left out: they are not alike because nothing is known.
    """
    rows = sorted((point for point in points if point.theme), key=_row)
    found = [_pattern(list(alike)) for _, alike in groupby(rows, key=_row)]
    return tuple(sorted(found, key=_first))


def _row(point: Point) -> tuple[str, str]:
    return (point.theme, point.leaning)


def _first(pattern: Pattern) -> tuple[int, int, str]:
    return (-pattern.voices, -pattern.last_on.toordinal(), pattern.theme)


def _pattern(points: list[Point]) -> Pattern:
    cells = (
        Cell(origin, tuple(sorted(said, key=_latest_first)))
        for origin in Origin
        if (said := [point for point in points if point.origin is origin])
    )
    return Pattern(points[0].theme, points[0].leaning, tuple(cells))


def _latest_first(point: Point) -> tuple[int, str]:
    return (-point.said_on.toordinal(), point.key)
