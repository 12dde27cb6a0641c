"""The sentences and list items of an advert, each with what stands over it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onward.domain.interview.adverts.headings import (
    Part,
    is_heading,
    label_of,
    part_of,
)
from onward.domain.interview.adverts.lines import Line, lines_of
from onward.domain.interview.adverts.sentences import entries, sentences, trimmed
from onward.domain.interview.adverts.tables import Columns, columns_of, row_of


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence or a list item: `text[start:end]`.

    `heading` stands over it, and `topic` over that or, in a table, before it. `must` is
    what the heading or the column says of need, if anything. Units of one list share a
    `block`.
    """

    start: int
    end: int
    heading: str = ""
    topic: str = ""
    is_item: bool = False
    must: bool | None = None
    block: int = 0


@dataclass(frozen=True, slots=True)
class _Over:
    """What stands over the next line."""

    heading: str = ""
    topic: str = ""
    must: bool | None = None
    fresh: bool = False


def units_of(text: str) -> list[Unit]:
    """Return what an advert says, piece by piece, headings left out."""
    lines = lines_of(text)
    over, columns, block = _Over(), Columns(), 0
    found: list[Unit] = []
    for number, line in enumerate(lines):
        said = text[line.start : line.end]
        if line.cells:
            columns = columns_of(text, line) or columns
            found += _of_row(text, line, columns, over, block)
            continue
        if _stands_over(text, lines, number):
            over, columns, block = _under(over, said), Columns(), block + 1
            continue
        if number and line.is_item != lines[number - 1].is_item:
            block += 1
        units, over = _of_line(text, line, over, block)
        found += units
    return found


def _stands_over(text: str, lines: list[Line], number: int) -> bool:
    line, after = lines[number], lines[number + 1 : number + 3]
    said = text[line.start : line.end]
    if not after or (line.is_item and not said.endswith(":")):
        return False
    listed = after[0].is_item or (
        line.after_gap and [each.after_gap for each in after] == [True, False]
    )
    return is_heading(
        said,
        marked=line.marked,
        before_list=listed and not line.is_item,
        after_gap=line.after_gap,
    )


def _under(over: _Over, heading: str) -> _Over:
    """Return what stands over the lines under a heading.

    A heading right under another one keeps what that said of need.
    """
    must = _need(heading)
    if must is None and over.fresh:
        must = over.must
    stays = must is not None and over.topic and _need(over.heading) is not None
    topic = over.topic if stays else over.heading
    return _Over(heading, topic, must, fresh=True)


def _need(heading: str) -> bool | None:
    part = part_of(heading)
    if part is Part.DESIRABLE:
        return False
    return True if part is Part.ESSENTIAL else None


def _of_row(
    text: str, line: Line, columns: Columns, over: _Over, block: int
) -> Iterator[Unit]:
    """Yield the cells of a row that say something to be weighed."""
    for cell in row_of(text, line, columns):
        topic = over.heading or over.topic
        yield Unit(
            cell.start,
            cell.end,
            cell.topic or topic,
            topic,
            is_item=True,
            must=cell.must,
            block=block,
        )


def _of_line(
    text: str, line: Line, over: _Over, block: int
) -> tuple[list[Unit], _Over]:
    """Return a line's sentences, and what stands over the line after it."""
    found: list[Unit] = []
    here = replace(over, must=False) if line.spare else over
    for start, end in sentences(text, line.start, line.end):
        label = label_of(text[start:end], is_item=line.is_item)
        begins = start
        if label:
            here = _under(replace(here, fresh=False), label[0])
            begins = start + label[1]
        listed = entries if label or here != over else trimmed
        for left, right in listed(text, begins, end):
            item = line.is_item or (right < end and text[right : right + 1] == ";")
            found.append(
                Unit(left, right, here.heading, here.topic, item, here.must, block)
            )
    return found, replace(over, fresh=False)
