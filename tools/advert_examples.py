"""Reads the adverts written for this project, with what each asks for marked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onward.domain.interview.adverts.criterion import Kind

HOUSE = Path(__file__).resolve().parents[1]
OWN = HOUSE / "training" / "adverts"
_HEAD = re.compile(
    r"^@@ (?P<trade>[^;]+); manner=(?P<manner>[^;]+); writer=(.+)\n", re.MULTILINE
)
_MARK = re.compile(r"\{(?P<sign>[DSBQEC])(?P<spare>\??)\|(?P<said>[^{}]*)\}")
_KINDS = {
    "D": Kind.DUTY,
    "S": Kind.SKILL,
    "B": Kind.BEHAVIOUR,
    "Q": Kind.QUALIFICATION,
    "E": Kind.EXPERIENCE,
    "C": Kind.CONDITION,
}


@dataclass(frozen=True, slots=True)
class Expected:
    """A criterion that a careful reader marked: `text[start:end]`."""

    start: int
    end: int
    kind: Kind
    must_have: bool


@dataclass(frozen=True, slots=True)
class Example:
    """An advert with what it asks for."""

    trade: str
    manner: str
    text: str
    expected: tuple[Expected, ...]


def examples_in(folder: Path) -> list[Example]:
    """Return the adverts of a folder's files, in order."""
    return [
        example
        for path in sorted(folder.glob("*.txt"))
        for example in _of_file(path.read_text("utf-8"))
    ]


def _of_file(content: str) -> Iterator[Example]:
    heads = list(_HEAD.finditer(content))
    ends = [head.start() for head in heads[1:]] + [len(content)]
    for head, end in zip(heads, ends, strict=True):
        text, expected = _marked(content[head.end() : end])
        yield Example(head["trade"], head["manner"], text, expected)


def _marked(content: str) -> tuple[str, tuple[Expected, ...]]:
    text, place = "", 0
    found: list[Expected] = []
    for mark in _MARK.finditer(content):
        text += content[place : mark.start()]
        start = len(text)
        text += mark["said"]
        kind = _KINDS[mark["sign"]]
        found.append(Expected(start, len(text), kind, not mark["spare"]))
        place = mark.end()
    return text + content[place:], tuple(found)
