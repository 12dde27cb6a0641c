"""Fits the arrays that `onward.domain.letters.politeness` reads with."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.model_selection import KFold

from onward.domain.letters.politeness import score_of
from onward.domain.letters.politeness_terms import terms_of, traits_of
from onward.domain.letters.politeness_weights import Weights, weights_from
from onward.domain.letters.sentences import sentences_of
from tools.tone_examples import OwnLetter, Request

SEED = 20261125
# A term of fewer independent requests could give a name away, and teaches little.
LEAST_REQUESTS = 8
# How freely the model may fit and how much a trait counts beside all terms together.
RESTRAINT, SHARE = 3.0, 0.3
# The few marks beyond this are as much about the reader as about the request.
HIGHEST_MARK = 1.5
_FOLDS = 10
# The middle lies half way between an ordinary rude letter and the least kind of the
# kind ones: to call a kind letter rude does more harm than the other way round.
_LEAST_KIND, _ORDINARY = 0.1, 0.5
# Letters in these manners without a remark are kind; the others are what rude is.
KIND = frozenset({"fine", "foreign", "formal", "chatty"})
RUDE = frozenset({"angry", "curt"})
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A request taken apart, with its mark."""

    terms: frozenset[str]
    traits: tuple[float, ...]
    mark: float


@dataclass(frozen=True, slots=True)
class Trained:
    """The list of terms and the arrays, as they are stored."""

    terms: list[str]
    arrays: dict[str, npt.NDArray[np.generic]]

    @property
    def weights(self) -> Weights:
        """The same, ready to read with."""
        return weights_from(self.terms, self.arrays)


def lesson_of(request: Request) -> Lesson:
    """Return a request as the reader will see it, taken apart."""
    traits = traits_of(request.text, sentences_of(request.text))
    return Lesson(frozenset(terms_of(request.text)), tuple(traits), request.score)


def fit(lessons: Sequence[Lesson]) -> Trained:
    """Return a model fitted on lessons, not yet turned into shares."""
    terms, rarity = _vocabulary(lessons)
    said = _sparse(lessons, terms, rarity)
    traits = np.array([lesson.traits for lesson in lessons])
    mean = traits.mean(axis=0)
    marks = np.clip([lesson.mark for lesson in lessons], -HIGHEST_MARK, HIGHEST_MARK)
    model = Ridge(alpha=RESTRAINT, solver="sparse_cg", random_state=SEED, tol=1e-5)
    model.fit(hstack([said, csr_matrix((traits - mean) * SHARE)]).tocsr(), marks)
    by_term, by_trait = np.split(model.coef_, [len(terms)])
    bias = float(model.intercept_) - float(mean @ by_trait) * SHARE
    return _packed(terms, rarity, by_term, by_trait * SHARE, bias)


def _vocabulary(lessons: Sequence[Lesson]) -> tuple[list[str], Floats]:
    used = Counter(term for lesson in lessons for term in lesson.terms)
    terms = sorted(term for term, count in used.items() if count >= LEAST_REQUESTS)
    count = np.array([used[term] for term in terms])
    return terms, np.log((1 + len(lessons)) / (1 + count)) + 1


def _sparse(lessons: Sequence[Lesson], terms: list[str], rarity: Floats) -> csr_matrix:
    places = {term: place for place, term in enumerate(terms)}
    rows = [
        sorted(places[term] for term in lesson.terms if term in places)
        for lesson in lessons
    ]
    ends = np.cumsum([0, *map(len, rows)])
    ids = np.concatenate([np.array(row, dtype=np.int64) for row in rows])
    values = rarity[ids]
    owners = np.repeat(np.arange(len(rows)), np.diff(ends))
    sizes = np.sqrt(np.bincount(owners, values**2, minlength=len(rows)))
    values = values / sizes[owners]
    return csr_matrix((values, ids, ends), shape=(len(rows), len(terms)))


def _packed(
    terms: list[str], rarity: Floats, by_term: Floats, by_trait: Floats, bias: float
) -> Trained:
    step = float(np.abs(by_term).max()) / 127
    return Trained(
        terms,
        {
            "rarity": rarity.astype(np.float16),
            "terms": np.round(by_term / step).astype(np.int8),
            "traits": by_trait.astype(np.float32),
            "numbers": np.array([bias, 1.0, 0.0, step]),
        },
    )


def scores(lessons: Sequence[Lesson], weights: Weights) -> Floats:
    """Return what a model says of each lesson."""
    return np.array(
        [score_of(lesson.terms, lesson.traits, weights) for lesson in lessons]
    )


def held_out_scores(
    lessons: Sequence[Lesson], further: Sequence[Lesson] = ()
) -> Floats:
    """Return a score for each lesson by a model that saw the other nine tenths.

    `further` lessons are learned from in each turn and not asked about.
    """
    found = np.zeros(len(lessons))
    parts = KFold(_FOLDS, shuffle=True, random_state=SEED)
    for taught, asked in parts.split(found):
        model = fit([*(lessons[place] for place in taught), *further])
        found[asked] = scores([lessons[place] for place in asked], model.weights)
    return found


def train(lessons: Sequence[Lesson], letters: Sequence[OwnLetter]) -> Trained:
    """Return a model of requests whose shares are set for letters.

    How steeply a score becomes a share is learned from requests held out; letters are
    kinder than requests all through, so where the middle lies is learned from them.
    """
    marks = np.array([lesson.mark for lesson in lessons])
    held = held_out_scores(lessons)
    sure = LogisticRegression(C=1e6).fit(held[:, None], marks > np.median(marks))
    slope = float(sure.coef_[0, 0])
    model = fit(lessons)
    kind = _letter_scores(letters, model.weights, KIND)
    rude = _letter_scores(letters, model.weights, RUDE)
    lowest = float(np.quantile(kind, _LEAST_KIND))
    middle = (lowest + float(np.quantile(rude, _ORDINARY))) / 2
    bias, _, _, step = model.arrays["numbers"].tolist()
    numbers = np.array([bias, slope, middle, step])
    return Trained(model.terms, model.arrays | {"numbers": numbers})


def _letter_scores(
    letters: Sequence[OwnLetter], weights: Weights, manners: frozenset[str]
) -> Floats:
    chosen = [
        letter
        for letter in letters
        if letter.manner in manners and bool(letter.expected) is (manners is RUDE)
    ]
    taken = [lesson_of(Request(letter.text, 0.0)) for letter in chosen]
    return scores(taken, weights)
