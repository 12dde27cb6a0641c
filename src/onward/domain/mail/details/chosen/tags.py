"""Tells of each word of a mail how likely it is of the name of an employer or a role.

A linear model over words and signs, and a small net over what the encoder makes of
each word; both are taught by `tools.train_names` on mail whose names were noted.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import islice
from math import inf
from typing import Any

import numpy as np
import numpy.typing as npt

from onward.domain.mail.details.chosen.tokens import (
    ROWS,
    Token,
    features_of,
)
from onward.domain.mail.encoder.encode import states_by_layer
from onward.domain.mail.encoder.weights import shipped_encoder, shipped_in
from onward.domain.mail.encoder.words import Pieces
from onward.domain.mail.meaning.scores import Letter
from onward.domain.mail.meaning.weights import Floats
from onward.domain.mail.message import Address

# Held-out mail chose the layers of the encoder.
LAYERS = (2, 4)
# So much less likely a word must be outside a name: what is found is weighed later.
OUTSIDE_LESS = 2.5
_TINY = 1e-9


class Kind(StrEnum):
    """Whose name it is."""

    ROLE = "role"
    EMPLOYER = "employer"


KINDS = tuple(Kind)
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
class SenseWeights:
    """A net of one layer in between, over the states of a word and those beside it."""

    wide: Floats
    wide_bias: Floats
    narrow: Floats


@dataclass(frozen=True, slots=True)
class Span:
    """Words that may be a name, as they stand, and how likely they are one."""

    name: str
    chance: float


@cache
def shipped_words() -> WordWeights:
    """Return the weights of words inside the package, read on first use."""
    folder = files("onward.domain.mail") / "weights"
    with (folder / "names.npz").open("rb") as stored:
        return words_from(dict(np.load(stored, allow_pickle=False)))


def words_from(stored: Mapping[str, npt.NDArray[Any]]) -> WordWeights:
    """Return the weights of words as they are stored: only rows that say something."""
    step, bias = (stored[name].astype(np.float32) for name in ("step", "bias"))
    rows = np.zeros((ROWS, len(bias)), np.int8)
    rows[stored["places"]] = stored["rows"]
    return WordWeights(rows, step, bias)


@cache
def shipped_senses() -> SenseWeights:
    """Return the weights of what the encoder makes of words, read on first use."""
    with (shipped_in("en") / "names.npz").open("rb") as stored:
        return senses_from(dict(np.load(stored, allow_pickle=False)))


def senses_from(stored: Mapping[str, npt.NDArray[Any]]) -> SenseWeights:
    """Return the net as it is stored: whole numbers, a step for each column."""
    wide = stored["wide"].astype(np.float32) * stored["wide.step"].astype(np.float32)
    bias, narrow = (stored[n].astype(np.float32) for n in ("wide.bias", "narrow"))
    return SenseWeights(wide, bias, narrow)


def by_words(
    tokens: Sequence[Token],
    text: str,
    sender: Address,
    weights: WordWeights | None = None,
) -> Floats:
    """Return what words and signs say of each tag of each kind, a row a token."""
    used = weights or shipped_words()
    numbers = features_of(tokens, text, sender)
    total = used.rows[numbers].sum(axis=1, dtype=np.int32)
    return np.asarray(total * used.step + used.bias, np.float32)


def by_sense(states: Floats, weights: SenseWeights | None = None) -> Floats:
    """Return what the encoder's states of the tokens add to that."""
    used = weights or shipped_senses()
    wide = np.maximum(beside(states) @ used.wide + used.wide_bias, 0)
    return np.asarray(wide @ used.narrow)


def states_at(tokens: Sequence[Token], text: str) -> Floats:
    """Return what `LAYERS` make of each token's first piece; 0 past the last read.

    Takes as long as four layers of the encoder: 10 to 20 ms.
    """
    encoder = shipped_encoder()
    pieces = encoder.vocabulary.pieces_of(Letter(text))
    states = _states(pieces)
    places = {start: place for place, start in reversed([*enumerate(pieces.starts)])}
    found = np.zeros((len(tokens), states.shape[1]), np.float32)
    for row, token in enumerate(tokens):
        if token.start in places:
            found[row] = states[places[token.start]]
    return found


def _states(pieces: Pieces) -> Floats:
    made = islice(states_by_layer(pieces, shipped_encoder()), max(LAYERS))
    kept = [states for layer, states in enumerate(made, 1) if layer in LAYERS]
    return np.concatenate(kept, axis=1)


def beside(states: Floats) -> Floats:
    """Return the states of each word with those of the words before and behind it."""
    none = np.zeros_like(states[:1])
    before = np.concatenate([none, states[:-1]])
    behind = np.concatenate([states[1:], none])
    return np.concatenate([before, states, behind], axis=1)


def spans_in(
    odds: Floats, kind: Kind, tokens: Sequence[Token], text: str
) -> list[Span]:
    """Return what may be a name of a kind, each spelling once, by what tags say."""
    first = KINDS.index(kind) * TAGS
    chances = _chances(odds[:, first : first + TAGS])
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


def _chances(odds: Floats) -> Floats:
    raised = np.exp(odds - odds.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))


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
