"""From a text to its sentences, words and terms: what the model counts."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from onward.domain.mail.meaning_concepts import concept_names, phrase_openings

_WORD = re.compile(r"[^\W\d_]+|\d+|[?!]")
_APOSTROPHES = re.compile(r"(?<=\w)['\u2019](?=\w)")
# What French shortens is a word of its own: "l'offre" is "offre".
_SHORTENED = re.compile(r"\b(?:[cdjlmnst]|qu)['\u2019](?=\w)")
_END = re.compile(
    r"[.!?…][\"'”\u2019)\]]{0,3}\s+(?=[\"'“\u2018(\[]?[^\W\da-z]|\d)|[!?]\s+|\n"
)
_ITEM = re.compile(r"[ \t>]*(?:\n|$|[-*•·]|\d+[.)]\s)")
# A line shorter than this ends a sentence; longer ones were wrapped by a mail program.
_SHORT_LINE = 44
# Mail that lost its full stops is read in stretches of this many words.
_LONGEST_SENTENCE = 40
# Later words of a long newsletter add time and no knowledge.
_MOST_WORDS = 700
_NEIGHBOURS = 4
_DIGITS_OF_A_DAY = 2


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of the text that says one thing, and its place in the text."""

    start: int
    end: int
    words: tuple[str, ...]


def sentences_of(text: str) -> list[Sentence]:
    """Return the sentences of a text in order, with their offsets."""
    found: list[Sentence] = []
    words_left = _MOST_WORDS
    for start, end in _stretches(text):
        for sentence in _worded(text, start, end):
            found.append(sentence)
            words_left -= len(sentence.words)
        if words_left <= 0:
            break
    return found


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


def _worded(text: str, start: int, end: int) -> Iterator[Sentence]:
    said = text[start:end]
    words = words_in(said)
    if not words:
        return
    if len(words) > _LONGEST_SENTENCE:
        yield from _cut(text, start, end)
        return
    start += len(said) - len(said.lstrip())
    yield Sentence(start, start + len(said.strip()), words)


def _cut(text: str, start: int, end: int) -> Iterator[Sentence]:
    """Part a stretch that lost its full stops, at blanks."""
    words = list(islice(re.finditer(r"\S+", text[start:end]), _MOST_WORDS))
    for first in range(0, len(words), _LONGEST_SENTENCE):
        part = words[first : first + _LONGEST_SENTENCE]
        begins, ends = start + part[0].start(), start + part[-1].end()
        yield Sentence(begins, ends, words_in(text[begins:ends]))


def words_in(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case, without apostrophes, numbers as 0."""
    lowered = text.lower()
    if "'" in lowered or "\u2019" in lowered:
        lowered = _APOSTROPHES.sub("", _SHORTENED.sub(_parted, lowered))
    found = _WORD.findall(lowered)
    if True not in map(str.isdigit, found):
        return tuple(found)
    return tuple(_number(word) if word.isdigit() else word for word in found)


def _parted(shortened: re.Match[str]) -> str:
    return f"{shortened[0][:-1]} "


def _number(digits: str) -> str:
    return "0" if len(digits) <= _DIGITS_OF_A_DAY else "000"


def terms_of(words: tuple[str, ...], known: Container[str] | None = None) -> list[str]:
    """Return what the model counts: words, pairs, triples and concepts.

    With the terms a model knows, what it cannot know is left out early: a pair is
    known only if its words are, and a triple only if its pairs are.
    """
    named = concepts_in(words)
    linked = [
        f"{first}>{second}"
        for place, first in enumerate(named)
        for second in named[place + 1 : place + 1 + _NEIGHBOURS]
    ]
    if known is not None:
        return [*_known_runs(words, known), *named, *linked]
    pairs = [f"{a} {b}" for a, b in pairwise(words)]
    triples = [f"{a} {b}" for a, b in zip(pairs, words[2:], strict=False)]
    return [*words, *pairs, *triples, *named, *linked]


def _known_runs(words: tuple[str, ...], known: Container[str]) -> Iterator[str]:
    before = pair_before = ""
    for word in words:
        if word not in known:
            before = pair_before = ""
            continue
        yield word
        pair = f"{before} {word}" if before else ""
        if pair and pair in known:
            yield pair
            if pair_before:
                yield f"{pair_before} {word}"
            pair_before = pair
        else:
            pair_before = ""
        before = word


def concepts_in(words: tuple[str, ...]) -> list[str]:
    """Return the concepts a sentence speaks of, in order; longer phrases win."""
    names, openings = concept_names(), phrase_openings()
    found: list[str] = []
    after = 0
    for place, word in enumerate(words):
        if place < after:
            continue  # it belongs to a phrase
        if word in openings:
            length, name = _longest(words, place, names, openings[word])
            after = place + length
        elif word in names:
            name = names[word]
        else:
            continue
        if name and (not found or found[-1] != name):
            found.append(name)
    return found


def _longest(
    words: tuple[str, ...], place: int, names: dict[str, str], most: int
) -> tuple[int, str]:
    for length in range(most, 1, -1):
        name = names.get(" ".join(words[place : place + length]))
        if name:
            return length, name
    return 1, names.get(words[place], "")
