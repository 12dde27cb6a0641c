"""From a text to its sentences, words and terms: what the model counts."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, pairwise
from typing import NamedTuple

from onward.domain.mail.meaning.concepts import concept_names, concept_openings

_WORD = re.compile(r"[^\W\d_]+|\d+|[?!]")
_APOSTROPHES = re.compile(r"(?<=\w)['\u2019](?=\w)")
# What French shortens is a word of its own: "l'offre" is "offre".
_SHORTENED = re.compile(r"\b(?:[cdjlmnst]|qu)['\u2019](?=\w)")
# It begins with one set of letters, which is found many times sooner.
_END = re.compile(
    r"[.!?…\n](?:(?<=\n)\n*|[\"'”\u2019)\]]{0,3}\s+(?=[\"'“\u2018(\[]?[^\W\da-z]|\d)"
    r"|(?<=[!?])\s+)"
)
_ITEM = re.compile(r"[ \t>]*(?:\n|$|[-*•·]|\d+[.)]\s)")
# A line shorter than this ends a sentence; longer ones were wrapped by a mail program.
_SHORT_LINE = 44
# Mail that lost its full stops is read in stretches of this many words.
_LONGEST_SENTENCE = 40
# Longer ones hold what no other mail does, and would fill the memory.
LONGEST_REMEMBERED = 400
# Later words of a long newsletter add time and no knowledge.
_MOST_WORDS = 700
_NEIGHBOURS, _LINKED = 4, 2
# Plain letters in lower case, digits as 0, ? and ! as they are, a space for all else:
# words without numbers are found so in a fifth of the time that the pattern takes.
_LETTERS = re.sub(
    rb"[^a-z?!0]", b" ", re.sub(rb"\d", b"0", bytes(range(128)).lower())
) + bytes(128)
_DIGITS_OF_A_DAY = 2
_DAY_IN_GERMAN = re.compile(
    r"\D?\d{1,2}\.\s+(?:Jan|Jän|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)"
)


class Sentence(NamedTuple):
    """A stretch of the text that says one thing, and its place in the text."""

    start: int
    end: int
    words: tuple[str, ...]


def sentences_of(text: str) -> list[Sentence]:
    """Return the sentences of a text in order, with their offsets."""
    found: list[Sentence] = []
    words_left = _MOST_WORDS
    for start, end in _stretches(text):
        stretch = text[start:end]
        said = stretch.strip()
        if not said:
            continue
        is_short = len(said) <= LONGEST_REMEMBERED
        parts, count = _parts_known(said) if is_short else _parts_of(said)
        begins = start + stretch.index(said[0])
        found += [Sentence(begins + at, begins + to, some) for at, to, some in parts]
        words_left -= count
        if words_left <= 0:
            break
    return found


_Parts = list[tuple[int, int, tuple[str, ...]]]


def _parts_of(said: str) -> tuple[_Parts, int]:
    """Return where the sentences of a stretch are, and how many words it has."""
    words = words_in(said)
    if len(words) > _LONGEST_SENTENCE:
        return _cut(said), len(words)
    return [(0, len(said), words)] if words else [], len(words)


def _cut(said: str) -> _Parts:
    """Part a stretch that lost its full stops, at blanks."""
    found = list(islice(re.finditer(r"\S+", said), _MOST_WORDS))
    ends = [*range(0, len(found), _LONGEST_SENTENCE), len(found)]
    return [
        (at, to, words_in(said[at:to]))
        for first, last in pairwise(ends)
        for at, to in [(found[first].start(), found[last - 1].end())]
    ]


# A subject is read three times, first lines twice, and what companies put below their
# mail a hundred times.
_parts_known = lru_cache(maxsize=1_024)(_parts_of)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for border in _END.finditer(text):
        if border.group() != "\n" or _ends_sentence(text, border.start()):
            yield start, border.end()
            start = border.end()
    yield start, len(text)


def _ends_sentence(text: str, line_end: int) -> bool:
    """Tell whether a line was ended on purpose and not wrapped by a mail program."""
    line_start = text.rfind("\n", 0, line_end) + 1
    if line_end - line_start <= _SHORT_LINE:
        return True
    return _ITEM.match(text, line_end + 1) is not None


def words_in(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case, without apostrophes, numbers as 0."""
    if "'" in text or "\u2019" in text:
        text = _APOSTROPHES.sub("", _SHORTENED.sub(_parted, text.lower()))
    if text.isascii():
        plain = text.encode("ascii").translate(_LETTERS)
        if b"0" not in plain:
            if b"?" in plain or b"!" in plain:
                plain = plain.replace(b"?", b" ? ").replace(b"!", b" ! ")
            return tuple(plain.decode("ascii").split())
    lowered = text.lower()
    found = _WORD.findall(lowered)
    if True not in map(str.isdigit, found):
        return tuple(found)
    return tuple(_number(word) if word.isdigit() else word for word in found)


def _parted(shortened: re.Match[str]) -> str:
    return f"{shortened[0][:-1]} "


def _number(digits: str) -> str:
    return "0" if len(digits) <= _DIGITS_OF_A_DAY else "000"


def is_parted_by_day(text: str, sentence: Sentence) -> bool:
    """Tell whether the dot that ends a sentence is that of a German day: "am 29. Mai".

    The models have learned from both parts as two; a person reads one sentence.
    """
    start = max(sentence.start, sentence.end - len("29."))
    return _DAY_IN_GERMAN.match(text, start) is not None


def terms_of(words: tuple[str, ...]) -> list[str]:
    """Return what the model counts: words, pairs, triples and concepts."""
    pairs = [f"{a} {b}" for a, b in pairwise(words)]
    triples = [f"{a} {b}" for a, b in zip(pairs, words[2:], strict=False)]
    return [*words, *pairs, *triples, *concepts_and_links(words)]


def concepts_and_links(words: tuple[str, ...]) -> list[str]:
    """Return the concepts of a sentence, and pairs of those near one another."""
    named = concepts_in(words)
    if len(named) < _LINKED:
        return named
    linked = [
        f"{first}>{second}"
        for place, first in enumerate(named)
        for second in named[place + 1 : place + 1 + _NEIGHBOURS]
    ]
    return [*named, *linked]


def concepts_in(words: tuple[str, ...]) -> list[str]:
    """Return the concepts a sentence speaks of, in order; longer phrases win."""
    openings = concept_openings()
    found: list[str] = []
    after = 0
    for place, word in enumerate(words):
        if word not in openings or place < after:
            continue  # it belongs to nothing, or to a phrase
        name, seconds = openings[word]
        if seconds:
            length, longer = _longest(words, place, seconds)
            after, name = place + length, longer or name
        if name and (not found or found[-1] != name):
            found.append(name)
    return found


def _longest(
    words: tuple[str, ...], place: int, most: dict[str, int]
) -> tuple[int, str]:
    """Return how many words the longest phrase has and its name; one if there is none.

    `most` are the words that may stand second in one, and how long it may be.
    """
    second = words[place + 1 : place + 2]
    for length in range(most.get(second[0], 0) if second else 0, 1, -1):
        name = concept_names().get(" ".join(words[place : place + length]))
        if name:
            return length, name
    return 1, ""
