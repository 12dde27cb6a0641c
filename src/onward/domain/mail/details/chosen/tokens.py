"""A mail as a row of words, each with numbers for what stands at it and around it.

Models that name the words of an employer or a role look these numbers up.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt

from onward.domain.mail.details.employer.labels import domain_label
from onward.domain.mail.details.employer.names import (
    is_first_name,
    is_organisation,
    squeezed,
)
from onward.domain.mail.details.patterns.read import speaks_of
from onward.domain.mail.details.role.alone import FAREWELL
from onward.domain.mail.message import Address

Numbers = npt.NDArray[np.uint32]
_TOKEN = re.compile(
    r"[^\W\d_]+(?:['\u2019&.+-][^\W_]+)*|\d+|\n|[^\w\s]",
)
# What names somebody stands near the beginning or the end of a mail's first page.
MOST_TOKENS = 600
_BREAK = "\n"
_MOST_KEY, _SHORT_LINE, _LAST_LINES, _LONGEST_DIGITS = 5, 9, 4, 5
_SHORT_WORD, _SHORTEST_IN_LABEL, _SHORTEST_TWO_IN_LABEL = 3, 3, 4
_REACH = 3
# More of a word tells nothing, and would be remembered.
_LONGEST_WORD = 60
# The table of weights has so many rows; two features in one row are rare enough.
ROWS = 1 << 18
_MIX, _FOLD = np.uint32(0x9E3779B1), np.uint32(15)
_FIRST, _ORGANISATION, _TRADE, _TRADE_ENDING = 1, 2, 4, 8
_BY_ITSELF = ("word", "shape", "begins", "ends_in_three", "ends_in_four", "kind")
_WITHIN, _BEGINS, _NAMED, _TWO_WITHIN = 1, 2, 4, 8


class Token(NamedTuple):
    """A word, a number, a sign or the end of a line, and where it stands."""

    start: int
    end: int
    word: str


def tokens_of(text: str) -> list[Token]:
    """Return the words of a text, its numbers, signs and ends of lines, in order."""
    found = islice(_TOKEN.finditer(text), MOST_TOKENS)
    return [Token(*one.span(), one[0]) for one in found]


def features_of(tokens: Sequence[Token], text: str, sender: Address) -> Numbers:
    """Return a row for each token with the numbers of its features, below `ROWS`."""
    known = np.array(
        [_known(token.word[:_LONGEST_WORD]) for token in tokens], np.uint32
    )
    columns = dict(zip(_BY_ITSELF, known.T, strict=True)) | _lines(tokens, text)
    columns["sender"] = np.array(list(_by_sender(tokens, sender)), np.uint32)
    moved = {part: _moved(columns[part[0]], part[1]) for part in _PARTS}
    many = [_mixed(salts, rows, moved) for salts, rows in _BY_LENGTH]
    return np.concatenate(many).T % np.uint32(ROWS)


def _moved(column: Numbers, by: int) -> Numbers:
    """Return what stands so many places further on, 0 beyond the ends."""
    if not by:
        return column
    moved = np.zeros_like(column)
    if by > 0:
        moved[:-by] = column[by:]
    else:
        moved[-by:] = column[:by]
    return moved


def _mixed(
    salts: Numbers, rows: "Sequence[_Parts]", moved: "Mapping[_Part, Numbers]"
) -> Numbers:
    """Return one number for each feature of as many parts, and each token."""
    mixed = salts[:, None]
    for parts in zip(*rows, strict=True):
        mixed = (mixed ^ np.stack([moved[part] for part in parts])) * _MIX
        mixed ^= mixed >> _FOLD
    return mixed


_Part = tuple[str, int]
_Parts = tuple[_Part, ...]


def _at(name: str, *places: int) -> _Parts:
    return tuple((name, by) for by in places)


def _feature_parts() -> Iterator[_Parts]:
    for by in range(-_REACH, _REACH + 1):
        yield _at("word", by)
    yield from (_at("word", by, by + 1) for by in range(-2, 2))
    yield from (_at("word", by, by + 1, by + 2) for by in (-_REACH, 1))
    yield from (_at("shape", *range(-by, by + 1)) for by in range(_REACH))
    yield from (_at(name, 0) for name in ("begins", "ends_in_three", "ends_in_four"))
    yield from (_at("ends_in_four", by) for by in (-1, 1))
    yield from (_at("kind", by) for by in (-1, 0, 1, 2))
    yield _at("kind", -1, 0, 1)
    yield (*_at("kind", 0), *_at("shape", 0))
    yield (*_at("word", -1), *_at("shape", 0))
    yield (*_at("word", 1), *_at("shape", 0))
    for name in ("part", "line_from_end", "place_in_line", "key", "sender"):
        yield _at(name, 0)
        yield (*_at(name, 0), *_at("shape", 0))
    yield (*_at("part", 0), *_at("kind", 0))
    yield _at("sender", -1, 0, 1)


def _by_length() -> Iterator[tuple[Numbers, tuple[_Parts, ...]]]:
    """Yield the features of as many parts together, each with a number of its own."""
    named = list(enumerate(_feature_parts(), 1))
    for length in sorted({len(parts) for _, parts in named}):
        some = [(salt, parts) for salt, parts in named if len(parts) == length]
        salts = np.array([salt for salt, _ in some], np.uint32)
        yield salts, tuple(parts for _, parts in some)


_BY_LENGTH = tuple(_by_length())
_PARTS = frozenset(part for _, rows in _BY_LENGTH for parts in rows for part in parts)


@lru_cache(maxsize=4_096)
def _known(word: str) -> tuple[int, ...]:
    """Return what is known of a word by itself, in the order of `_BY_ITSELF`."""
    plain = re.sub(r"\d", "0", word.lower())
    is_long = len(plain) > _SHORT_WORD
    parts = (plain[:4], plain[-3:], plain[-4:]) if is_long else ("", "", "")
    return (*map(_number, (plain, _shape(word), *parts)), _kind(word))


def _number(text: str) -> int:
    return crc32(text.encode())


def _shape(word: str) -> str:
    if word.isdigit():
        return f"0{min(len(word), _LONGEST_DIGITS)}"
    if not word[0].isalnum():
        return word
    if word.isupper():
        return "A" if len(word) == 1 else "AA"
    return "Aa" if word[0].isupper() else "a"


def _kind(word: str) -> int:
    if not word[0].isalpha():
        return 0
    kind = _FIRST * is_first_name(word) + _ORGANISATION * is_organisation(word)
    if speaks_of("trades", word):
        return kind + _TRADE
    return kind + _TRADE_ENDING * speaks_of("trade_endings", word)


def _lines(tokens: Sequence[Token], text: str) -> dict[str, Numbers]:
    """Return where in the mail and in its line each token stands."""
    lines = list(_by_line(tokens))
    told = sum(len(line) > 1 for line in lines)
    rows: list[tuple[int, int, int, int]] = []
    is_signed, number = False, 0
    for place, line in enumerate(lines):
        number += len(line) > 1
        said = text[line[0].start : line[-1].end].strip()
        is_signed = is_signed or FAREWELL.match(said) is not None
        part = 1 if not place else 3 if is_signed else 2
        from_end = min(_LAST_LINES, told - number) if place else _LAST_LINES + 1
        key = _key(line)
        rows += ((part, from_end, _in_line(n, line), key) for n in range(len(line)))
    names = ("part", "line_from_end", "place_in_line", "key")
    table = np.array(rows, np.uint32).reshape(len(tokens), len(names))
    return dict(zip(names, table.T, strict=True))


def _by_line(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    start = 0
    for place, token in enumerate(tokens, 1):
        if token.word == _BREAK or place == len(tokens):
            yield tokens[start:place]
            start = place


def _key(line: Sequence[Token]) -> int:
    """Return a number for the label that opens a line: "Post applied for:"."""
    words = [token.word for token in line[: _MOST_KEY + 1]]
    if ":" not in words:
        return 0
    return _number(" ".join(words[: words.index(":")]).lower())


def _in_line(place: int, line: Sequence[Token]) -> int:
    is_first, is_last = not place, place >= len(line) - 2
    return 1 + is_first + 2 * is_last + 4 * (len(line) < _SHORT_LINE)


def _by_sender(tokens: Sequence[Token], sender: Address) -> Iterator[int]:
    """Yield how each word is like the sender's name and address."""
    label = squeezed(domain_label(sender.domain))
    named = frozenset(re.findall(r"\w+", sender.name.lower()))
    bare = [squeezed(token.word) for token in tokens]
    for place, word in enumerate(bare):
        signs = _NAMED * (tokens[place].word.lower() in named)
        if label and len(word) >= _SHORTEST_IN_LABEL:
            signs += _WITHIN * (word in label) + _BEGINS * label.startswith(word)
        two = word + bare[place + 1] if word and place + 1 < len(bare) else ""
        if label and len(two) >= _SHORTEST_TWO_IN_LABEL and two != word:
            signs += _TWO_WITHIN * (two in label)
        yield signs
