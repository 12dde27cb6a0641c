"""Reads the feedback texts written for this project, with the points marked in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onward.domain.feedback.note import Kind

HOUSE = Path(__file__).resolve().parent.parent
OWN = HOUSE / "training" / "feedback"
BEHAVIOURS = {
    "BP": "Seeing the Big Picture",
    "CI": "Changing and Improving",
    "MD": "Making Effective Decisions",
    "LE": "Leadership",
    "CO": "Communicating and Influencing",
    "WT": "Working Together",
    "DV": "Developing Self and Others",
    "MQ": "Managing a Quality Service",
    "DP": "Delivering at Pace",
}
SIGNS = {
    "+": Kind.STRENGTH,
    "-": Kind.IMPROVEMENT,
    ">": Kind.ADVICE,
    "@": Kind.REAPPLY,
    "0": Kind.NOT_ABOUT_ME,
    "?": Kind.UNCLEAR,
}
_MARK = re.compile(r"\{([-+>@0?])([A-Z]{2})?(!)?\|([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Point:
    """What a careful reader marked: a quote of the text, with what it is."""

    start: int
    end: int
    kind: Kind
    competency: str
    is_specific: bool


@dataclass(frozen=True, slots=True)
class Example:
    """A feedback text without its marks, and the points marked in it, in order."""

    origin: str
    place: str
    manner: str
    text: str
    points: tuple[Point, ...]


def examples_in(folder: Path) -> list[Example]:
    """Return all texts of a folder; each line of a file of lines is a text."""
    return [
        example
        for path in sorted(folder.glob("*.txt"))
        for example in _examples(path.stem, path.read_text(encoding="utf-8"))
    ]


def _examples(name: str, content: str) -> Iterator[Example]:
    if name.startswith("lines-"):
        marked = [("manner=line", line) for line in content.splitlines() if line]
    else:
        parts = re.split(r"^@@[ \t]*", content, flags=re.MULTILINE)[1:]
        marked = [(head, body) for head, _, body in (p.partition("\n") for p in parts)]
    for number, (head, body) in enumerate(marked):
        manner = re.search(r"manner=([^;]*)", head)
        text, points = unmarked(body.strip("\n"))
        yield Example(
            name, f"{name}:{number}", manner[1].strip() if manner else "", text, points
        )


def unmarked(marked: str) -> tuple[str, tuple[Point, ...]]:
    """Return a text without its marks, and the points they marked."""
    pieces: list[str] = []
    points: list[Point] = []
    length = last = 0
    for found in _MARK.finditer(marked):
        before = marked[last : found.start()]
        start = length + len(before)
        sign, competency, specific, words = found.groups()
        end = start + len(words)
        name = BEHAVIOURS[competency] if competency else ""
        points.append(Point(start, end, SIGNS[sign], name, specific is not None))
        pieces += [before, words]
        length, last = end, found.end()
    pieces.append(marked[last:])
    return "".join(pieces), tuple(points)
