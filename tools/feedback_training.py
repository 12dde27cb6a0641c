"""Fits what `onward.domain.feedback` reads with; same texts, same weights."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from onward.domain.feedback.features import border_terms, terms_for
from onward.domain.feedback.kinds import border_values, chances_of
from onward.domain.feedback.order import BEGINNING, Follows, follows
from onward.domain.feedback.saying import Sentence, sentences_of
from onward.domain.feedback.weights import (
    KINDS,
    NOTHING,
    Floats,
    Weights,
    weights_from,
)
from tools.feedback_examples import Example

SEED = 20261125
_FOLDS = 4
# A term of one text alone teaches nothing about the next.
_FEWEST_TEXTS = 2
# How freely each part may fit; chosen on held-out texts of `build`.
KIND, BORDER = 6.0, 1.0
# How far the order of kinds is trusted, and how many unseen ones stand for doubt.
ORDER, _UNSEEN = 0.5, 14.0
# Of a piece, this much must lie in a point for it to belong there.
_BELONGS = 0.4
_NOBODY = -1


@dataclass(frozen=True, slots=True)
class Trained:
    """The lists of terms and the arrays, as they are stored."""

    terms: list[str]
    borders: list[str]
    arrays: dict[str, npt.NDArray[np.generic]]

    @property
    def weights(self) -> Weights:
        """The same, ready to read with."""
        return weights_from(self.terms, self.borders, self.arrays)


@dataclass(frozen=True, slots=True)
class Taught:
    """A sentence of an example: whose its pieces are, and what its stretches say.

    `owners` has a point's number for each piece, or -1. `stretches` are the terms of
    each run of pieces with one owner, and its kind; `pieces` those of single pieces.
    """

    group: int
    is_text: bool
    owners: tuple[int, ...]
    steps: tuple[Follows, ...]
    stretches: tuple[tuple[list[str], int], ...]
    pieces: tuple[list[str], ...]
    borders: tuple[list[str], ...]


def taught_by(group: int, example: Example) -> list[Taught]:
    """Return an example's sentences as they are to be taught."""
    found: list[Taught] = []
    before: tuple[int, int] | None = None
    for sentence in sentences_of(example.text):
        found.append(_taught(group, example, sentence, before))
        before = sentence.pieces[-1]
    return found


def _taught(
    group: int, example: Example, sentence: Sentence, before: tuple[int, int] | None
) -> Taught:
    text, pieces = example.text, sentence.pieces
    owners = tuple(_owner(example, start, end) for start, end in pieces)
    spans: list[tuple[int, int, int]] = []
    for owner, (start, end) in zip(owners, pieces, strict=True):
        if spans and spans[-1][2] == owner:
            spans[-1] = (spans[-1][0], end, owner)
        else:
            spans.append((start, end, owner))
    places = [(start, end) for start, end, _ in spans]
    return Taught(
        group,
        example.manner != "line",
        owners,
        tuple(
            follows(example.text, last, place)
            for last, place in zip([before, *places], places, strict=False)
        ),
        tuple(
            (terms_for(text, sentence, start, end), _kind(example, owner))
            for start, end, owner in spans
        ),
        tuple(terms_for(text, sentence, start, end) for start, end in pieces),
        tuple(
            border_terms(text, sentence, border, pieces[n][0], pieces[n + 1][1])
            for n, border in enumerate(sentence.borders)
        ),
    )


def _owner(example: Example, start: int, end: int) -> int:
    """Return the number of the point that holds most of a piece, or -1."""
    shared = [min(point.end, end) - max(point.start, start) for point in example.points]
    if not shared or max(shared) < _BELONGS * (end - start):
        return _NOBODY
    return int(np.argmax(shared))


def _kind(example: Example, owner: int) -> int:
    return NOTHING if owner < 0 else KINDS.index(example.points[owner].kind)


def train(taught: Sequence[Taught]) -> Trained:
    """Return a model fitted on sentences."""
    final = fit_kinds(taught)
    names, border = fit_borders(taught, _held_out_chances(taught))
    arrays = {**final.arrays, "border": border, "order": fit_order(taught)}
    return Trained(final.terms, names, arrays)


def fit_order(taught: Sequence[Taught]) -> npt.NDArray[np.float32]:
    """Return what tends to follow what, in log-odds against how frequent it is."""
    counts = np.zeros((len(Follows), NOTHING + 2, NOTHING + 1))
    before = BEGINNING
    for item in taught:
        if not item.is_text:
            continue
        for (_, kind), step in zip(item.stretches, item.steps, strict=True):
            before = BEGINNING if step is Follows.FIRST else before
            counts[step, before, kind] += 1
            before = kind
    usual = counts.sum(axis=(0, 1)) + 1
    usual /= usual.sum()
    seen = counts + _UNSEEN * usual
    shares = seen / seen.sum(axis=2, keepdims=True)
    return np.asarray(ORDER * np.log(shares / usual), dtype=np.float32)


def fit_kinds(taught: Sequence[Taught]) -> Trained:
    """Return the model of kinds, with no borders yet."""
    rows = [terms for item in taught for terms, _ in item.stretches]
    kinds = np.array([kind for item in taught for _, kind in item.stretches])
    groups = [item.group for item in taught for _ in item.stretches]
    terms, rarity = _vocabulary(rows, groups)
    fitted = LogisticRegression(C=KIND, max_iter=300, tol=1e-3, random_state=SEED).fit(
        _sparse(rows, terms, rarity), kinds
    )
    columns, bias = _columns(fitted)
    step = np.maximum(np.abs(columns).max(axis=0), 1e-6) / 127
    return Trained(
        terms,
        [],
        {
            "rarity": rarity.astype(np.float16),
            "kind": np.round(columns / step).astype(np.int8),
            "kind_step": step.astype(np.float32),
            "kind_bias": bias.astype(np.float32),
            "border": np.zeros(1, np.float32),
            "order": np.zeros((len(Follows), NOTHING + 2, NOTHING + 1), np.float32),
        },
    )


def _columns(
    fitted: LogisticRegression,
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Spread the fitted columns over all kinds; one never seen gets a low bias."""
    columns = np.zeros((fitted.coef_.shape[1], NOTHING + 1))
    bias = np.full(NOTHING + 1, -9.0)
    for place, kind in enumerate(fitted.classes_):
        columns[:, kind] = fitted.coef_[place]
        bias[kind] = fitted.intercept_[place]
    return columns, bias


def _vocabulary(
    rows: Sequence[list[str]], groups: Sequence[int]
) -> tuple[list[str], npt.NDArray[np.float64]]:
    """Return the terms of two texts and more, with their rarity."""
    texts: dict[str, set[int]] = {}
    count: Counter[str] = Counter()
    for row, group in zip(rows, groups, strict=True):
        for term in set(row):
            texts.setdefault(term, set()).add(group)
            count[term] += 1
    terms = sorted(term for term, found in texts.items() if len(found) >= _FEWEST_TEXTS)
    rarity = [np.log((1 + len(rows)) / (1 + count[term])) + 1 for term in terms]
    return terms, np.array(rarity)


def _sparse(
    rows: Sequence[list[str]], terms: list[str], rarity: npt.NDArray[np.float64]
) -> csr_matrix:
    places = {term: place for place, term in enumerate(terms)}
    ids = [sorted({places[term] for term in row if term in places}) for row in rows]
    ends = np.concatenate([[0], np.cumsum([len(found) for found in ids])])
    flat = np.array([place for found in ids for place in found], dtype=np.int64)
    values = rarity[flat]
    sizes = [np.sqrt((rarity[found] ** 2).sum()) or 1.0 for found in ids]
    values = values / np.repeat(sizes, np.diff(ends))
    return csr_matrix((values, flat, ends), shape=(len(rows), len(terms)))


def _held_out_chances(taught: Sequence[Taught]) -> list[Floats]:
    """Return the chances of pieces by models that never saw their text."""
    groups = np.array([item.group for item in taught])
    found: dict[int, Floats] = {}
    for known, asked in GroupKFold(_FOLDS).split(groups, groups=groups):
        weights = fit_kinds([taught[place] for place in known]).weights
        for place in asked:
            if taught[place].borders:
                found[int(place)] = chances_of(taught[place].pieces, weights)
    empty = np.zeros((0, NOTHING + 1), np.float32)
    return [found.get(place, empty) for place in range(len(taught))]


def fit_borders(
    taught: Sequence[Taught], chances: Sequence[Floats]
) -> tuple[list[str], npt.NDArray[np.float32]]:
    """Return the terms of borders and their weights, by where points ended."""
    rows, parts = [], []
    for item, known in zip(taught, chances, strict=True):
        for place, terms in enumerate(item.borders):
            left, right = item.owners[place : place + 2]
            if left == right == _NOBODY:
                continue
            rows.append(border_values(terms, known[place], known[place + 1]))
            parts.append(left != right)
    names = sorted(
        term for term, n in Counter(t for r in rows for t in r).items() if n > 2
    )
    features = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    fitted = LogisticRegression(
        C=BORDER, max_iter=300, tol=1e-3, random_state=SEED
    ).fit(features, parts)
    weights = np.concatenate([fitted.coef_[0], fitted.intercept_])
    return names, weights.astype(np.float32)
