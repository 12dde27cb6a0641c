"""Claims of cards that cannot both be so: figures, dates and parts that disagree."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from onward.domain.interview.cards.card import Card
from onward.domain.interview.stems import stems_of

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "dozen": 12,
}  # fmt: skip
_WORDS = "|".join(_NUMBERS)
_FIGURE = re.compile(
    rf"(?P<money>[\u00a3$\u20ac])?\b(?P<number>\d[\d,]*(?:\.\d+)?|{_WORDS})"
    r"(?P<share>\s*(?:%|per ?cent))?\s*(?P<thing>[a-z][a-z-]+)?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SOLE = re.compile(
    r"\b(?:on my own|alone|by myself|single-?handed(?:ly)?|nobody else|only one)\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\b(?:with (?:a|my|the|two|three|four) (?:team|colleagues?|others?)|our team"
    r"|we all|my team|as a team|team of)\b",
    re.IGNORECASE,
)
_LED = re.compile(
    r"\b(?:i led|led the|managed the|in charge of|ran the)\b", re.IGNORECASE
)
_HELPED = re.compile(r"\b(?:helped|assisted|supported|shadowed)\b", re.IGNORECASE)
# Cards tell of one thing if so many of their telling words are the same.
_SAME_STORY, _FEWEST_SHARED = 0.3, 3
_NO_THING = frozenset(("to", "and", "of", "in", "by", "on", "at", "from", "or", "for"))


class About(StrEnum):
    """What two claims disagree about."""

    FIGURE = "figure"
    YEAR = "year"
    ALONE = "alone"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two cards that seem to tell one thing two ways, with the words of each."""

    about: About
    first: Card
    first_words: str
    second: Card
    second_words: str


def disagreements(cards: Sequence[Card]) -> tuple[Disagreement, ...]:
    """Return where cards that tell of the same thing disagree, for the person to look.

    Only cards that clearly share a story are held against each other.
    """
    return tuple(
        found
        for first, second in combinations(cards, 2)
        if _same_story(first, second)
        for found in _between(first, second)
    )


def _same_story(first: Card, second: Card) -> bool:
    one, other = (
        {stem for stem in stems_of(card.told) if not stem[0].isdigit()}
        for card in (first, second)
    )
    shared = len(one & other)
    return shared >= max(_FEWEST_SHARED, _SAME_STORY * min(len(one), len(other)))


def _between(first: Card, second: Card) -> Iterator[Disagreement]:
    yield from _figures(first, second)
    one, other = (set(_YEAR.findall(card.told)) for card in (first, second))
    if one and other and not one & other:
        yield Disagreement(About.YEAR, first, min(one), second, min(other))
    yield from _apart(About.ALONE, _SOLE, _TOGETHER, first, second)
    yield from _apart(About.PART, _LED, _HELPED, first, second)


def _figures(first: Card, second: Card) -> Iterator[Disagreement]:
    """Yield the things that both count and of which they have other numbers."""
    one, other = _counted(first.told), _counted(second.told)
    for thing in one.keys() & other.keys():
        if not set(one[thing]) & set(other[thing]):
            mine, theirs = one[thing], other[thing]
            words = next(iter(mine.values())), next(iter(theirs.values()))
            yield Disagreement(About.FIGURE, first, words[0], second, words[1])


def _counted(told: str) -> dict[str, dict[float, str]]:
    """Return what a text counts, each with its numbers and the words they stand in."""
    found: dict[str, dict[float, str]] = {}
    for line in told.split("\n"):
        for figure in _FIGURE.finditer(line):
            thing = _thing(figure)
            if thing and not _YEAR.fullmatch(figure["number"]):
                found.setdefault(thing, {})[_value(figure["number"])] = line
    return found


def _thing(figure: re.Match[str]) -> str:
    """Return what a figure counts: money, a share, or the word behind it."""
    if figure["money"] or figure["share"]:
        return "money" if figure["money"] else "share"
    thing = (figure["thing"] or "").lower()
    stems = stems_of(thing)
    return next(iter(stems), "") if thing not in _NO_THING else ""


def _value(number: str) -> float:
    word = number.lower()
    return float(_NUMBERS.get(word) or word.replace(",", ""))


def _apart(
    about: About,
    one: re.Pattern[str],
    other: re.Pattern[str],
    first: Card,
    second: Card,
) -> Iterator[Disagreement]:
    """Yield that one card says one thing of the person's part and the other another."""
    for mine, theirs in ((one, other), (other, one)):
        here, there = mine.search(first.told), theirs.search(second.told)
        if here and there and not mine.search(second.told):
            yield Disagreement(about, first, here.group(), second, there.group())
