"""Rows of a table as lines of text, with " | " between cells."""

from collections.abc import Iterator, Sequence

BETWEEN = " | "


def rows_of(cells: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield a line for each line that the fullest cell of a row has.

    The first cell says what the row is about, so it stands on every one of them.
    """
    held = [[line.strip() for line in cell if line.strip()] for cell in cells]
    for number in range(max(map(len, held), default=0)):
        about = " ".join(held[0])
        others = [cell[number] if number < len(cell) else "" for cell in held[1:]]
        yield BETWEEN.join((about, *others)) if others else held[0][number]
