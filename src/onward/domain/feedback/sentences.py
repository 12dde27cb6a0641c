"""Cuts a passage into sentences, and a sentence where another point may begin."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice

_END = re.compile(
    r"(?:[.!?\u2026]{1,9}|(?<=\w)\s?[;:]-?[)D])[\"'\u201d\u2019)\]]{0,2}\s{1,9}(?=\S)"
)
_SHORTENED = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|mr|mrs|ms|dr|prof|st|vs|approx|incl|inc|min|max|dept|ref|fig"
    r"|tel|eg|ie|ca|bzw|z\.b|rev|sgt|cf)|(?:^|[\s(])(?-i:[A-Z])|^\W*\d{1,2})\.$",
    re.IGNORECASE,
)
# Where another point may begin, each with what it is called.
_BORDERS = r"""(?P<semicolon>\s?;\s{1,9})
    |(?P<dash>\s[\u2013\u2014]\s{1,9}|\s-{1,2}\s{1,9}|\s?\u2014\s?)
    |(?P<contrast>
        ,?\s{1,9}(?=(?:but|although|though|tho|whereas|whilst|yet|however|albeit|except)
                 \b(?!,?\s{0,9}$))
        |,\s{1,9}(?=(?:while|just|only|if\ not|not)\b))
    |(?P<and>,?\s{1,9}(?=(?:and|n|&|plus|so|or)\s+
                     (?:then\ |also\ |perhaps\ |maybe\ |just\ )?<subjects>\b))
    |(?P<comma>,\s{1,9}(?=<subjects>\b))
    |(?P<item>,\s{1,9}(?:and\s{1,9})?(?=\S))
    |(?P<join>\s{1,9}(?=(?:and|n|&|plus)\s))"""


# Nobody says one thing in more characters; the caps bound the time.
_LONGEST, _MOST_BORDERS = 1_200, 24


@dataclass(frozen=True, slots=True)
class Border:
    """A place in a sentence where another point may begin.

    The words before it end at `left`, those after it begin at `right`.
    """

    left: int
    right: int
    sort: str


def sentences_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a stretch begins and ends, without outer blanks."""
    begins = start
    for found in _END.finditer(text, start, end):
        if _SHORTENED.search(text[max(begins, found.start() - 9) : found.start() + 1]):
            continue
        yield from _trimmed(text, begins, found.end())
        begins = found.end()
    yield from _trimmed(text, begins, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence without outer blanks, in parts where it has no end."""
    while end - start > _LONGEST:
        cut = text.rfind(" ", start, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
    said = text[start:end]
    if _has_word(said):
        first = start + len(said) - len(said.lstrip())
        yield first, first + len(said.strip())


def borders_in(text: str, start: int, end: int) -> list[Border]:
    """Return the places in a sentence where another point may begin, in order."""
    found: list[Border] = []
    begins = start
    for place in islice(_borders().finditer(text, start, end), _MOST_BORDERS):
        border = Border(place.start(), place.end(), str(place.lastgroup))
        sides = text[begins : border.left], text[border.right : end]
        if all(map(_has_word, sides)):
            found.append(border)
            begins = border.right
    return found


def _has_word(said: str) -> bool:
    return any(letter.isalnum() for letter in said)


def has_verb(said: str) -> bool:
    """Tell whether words hold something that looks like a verb."""
    return _pattern(r"\b<verbs>\b").search(said) is not None


def opens_with_circumstance(said: str) -> bool:
    """Tell whether words begin with "when", "in", "if" and their like."""
    return _pattern(r"\W*<openings>\b").match(said) is not None


def opens_with_contrast(said: str) -> bool:
    """Tell whether words begin with "although" and its like."""
    return _pattern(r"\W*<contrasts>\b").match(said) is not None


def _borders() -> re.Pattern[str]:
    return _pattern(_BORDERS)


@cache
def _pattern(wording: str) -> re.Pattern[str]:
    """Return a wording with each `<list>` of `clauses.toml` spelled out."""
    content = (files(__package__) / "clauses.toml").read_text("utf-8")
    for name, words in tomllib.loads(content).items():
        spelled = "|".join(words).replace("'", "['\u2019]?").replace(" ", r"\ ")
        wording = wording.replace(f"<{name}>", f"(?:{spelled})")
    return re.compile(wording, re.VERBOSE | re.IGNORECASE)
