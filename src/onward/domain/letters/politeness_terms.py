"""What the politeness model counts: words in a row, strategies, and a few shapes."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import log1p

from onward.domain.letters.sentences import Sentence
from onward.domain.letters.wording import Index, Wording, index_of, wording

_LINK = re.compile(r"<url>|https?://\S+|(?<!\S)\S{1,100}@\S{1,200}\.\w+")
_NUMBER = re.compile(r"\b\w*[\d_]\w*\b")
_NOT = re.compile(r"n't\b")
_SHORT_FORM = re.compile(r"(?<=\w)'(?=(?:m|re|s|ll|d|ve)\b)")
_TOKEN = re.compile(r"[^\W\d_]*'?[^\W\d_]+|0|\.{2,}|[?!]+|[^\w\s]")
_ENDS = frozenset(".?!")
# Stands before each sentence, so that words at its beginning are told apart.
_START = "^"
_SHOUTED = re.compile(r"\b[A-Z]{3,}\b")
_DOTS = re.compile(r"\.{2,}|…")
_SMILE = re.compile(r"[:;]-?[)DpP(]")
_MARKS = re.compile(r"[?!]{2,}")
_ASIDE = re.compile(r"[(\"\u201c]")
# A fourth use of one strategy says no more than the third.
_MOST = 3
_SHAPES = (
    "length",
    "length of the last sentence",
    "sentences",
    "question marks",
    "exclamation marks",
    "marks in a row",
    "capitals",
    "dots",
    "smiles",
    "asides",
    "ends in a question",
    "begins small",
)


@dataclass(frozen=True, slots=True)
class _Strategies:
    """The strategies by name, their wordings in a row, and whose each wording is."""

    names: tuple[str, ...]
    wordings: tuple[Wording, ...]
    owners: tuple[int, ...]
    index: Index


def terms_of(text: str) -> set[str]:
    """Return the words and marks of a text, and their pairs and triples.

    `a _ b` stands for two words with any one between them.
    """
    words = list(_tokens(text))
    pairs = [f"{first} {second}" for first, second in pairwise(words)]
    triples = [f"{pair} {last}" for pair, last in zip(pairs, words[2:], strict=False)]
    gapped = [f"{one} _ {two}" for one, two in zip(words, words[2:], strict=False)]
    return {*words, *pairs, *triples, *gapped}


def _tokens(text: str) -> Iterator[str]:
    plain = _LINK.sub(" link ", text.lower().replace("\u2019", "'"))
    plain = _NOT.sub(" n't", _SHORT_FORM.sub(" '", _NUMBER.sub("0", plain)))
    yield _START
    for token in _TOKEN.findall(plain):
        yield token[:1] if token[0] in "?!" else token
        if token[0] in "?!" and len(token) > 1:
            yield f"{token[0]}{token[0]}"
        if token[0] in _ENDS:
            yield _START


def traits_of(text: str, sentences: Sequence[Sentence]) -> list[float]:
    """Return how often each strategy is used, and shapes of the text, from 0 to 1."""
    known = _strategies()
    used = [0] * len(known.names)
    for sentence in sentences:
        for place in known.index.worth_trying(word.said for word in sentence.words):
            hits = sum(1 for _ in known.wordings[place].spans_in(sentence.said))
            used[known.owners[place]] += hits
    often = [min(count, _MOST) / _MOST for count in used]
    return [*(float(count > 0) for count in used), *often, *_shapes(text, sentences)]


def trait_names() -> list[str]:
    """Return the names of the traits, in the order of `traits_of`."""
    names = _strategies().names
    return [*names, *(f"{name}, how often" for name in names), *_SHAPES]


def _shapes(text: str, sentences: Sequence[Sentence]) -> list[float]:
    words = sum(len(sentence.words) for sentence in sentences)
    last = len(sentences[-1].words) if sentences else 0
    counted = (
        len(sentences),
        text.count("?"),
        text.count("!"),
        len(_MARKS.findall(text)),
        len(_SHOUTED.findall(text)),
        len(_DOTS.findall(text)),
        len(_SMILE.findall(text)),
        len(_ASIDE.findall(text)),
    )
    return [
        log1p(words) / 4,
        log1p(last) / 4,
        *(min(count, _MOST) / _MOST for count in counted),
        float(text.rstrip().endswith("?")),
        float(text.lstrip()[:1].islower()),
    ]


@cache
def _strategies() -> _Strategies:
    content = (files("onward.domain.letters") / "strategies.toml").read_text("utf-8")
    stored = tomllib.loads(content)
    groups: Mapping[str, str] = stored["groups"]
    lines: Mapping[str, list[str]] = stored["strategies"]
    wordings = [
        (place, wording(line, groups))
        for place, said in enumerate(lines.values())
        for line in said
    ]
    return _Strategies(
        names=tuple(lines),
        wordings=tuple(each for _, each in wordings),
        owners=tuple(place for place, _ in wordings),
        index=index_of(each for _, each in wordings),
    )
