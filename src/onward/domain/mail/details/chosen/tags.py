"""Tells of each word of a mail how likely it is of the name of an employer or a role.

A linear model over words and signs, one for each language, taught by
`tools.train_names` on mail whose names were noted.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from math import inf
from typing import Any

import numpy as np
import numpy.typing as npt

from onward.domain.mail.details.chosen.tokens import (
    ROWS,
    Token,
    features_of,
    tokens_of,
)
from onward.domain.mail.encoder.encode import shares
from onward.domain.mail.language import Language
from onward.domain.mail.meaning.weights import Floats
from onward.domain.mail.message import Address

# So much less likely a word must be outside a name: what is found is weighed later.
OUTSIDE_LESS = 2.5
_TINY = 1e-9


class Kind(StrEnum):
    """Whose name it is."""

    ROLE = "role"
    EMPLOYER = "employer"


KINDS = tuple(Kind)
# The languages whose mail was taught, and the names of their files.
TAUGHT: Mapping[Language, str] = {"en": "names", "de": "names-german"}
# Each word is outside a name, begins one, or goes on with one.
OUTSIDE, BEGINS, GOES_ON = 0, 1, 2
TAGS = 3


@dataclass(frozen=True, slots=True)
class WordWeights:
    """A row for each number of a feature, one column for each tag of each kind."""

    rows: npt.NDArray[np.int8]
    step: Floats
    bias: Floats


@dataclass(frozen=True, slots=True)
class Tagged:
    """The words of a mail, and the odds of each tag of each kind, a row a word."""

    tokens: Sequence[Token]
    odds: Floats


@dataclass(frozen=True, slots=True)
class Span:
    """Words that may be a name, as they stand, and how likely they are one."""

    name: str
    chance: float


@cache
def shipped_words(language: Language = "en") -> WordWeights:
    """Return the weights of words inside the package, read on first use."""
    with shipped_in(language, "npz").open("rb") as stored:
        return words_from(dict(np.load(stored, allow_pickle=False)))


def shipped_in(language: Language, kind: str) -> Traversable:
    """Return the file of a kind that holds what training left of a language."""
    return files("onward.domain.mail") / "weights" / f"{TAUGHT[language]}.{kind}"


def words_from(stored: Mapping[str, npt.NDArray[Any]]) -> WordWeights:
    """Return the weights of words as they are stored: only rows that say something."""
    step, bias = (stored[name].astype(np.float32) for name in ("step", "bias"))
    rows = np.zeros((ROWS, len(bias)), np.int8)
    rows[stored["places"]] = stored["rows"]
    return WordWeights(rows, step, bias)


def tagged(text: str, sender: Address, language: Language = "en") -> Tagged:
    """Return the words of a mail with what they say of each tag."""
    tokens = tokens_of(text)
    return Tagged(tokens, by_words(tokens, text, sender, shipped_words(language)))


def by_words(
    tokens: Sequence[Token],
    text: str,
    sender: Address,
    weights: WordWeights,
) -> Floats:
    """Return what words and signs say of each tag of each kind, a row a token."""
    numbers = features_of(tokens, text, sender)
    total = weights.rows[numbers].sum(axis=1, dtype=np.int32)
    return np.asarray(total * weights.step + weights.bias, np.float32)


def spans_in(
    odds: Floats, kind: Kind, tokens: Sequence[Token], text: str
) -> list[Span]:
    """Return what may be a name of a kind, each spelling once, by what tags say."""
    first = KINDS.index(kind) * TAGS
    return spans_of(odds[:, first : first + TAGS], tokens, text)


def spans_of(odds: Floats, tokens: Sequence[Token], text: str) -> list[Span]:
    """Return the same by the tags of one kind alone, a column for each."""
    chances = shares(odds)
    found: dict[str, Span] = {}
    for start, end in _runs(best_tags(np.log(chances + _TINY).tolist())):
        name = " ".join(text[tokens[start].start : tokens[end - 1].end].split())
        chance = float(1 - chances[start:end, OUTSIDE].mean())
        before = found.get(name.lower())
        if before:
            chance = 1 - (1 - before.chance) * (1 - chance)
            name = before.name if before.name[:1].isupper() else name
        found[name.lower()] = Span(name, chance)
    return list(found.values())


def best_tags(odds: Sequence[Sequence[float]]) -> list[int]:
    """Return the likeliest row of tags in which nothing goes on that has not begun.

    A row has the odds of each tag, in logarithms (Viterbi, 1967).
    """
    outside, begins, goes_on = 0.0, -inf, -inf
    ways = list[tuple[int, int]]()
    for out, begin, on in odds:
        within = BEGINS if begins >= goes_on else GOES_ON
        most = max(begins, goes_on)
        best = OUTSIDE if outside >= most else within
        ways.append((best, within))
        most_of_all = max(outside, most)
        outside = most_of_all + out - OUTSIDE_LESS
        begins, goes_on = most_of_all + begin, most + on
    last = max((outside, OUTSIDE), (begins, BEGINS), (goes_on, GOES_ON))[1]
    tags = [last]
    for best, within in reversed(ways[1:]):
        tags.append(within if tags[-1] == GOES_ON else best)
    return tags[::-1] if ways else []


def _runs(tags: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield where each name begins, and where the next word after it is."""
    start = -1
    for place, tag in enumerate([*tags, OUTSIDE]):
        if start >= 0 and tag != GOES_ON:
            yield start, place
            start = -1
        if tag == BEGINS:
            start = place
