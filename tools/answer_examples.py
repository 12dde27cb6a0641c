"""Reads the written answers of `training/answers`, with what ought to be made of each.

How they are written down stands in `training/answers/README.md`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onward.domain.interview.answers.review import Band, PartName, Side

HOUSE = Path(__file__).resolve().parent.parent
OWN = HOUSE / "training" / "answers"

_HEAD = re.compile(r"^@@ voice=(?P<voice>[^;]+); scene=(?P<scene>.+)$")
_MARK = re.compile(r"\{([STARL])\||\}")
_PARTS = {name.value[0].upper(): name for name in PartName}
_SIDES = {
    "S": Side.SITUATION,
    "A": Side.ACTION,
    "R": Side.RESULT,
    "L": Side.LEARNING,
    "D": Side.SPECIFICS,
    "Q": Side.RELEVANCE,
}
_BANDS = {
    "e": Band.EMERGING,
    "c": Band.CLEAR,
    "s": Band.STRONG,
    "-": Band.NOT_ASKED,
}
EMPTY, UNREAD = "empty", "unread"


@dataclass(frozen=True, slots=True)
class Marked:
    """A part as its writer marked it: `text[start:end]`."""

    part: PartName
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Example:
    """An answer, its question, and what ought to be made of it."""

    voice: str
    scene: str
    question: str
    text: str
    parts: tuple[Marked, ...]
    bands: dict[Side, Band]
    is_empty: bool = False
    is_unread: bool = False


def examples_in(folder: Path) -> list[Example]:
    """Return all answers of a folder, in the order of its files."""
    return [
        example
        for path in sorted(folder.glob("*.txt"))
        for example in _examples(path.read_text("utf-8"))
    ]


def _examples(text: str) -> Iterator[Example]:
    for block in re.split(r"\n(?=@@ )", text.strip()):
        head, question, expected, *lines = block.split("\n")
        found = _HEAD.match(head)
        if not found or question[:2] != "? " or expected[:2] != "= ":
            raise ValueError(block)
        plain, parts = _unmarked("\n".join(lines).strip())
        said = expected[2:].strip()
        yield Example(
            found["voice"],
            found["scene"],
            question[2:],
            plain,
            parts,
            {} if said in {EMPTY, UNREAD} else _bands(said),
            is_empty=said == EMPTY,
            is_unread=said == UNREAD,
        )


def _bands(said: str) -> dict[Side, Band]:
    pairs = (item.split("=") for item in said.split())
    return {_SIDES[side]: _BANDS[band] for side, band in pairs}


def _unmarked(text: str) -> tuple[str, tuple[Marked, ...]]:
    plain, parts, last = "", [], 0
    opened: tuple[PartName, int] | None = None
    for match in _MARK.finditer(text):
        plain += text[last : match.start()]
        last = match.end()
        if match[1]:
            opened = (_PARTS[match[1]], len(plain))
        elif opened:
            parts.append(Marked(opened[0], opened[1], len(plain)))
            opened = None
    return plain + text[last:], tuple(parts)
