"""A flow from point to point (Sankey): how many came where, and where they ended."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onward.domain.charts.scales import STRETCHED, per_cent, told

# Few applications make a low picture: nobody is to be shown three as a wall.
_TALLEST, _TALLEST_OF_ONE = 230.0, 22.0
_THINNEST = 2.0


@dataclass(frozen=True, slots=True)
class Box:
    """One point: its place, its height and how many came there.

    `reading_y` is where the middle of its words goes.
    """

    key: str
    x: str
    y: str
    height: str
    reading_y: str
    count: int


@dataclass(frozen=True, slots=True)
class Ribbon:
    """How many went from one point to the next, as a path in the stretched drawing."""

    source: str
    target: str
    path: str
    count: int


@dataclass(frozen=True, slots=True)
class Flow:
    """The whole flow."""

    height: str
    boxes: tuple[Box, ...]
    ribbons: tuple[Ribbon, ...]


@dataclass(slots=True)
class _Placed:
    """A point while it is laid out; `left` and `entered` grow with its ribbons."""

    x: float
    y: float
    height: float
    left: float = 0.0
    entered: float = 0.0


def flow(
    columns: Sequence[Sequence[str]],
    links: Mapping[tuple[str, str], int],
    line: float = 28.0,
) -> Flow:
    """Lay out points in columns, each from the top, and ribbons between them.

    `line` is the height that the words of a point need; a small point gets no less.
    What passes a column by gets a place in it, so that it runs under no words.
    """
    shown = {key for column in columns for key in column}
    columns, links = _with_passers(columns, links)
    counts = _counts(columns, links)
    kept = [[key for key in column if counts[key]] for column in columns]
    kept = [column for column in kept if column]
    most = max(counts.values(), default=0)
    tallest = min(_TALLEST, _TALLEST_OF_ONE * most)
    placed: dict[str, _Placed] = {}
    lowest = 0.0
    for place, column in enumerate(kept):
        y = 0.0
        for key in column:
            height = max(_THINNEST, tallest * counts[key] / most)
            placed[key] = _Placed(place / len(kept), y, height)
            y += max(height + line / 4, line if key in shown else 0.0)
        lowest = max(lowest, y)
    ribbons = tuple(_ribbons(kept, placed, counts, links))
    boxes = tuple(_box(k, placed[k], counts[k], line) for k in placed if k in shown)
    return Flow(told(lowest), boxes, ribbons)


def _with_passers(
    columns: Sequence[Sequence[str]], links: Mapping[tuple[str, str], int]
) -> tuple[list[list[str]], dict[tuple[str, str], int]]:
    """Return columns and links in which every link goes to the next column only."""
    place = {key: number for number, column in enumerate(columns) for key in column}
    filled = [key for key, count in _counts(columns, links).items() if count]
    used = sorted({place[key] for key in filled})
    wider = [list(column) for column in columns]
    split: dict[tuple[str, str], int] = defaultdict(int)
    for (source, target), count in links.items():
        before = source
        for column in used:
            if count and place[source] < column < place[target]:
                passer = f"{source}>{target}@{column}"
                wider[column].insert(1, passer)
                split[before, passer] += count
                before = passer
        split[before, target] += count
    return wider, dict(split)


def _counts(
    columns: Sequence[Sequence[str]],
    links: Mapping[tuple[str, str], int],
) -> dict[str, int]:
    """Return how many came to each point; to the first ones, how many left them."""
    came: dict[str, int] = defaultdict(int)
    left: dict[str, int] = defaultdict(int)
    for (source, target), count in links.items():
        left[source] += count
        came[target] += count
    return {key: max(came[key], left[key]) for column in columns for key in column}


def _ribbons(
    kept: Sequence[Sequence[str]],
    placed: Mapping[str, _Placed],
    counts: Mapping[str, int],
    links: Mapping[tuple[str, str], int],
) -> list[Ribbon]:
    """Draw ribbons from the top down, so that none crosses another needlessly."""
    order = {
        key: place for place, key in enumerate(k for column in kept for k in column)
    }
    found = []
    for source, target in sorted(
        (pair for pair in links if links[pair]),
        key=lambda pair: (order[pair[0]], order[pair[1]]),
    ):
        count = links[source, target]
        begin, end = placed[source], placed[target]
        out = begin.height * count / counts[source]
        into = end.height * count / counts[target]
        path = _path(begin, end, out, into)
        begin.left += out
        end.entered += into
        found.append(Ribbon(_named(source, 0), _named(target, 1), path, count))
    return found


def _named(key: str, end: int) -> str:
    """Return the point that a passer stands for: the one it is from, or goes to."""
    return key.partition("@")[0].split(">")[end] if "@" in key else key


def _path(begin: _Placed, end: _Placed, out: float, into: float) -> str:
    x0, x1 = begin.x * STRETCHED, end.x * STRETCHED
    middle = (x0 + x1) / 2
    y0, y1 = begin.y + begin.left, end.y + end.entered
    a, b, c = told(x0), told(middle), told(x1)
    return (
        f"M{a} {told(y0)}C{b} {told(y0)} {b} {told(y1)} {c} {told(y1)}"
        f"V{told(y1 + into)}"
        f"C{b} {told(y1 + into)} {b} {told(y0 + out)} {a} {told(y0 + out)}Z"
    )


def _box(key: str, at: _Placed, count: int, line: float) -> Box:
    return Box(
        key=key,
        x=per_cent(at.x),
        y=told(at.y),
        height=told(at.height),
        reading_y=told(at.y + max(line / 2, min(at.height / 2, line / 2))),
        count=count,
    )


def links_of(
    ways: Mapping[tuple[str, ...], int],
) -> dict[tuple[str, str], int]:
    """Return how many went from each point to the next, from whole ways."""
    found: dict[tuple[str, str], int] = defaultdict(int)
    for way, count in ways.items():
        for step in pairwise(way):
            found[step] += count
    return dict(found)
