"""Headings: which lines are one, and what the part under them is about."""

import re
import tomllib
from enum import StrEnum
from functools import cache
from importlib.resources import files

_TITLED = 0.75
_FILLING = frozenset({
    "a", "an", "and", "any", "are", "at", "can", "do", "for", "from", "get", "have",
    "i", "in", "is", "it", "its", "job", "key", "main", "more", "next", "of", "on",
    "or", "our", "position", "post", "s", "so", "the", "their", "these", "this", "to",
    "us", "vacancy", "we", "what", "will", "with", "you", "your",
})  # fmt: skip
_NO_LETTER = re.compile(r"[^a-z0-9 ]+")
_LONGEST, _LONGEST_LABEL = 9, 6
_LABEL = re.compile(r"([^.:;!?|]{2,60}?)\s*(?::|\s[-\u2013\u2014])\s+(?=\S)")
_COLON_ONLY = re.compile(r"([^.:;!?|]{2,60}?)\s*:\s+(?=\S)")
_SENTENCE_END = re.compile(r"[.!,;]$")


class Part(StrEnum):
    """What the part under a heading is about; `OTHER` where the words do not tell."""

    DESIRABLE = "desirable"
    ESSENTIAL = "essential"
    OFFER = "offer"
    APPLY = "apply"
    ABOUT_US = "about_us"
    DUTIES = "duties"
    BEHAVIOURS = "behaviours"
    QUALIFICATIONS = "qualifications"
    EXPERIENCE = "experience"
    SKILLS = "skills"
    CONDITIONS = "conditions"
    NEEDS = "needs"
    OTHER = "other"


def part_of(heading: str) -> Part:
    """Return what a heading announces."""
    said = _plain(heading)
    for part, words in _words().items():
        if words.search(said):
            return part
    return Part.OTHER


def is_heading(said: str, *, marked: bool, before_list: bool, after_gap: bool) -> bool:
    """Tell whether a line that is no list item stands over what follows."""
    count = len(said.split())
    if count > _LONGEST or (_SENTENCE_END.search(said) and not marked):
        return False
    if marked or said.endswith(":"):
        return True
    known = part_of(said) is not Part.OTHER
    if said.isupper():
        return known or before_list or after_gap
    if said.endswith("?"):
        return known or before_list
    return before_list or (known and count <= _LONGEST_LABEL and _is_titled(said))


def label_of(said: str, *, is_item: bool) -> tuple[str, int] | None:
    """Return the label that a line or a sentence begins with, and where it ends."""
    found = (_COLON_ONLY if is_item else _LABEL).match(said)
    if not found or len(found[1].split()) > _LONGEST_LABEL:
        return None
    return (found[1], found.end()) if part_of(found[1]) is not Part.OTHER else None


def _is_titled(said: str) -> bool:
    """Tell whether a line is made of the words of headings and hardly any other."""
    left = _plain(said)
    count = len(left.split())
    for words in _words().values():
        left = words.sub(" ", left)
    named = count - sum(word not in _FILLING for word in left.split())
    return named >= _TITLED * count


def _plain(heading: str) -> str:
    lowered = heading.lower().replace("'", "").replace("\u2019", "")
    return " ".join(_NO_LETTER.sub(" ", lowered).split())


@cache
def _words() -> dict[Part, re.Pattern[str]]:
    told = tomllib.loads(files(__package__).joinpath("headings.toml").read_text())
    return {Part(name): _any_of(phrases) for name, phrases in told.items()}


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    parts = (
        re.escape(each.rstrip("*")) + (r"\w*" if each.endswith("*") else "")
        for each in sorted(phrases, key=len, reverse=True)
    )
    return re.compile(rf"\b(?:{'|'.join(parts)})\b")
