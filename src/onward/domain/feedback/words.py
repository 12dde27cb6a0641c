"""From a stretch of text to its words and the concepts they stand for."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_]+|\d+|[?!£$€%]")
_APOSTROPHES = re.compile(r"(?<=\w)['\u2019](?=\w)")
_LONGEST = 5  # words in a phrase of `concepts.txt`
_SHORT_NUMBER = 2
_NEIGHBOURS = 3
_JUST_NAMED = 4


@dataclass(frozen=True, slots=True)
class _Lexicon:
    phrases: dict[str, tuple[str, ...]]
    openings: frozenset[str]


def words_in(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case, without apostrophes, numbers as 0."""
    found = _WORD.findall(_APOSTROPHES.sub("", text.lower()))
    return tuple(_number(word) if word.isdigit() else word for word in found)


def _number(digits: str) -> str:
    return "0" if len(digits) <= _SHORT_NUMBER else "000"


def concepts_in(words: tuple[str, ...]) -> list[str]:
    """Return the concepts that words speak of, in order, one just named not again."""
    lexicon = _lexicon()
    found: list[str] = []
    for place in range(len(words)):
        for name in _names_at(words, place, lexicon):
            if name not in found[-_JUST_NAMED:]:
                found.append(name)
    return found


def is_of_a_concept(word: str) -> bool:
    """Tell whether a single word stands for a concept of feedback."""
    return word in _lexicon().phrases


def _names_at(words: tuple[str, ...], place: int, lexicon: _Lexicon) -> list[str]:
    """Return the concepts of all phrases that begin here, longest first."""
    if words[place] not in lexicon.openings:
        return []
    names: list[str] = []
    for length in range(min(_LONGEST, len(words) - place), 0, -1):
        for name in lexicon.phrases.get(" ".join(words[place : place + length]), ()):
            if name not in names:
                names.append(name)
    return names


def terms_of(words: tuple[str, ...]) -> list[str]:
    """Return what the model counts: words, pairs, triples, concepts and their pairs."""
    pairs = [f"{a} {b}" for a, b in pairwise(words)]
    triples = [f"{a} {b}" for a, b in zip(pairs, words[2:], strict=False)]
    named = concepts_in(words)
    linked = [
        f"{first}>{second}"
        for place, first in enumerate(named)
        for second in named[place + 1 : place + 1 + _NEIGHBOURS]
    ]
    return [*words, *pairs, *triples, *named, *linked]


@cache
def _lexicon() -> _Lexicon:
    content = (files(__package__) / "concepts.txt").read_text("utf-8")
    phrases: dict[str, list[str]] = {}
    for line in content.splitlines():
        name, told, listed = line.partition(" = ")
        if told and not line.startswith("#"):
            for phrase in listed.split("|"):
                phrases.setdefault(phrase, []).append(name)
    openings = frozenset(phrase.partition(" ")[0] for phrase in phrases)
    index = {phrase: tuple(dict.fromkeys(names)) for phrase, names in phrases.items()}
    return _Lexicon(index, openings)
