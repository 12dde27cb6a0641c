"""Fits what finds the parts of an answer; same answers, same weights."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from onward.domain.interview.answers.features import features_of
from onward.domain.interview.answers.pieces import Piece, pieces_of
from onward.domain.interview.answers.weights import (
    BEGINNING,
    LABELS,
    NOTHING,
    Weights,
    weights_from,
)
from tools.answer_examples import Example

SEED = 20261125
# How freely it may fit, how far the order is trusted, and how much doubt stands in it;
# chosen on held-out answers of `build`.
FREEDOM, ORDER, _UNSEEN = 1.0, 1.0, 2.0
_FEWEST = 2
_BELONGS = 0.4


@dataclass(frozen=True, slots=True)
class Trained:
    """The list of features and the arrays, as they are stored."""

    terms: list[str]
    arrays: dict[str, npt.NDArray[np.generic]]

    @property
    def weights(self) -> Weights:
        """The same, ready to read with."""
        return weights_from(self.terms, self.arrays)


def labels_for(example: Example, pieces: Sequence[Piece]) -> list[int]:
    """Return the column each piece belongs to, as its writer marked it."""
    return [_label(example, piece) for piece in pieces]


def _label(example: Example, piece: Piece) -> int:
    for marked in example.parts:
        shared = min(marked.end, piece.end) - max(marked.start, piece.start)
        if shared > _BELONGS * (piece.end - piece.start):
            return LABELS.index(marked.part)
    return NOTHING


def is_taught(example: Example) -> bool:
    """Whether an answer teaches about parts: in English, with something in it."""
    return not (example.is_empty or example.is_unread)


def train(examples: Sequence[Example]) -> Trained:
    """Return a reader fitted on answers."""
    cut = [(each, pieces_of(each.text)) for each in examples if is_taught(each)]
    rows = [row for _, pieces in cut for row in features_of(pieces)]
    kinds = [labels_for(each, pieces) for each, pieces in cut]
    counts = Counter(feature for row in rows for feature in set(row))
    terms = sorted(feature for feature, count in counts.items() if count >= _FEWEST)
    fitted = LogisticRegression(C=FREEDOM, max_iter=500, random_state=SEED).fit(
        _sparse(rows, terms), np.concatenate(kinds)
    )
    label = np.zeros((len(terms), NOTHING + 1), np.float32)
    bias = np.full(NOTHING + 1, -9.0, np.float32)
    label[:, fitted.classes_] = fitted.coef_.T
    bias[fitted.classes_] = fitted.intercept_
    arrays: dict[str, npt.NDArray[np.generic]] = {
        "label": label.astype(np.float16),
        "bias": bias,
        "follows": _follows([pieces for _, pieces in cut], kinds),
    }
    return Trained(terms, arrays)


def _sparse(rows: Sequence[list[str]], terms: list[str]) -> csr_matrix:
    places = {term: place for place, term in enumerate(terms)}
    ids = [sorted({places[term] for term in row if term in places}) for row in rows]
    ends = np.concatenate([[0], np.cumsum([len(found) for found in ids])])
    flat = np.array([place for found in ids for place in found], dtype=np.int64)
    return csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(rows), len(terms)))


def _follows(
    cut: Sequence[Sequence[Piece]], kinds: Sequence[list[int]]
) -> npt.NDArray[np.float32]:
    """Return what tends to follow what, in log-odds against how frequent it is."""
    counts = np.zeros((2, NOTHING + 2, NOTHING + 1))
    for pieces, row in zip(cut, kinds, strict=True):
        for piece, before, kind in zip(pieces, [BEGINNING, *row], row, strict=False):
            counts[int(piece.opens), before, kind] += 1
    usual = counts.sum(axis=(0, 1)) + 1
    usual /= usual.sum()
    seen = counts + _UNSEEN * usual
    shares = seen / seen.sum(axis=2, keepdims=True)
    return np.asarray(ORDER * np.log(shares / usual), dtype=np.float32)
