"""The words of an answer without what says nothing about it: fillers and stammering.

Repeated sounds, repeated words and fillers are how somebody speaks, not what they say.
They are left out before anything is looked at, so they can neither help nor hurt.
"""

import re
from dataclasses import dataclass

from onward.domain.interview.answers.word_lists import word_list

_WORD = re.compile(
    r"(?:\b(?P<sound>[a-z]{1,3})-\s?(?=(?P=sound)))*(?P<word>[^\W_]+(?:['\u2019.,:-](?=\w)[^\W_]+)*%?)",
    re.IGNORECASE,
)
_SOUNDS = re.compile(r"^(?P<sound>[a-z]{1,3})-(?:(?P=sound)-)*(?=(?P=sound))")
FILLERS = word_list("fillers")
_TWICE = word_list("said_twice")
_TWO_PAIRS = 4


@dataclass(frozen=True, slots=True)
class Token:
    """A word in small letters, and where it stands."""

    word: str
    start: int
    end: int


def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the words, each once where it is stammered, and without fillers."""
    found: list[Token] = []
    for match in _WORD.finditer(text):
        word = _without_sounds(match["word"].lower().replace("\u2019", "'"))
        if word in FILLERS:
            continue
        if found and found[-1].word == word and word not in _TWICE and word.isalpha():
            found[-1] = Token(word, found[-1].start, match.end())
            continue
        found.append(Token(word, match.start(), match.end()))
        if _said_twice(found):
            del found[-_TWO_PAIRS:-2]
    return tuple(found)


def _said_twice(found: list[Token]) -> bool:
    """Whether the last two words were said right before as well."""
    words = [token.word for token in found[-_TWO_PAIRS:]]
    return len(words) == _TWO_PAIRS and words[:2] == words[2:] and words[0].isalpha()


def _without_sounds(word: str) -> str:
    """Return "wanted" for "w-w-wanted"; "t-shirt" and "co-op" stay."""
    while (cut := _SOUNDS.match(word)) and len(word) > cut.end() + 1:
        word = word[cut.end() :]
    return word


def smoothed(text: str) -> str:
    """Return a text without stammering and fillers, for saying it back to somebody."""
    found: list[str] = []
    last = 0
    for token in tokens_of(text):
        whole = text[token.start : token.end]
        between = text[last : token.start]
        if found and any(char.isalnum() for char in between):
            between = " "  # a filler stood here
        found.append((between if found else "") + _last_said(whole, token.word))
        last = token.end
    return "".join(found) + text[last:] if found else text


def _last_said(whole: str, word: str) -> str:
    """Return a word as it is written where it was said whole."""
    at = whole.lower().replace("\u2019", "'").rfind(word)
    return whole[at : at + len(word)] if at >= 0 else whole


def words_in(text: str) -> list[str]:
    """Return only the words."""
    return [token.word for token in tokens_of(text)]


def stem(word: str) -> str:
    """Return what a word has in common with its other forms, roughly."""
    word = word.removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word.removesuffix(ending)
    return word


_SHORTEST = 3
_ENDINGS = (
    "ations", "ation", "ements", "ement", "ments", "ment", "ities", "ity", "ingly",
    "ings", "ing", "ies", "ied", "ions", "ion", "ers", "er", "ed", "es", "ly", "s",
    "e", "y",
)  # fmt: skip
