"""Rows of a person specification: which cell asks for what, and how needed it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onward.domain.interview.adverts.lines import Line

_ESSENTIAL = re.compile(r"essential|required|must", re.IGNORECASE)
_DESIRABLE = re.compile(r"desirable|preferred|nice", re.IGNORECASE)
_HOW = re.compile(
    r"assess|measured|evidence|method|identified|tested|source|weight|^a/?i",
    re.IGNORECASE,
)
_TICK = re.compile(
    r"(?:[xy\u2713\u2714\u2611*\u2022]|yes|e|d|ess\.?|des\.?|essential|desirable)$",
    re.IGNORECASE,
)
_SAYS_DESIRABLE = re.compile(r"d(?:es|esirable)?\.?$", re.IGNORECASE)
_SHORTEST, _LONGEST_NAME = 4, 5


@dataclass(frozen=True, slots=True)
class Columns:
    """What a table's columns hold, by their numbers; unknown where they are empty."""

    needs: tuple[tuple[int, bool], ...] = ()
    either: int | None = None
    left_out: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that asks for something; `topic` is what the row is about."""

    start: int
    end: int
    topic: str
    must: bool | None


def columns_of(text: str, line: Line) -> Columns | None:
    """Return what the columns hold, if this row is the one that says so."""
    names = [text[start:end] for start, end in line.cells]
    if sum(len(name.split()) for name in names) > 3 * len(names):
        return None
    needs = [
        (number, not _DESIRABLE.search(name))
        for number, name in enumerate(names)
        if bool(_ESSENTIAL.search(name)) != bool(_DESIRABLE.search(name))
    ]
    both = [number for number, name in enumerate(names) if _names_both(name)]
    left_out = frozenset(n for n, name in enumerate(names) if _HOW.search(name))
    if not needs and not both:
        return None
    return Columns(tuple(needs), both[0] if both else None, left_out)


def row_of(text: str, line: Line, columns: Columns) -> Iterator[Cell]:
    """Yield the cells of a row that ask for something."""
    if columns_of(text, line):
        return
    cells = list(line.cells)
    topic = _topic(text, cells, columns)
    needs = dict(columns.needs)
    if columns.either is not None or _ticked(text, cells, needs):
        yield from _one(text, cells, columns, topic)
        return
    for number, (start, end) in enumerate(cells):
        named = number in needs
        if number in columns.left_out or (needs and not named):
            continue
        if not needs and number == 0 and _names_the_row(text[start:end], len(cells)):
            continue
        if end - start >= _SHORTEST and not _TICK.match(text[start:end]):
            yield Cell(start, end, topic, needs.get(number))


def _one(
    text: str, cells: list[tuple[int, int]], columns: Columns, topic: str
) -> Iterator[Cell]:
    """Yield the one criterion of a row whose need is ticked or lettered."""
    left = [
        (start, end)
        for number, (start, end) in enumerate(cells)
        if number not in columns.left_out
        and end - start >= _SHORTEST
        and not _TICK.match(text[start:end])
    ]
    if left:
        start, end = left[-1]
        yield Cell(start, end, topic, _needed(text, cells, columns))


def _topic(text: str, cells: list[tuple[int, int]], columns: Columns) -> str:
    """Return what a row is about: its first cell, unless that is what it asks for."""
    asking = len(columns.needs) + (columns.either is not None) + len(columns.left_out)
    alone = len(cells) - asking < 2  # noqa: PLR2004 - a topic and what it is about
    return "" if alone and not columns.needs else text[slice(*cells[0])]


def _ticked(text: str, cells: list[tuple[int, int]], needs: dict[int, bool]) -> bool:
    """Tell whether the columns of need hold ticks and no words."""
    held = [text[slice(*cells[n])] for n in needs if n < len(cells)]
    return any(held) and all(not each or _TICK.match(each) for each in held)


def _needed(text: str, cells: list[tuple[int, int]], columns: Columns) -> bool | None:
    if columns.either is not None and columns.either < len(cells):
        return not _SAYS_DESIRABLE.match(text[slice(*cells[columns.either])])
    for number, must in columns.needs:
        if number < len(cells) and text[slice(*cells[number])]:
            return must
    return None


def _names_the_row(said: str, cells: int) -> bool:
    """Tell whether a first cell only names its row, as in a table of criteria."""
    return cells > 1 and len(said.split()) <= _LONGEST_NAME


def _names_both(name: str) -> bool:
    lowered = name.lower().replace(" ", "")
    return lowered in {"e/d", "d/e", "(e/d)"} or (
        "essential" in lowered and "desirable" in lowered
    )
