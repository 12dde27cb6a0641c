"""The lines of an advert: what stands in a list, in a table, and what was wrapped."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_BULLET = re.compile(
    r"\s*(?:[-*\u2022\u25cf\u25e6\u25aa\u25ab\u25a0\u2023\u00b7\u2013\u2014~>\u00bb"
    r"\u2192\u27a4\u2714\u2713\u2611\u2705\u2605\u2606\uf0b7\uf0a7]+\ufe0f?\s*"
    r"|[\u2600-\u27bf\u2b50\U0001f300-\U0001faff]\ufe0f?\s*"
    r"|o\s+(?=\S)|(?:[ED]|KRA?|R)\d{1,2}[.:)]?\s+|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+)"
)
# In a person specification D4 is the fourth thing one could do without.
_SPARE_CODE = re.compile(r"\s*D\d{1,2}[.:)]?\s")
_MARKUP = re.compile(r"^(?:#{1,6}\s+|\*{2,3}|_{2,3})|(?:\*{2,3}|_{2,3}|#+):?$")
_CELL = re.compile(r"\s*(?:\||\t)\s*")
_ENDED = re.compile(r"[.!?:;)\u201d\"|]\s*$")
_GOES_ON = re.compile(r"[a-z(&,]")
# A line shorter than this was ended by its writer and not by the edge of the page.
_WRAPPED_FROM = 48


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its bullet: `text[start:end]` of the advert.

    `cells` are the places of a table row's cells, and empty elsewhere. `marked` says
    that it is written as a heading, and `spare` that its number says it is not needed.
    """

    start: int
    end: int
    is_item: bool = False
    marked: bool = False
    spare: bool = False
    cells: tuple[tuple[int, int], ...] = ()
    after_gap: bool = False


def lines_of(text: str) -> list[Line]:
    """Return the lines that hold anything; those cut at the page's edge are joined."""
    found: list[Line] = []
    gap = False
    for line in _written(text):
        if line is None:
            gap = True
            continue
        if found and not gap and _goes_on(text, found[-1], line):
            found[-1] = replace(found[-1], end=line.end)
        else:
            found.append(replace(line, after_gap=gap))
        gap = False
    return found


def _written(text: str) -> Iterator[Line | None]:
    """Yield each line as it is written, and None for an empty one."""
    place = 0
    for row in text.splitlines(keepends=True):
        content = row.strip()
        start = place + row.find(content) if content else place
        place += len(row)
        yield _line(text, start, start + len(content)) if content else None


def _line(text: str, start: int, end: int) -> Line | None:
    said = text[start:end]
    if said.count("|") or "\t" in said:
        cells = tuple(_cells(text, start, end))
        if len(cells) > 1:
            return Line(start, end, cells=cells)
    marked = bool(_MARKUP.search(said))
    if not marked:
        bullet = _BULLET.match(said)
        if bullet and bullet.end() < len(said):
            spare = bool(_SPARE_CODE.match(said))
            return Line(start + bullet.end(), end, is_item=True, spare=spare)
    while marked and (mark := _MARKUP.search(text[start:end])):
        if mark.start():
            end = start + mark.start()
        else:
            start += mark.end()
    return _within(text, start, end, marked=marked)


def _within(text: str, start: int, end: int, *, marked: bool) -> Line | None:
    said = text[start:end]
    if not any(sign.isalnum() for sign in said):
        return None
    return Line(start, start + len(said.rstrip()), marked=marked)


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where each cell of a row begins and ends; an empty one has no length."""
    place = start
    for border in _CELL.finditer(text, start, end):
        if border.start() > start:
            yield place, max(place, border.start())
        place = border.end()
    if place < end:
        yield place, end


def _goes_on(text: str, before: Line, line: Line) -> bool:
    """Tell whether a line is the rest of the one before it."""
    if line.is_item or line.cells or before.cells or line.marked or before.marked:
        return False
    if _ENDED.search(text[before.start : before.end]):
        return False
    last = text.rfind("\n", before.start, before.end) + 1
    width = before.end - max(last, before.start)
    return width >= _WRAPPED_FROM and bool(_GOES_ON.match(text, line.start))
