"""Tells the lines somebody wrote now from those of an earlier mail below or between."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_RULE = re.compile(
    r"\s*[-_=*]{2,}\s*(?:original message|reply above|ursprüngliche|originalnachricht)",
    re.IGNORECASE,
)
_FORWARD = re.compile(
    r"\s*(?:[-_=*]{2,}\s*forwarded message|begin forwarded message)", re.IGNORECASE
)
_WROTE = re.compile(
    r"\s*(?:on|am|le)\b.{4,200}\b(?:wrote|schrieb|écrit)\b.{0,60}:\s*$", re.IGNORECASE
)
_HEADER = re.compile(
    r"\s*\*?(?:from|to|cc|bcc|sent|date|subject|reply-to|importance|attachments?)"
    r"\*?:\s?\*?.{0,300}$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\s*\*?from\*?:", re.IGNORECASE)
_BELOW = re.compile(
    r"\b(?:below|fwd?|forward\w*|pass\w* (?:it|this|them) on|their (?:words|reply))\b",
    re.IGNORECASE,
)
_MOST_LEAD_LINES, _MOST_PASSING = 3, 40


@dataclass(frozen=True, slots=True)
class Line:
    """A line's place in the text, without its line end."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Parted:
    """The lines written now, and those repeated from earlier."""

    own: tuple[Line, ...]
    earlier: tuple[Line, ...]


def parted(text: str) -> Parted:
    """Return the lines that are new and those that are quoted.

    What is passed on counts as new: it is what the mail is about.
    """
    lines = list(_lines_of(text))
    own: list[Line] = []
    earlier: list[Line] = []
    place = 0
    while place < len(lines):
        said = text[lines[place].start : lines[place].end]
        header = _headers_at(text, lines, place) if _FROM.match(said) else 0
        lead = 0 if header else _lead_at(text, lines, place)
        if _FORWARD.match(said):
            place += 1 + _headers_at(text, lines, _after_blank(text, lines, place + 1))
        elif (header and own) or _RULE.match(said):
            place += header or 1
            if not _passes_on(text, own):
                earlier += lines[place:]
                break
            place += 0 if header else _headers_at(text, lines, place)
        elif header:
            place += header
        elif lead and not _marked_soon(text, lines, place + lead):
            earlier += lines[place + lead :]
            break
        elif lead:
            place += lead
        else:
            (earlier if said.lstrip().startswith(">") else own).append(lines[place])
            place += 1
    return Parted(tuple(own), tuple(earlier))


def _passes_on(text: str, own: list[Line]) -> bool:
    """Tell whether a few words say that the mail below is what matters."""
    said = " ".join(text[line.start : line.end] for line in own)
    return len(said.split()) <= _MOST_PASSING and _BELOW.search(said) is not None


def _lines_of(text: str) -> Iterator[Line]:
    for found in re.finditer(r"[^\r\n]*(?:\r\n|\n|\r|$)", text):
        said = found.group().rstrip("\r\n")
        if found.end() > found.start():
            yield Line(found.start(), found.start() + len(said))


def _headers_at(text: str, lines: list[Line], place: int) -> int:
    """Return how many lines of "From: ... Subject: ..." stand here; 0 if just one."""
    count = 0
    for line in lines[place : place + 8]:
        if not _HEADER.match(text[line.start : line.end]):
            break
        count += 1
    return count if count > 1 else 0


def _after_blank(text: str, lines: list[Line], place: int) -> int:
    while (
        place < len(lines) and not text[lines[place].start : lines[place].end].strip()
    ):
        place += 1
    return place


def _lead_at(text: str, lines: list[Line], place: int) -> int:
    """Return how many lines from here say "On ... wrote:"; 0 if they do not."""
    for count in range(1, _MOST_LEAD_LINES + 1):
        taken = lines[place : place + count]
        if len(taken) < count or not text[taken[-1].start : taken[-1].end].strip():
            return 0
        said = " ".join(text[line.start : line.end] for line in taken)
        if _WROTE.match(said):
            return count
    return 0


def _marked_soon(text: str, lines: list[Line], place: int) -> bool:
    """Tell whether lines marked with ">" follow, so that others between are new."""
    near = lines[place : place + 3]
    return any(text[line.start : line.end].lstrip().startswith(">") for line in near)
