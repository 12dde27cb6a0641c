"""Fits the arrays that `onward.domain.mail.meaning` reads with; seeded throughout."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from sys import intern

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from onward.domain.mail.context import Context
from onward.domain.mail.meaning.scores import (
    Apart,
    Counted,
    Letter,
    count,
    features_of,
    take_apart,
)
from onward.domain.mail.meaning.signs import letter_of
from onward.domain.mail.meaning.weights import MEANINGS, Weights, weights_from
from onward.domain.mail.reading import Draft, clean, show
from onward.domain.mail.verdict import Meaning
from tools.mail_examples import Example

SEED = 20261124
# A term of fewer independent letters could give a name or an address away.
PUBLIC_GROUPS = 5
OWN_GROUPS = 3
_MOST_TERMS = 190_000
_FOLDS = 3
# How freely each part may fit; chosen on held-out mail.
MESSAGE, SENTENCE, BLEND = 6.0, 3.0, 0.05
# A letter that somebody sent, or one in a human voice, teaches more than one more
# stock letter by a machine. For the blend only real mail has the shape of an inbox.
_SHARES = {"own": 3.0, "real": 3.0}
_SHARES_IN_BLEND = {"real": 3.0}
# More passes changed no held-out figure.
_PASSES, _CLOSE_ENOUGH = 100, 1e-3
_NOTHING = len(MEANINGS)
Ids = Sequence[int]


@dataclass(frozen=True, slots=True)
class Trained:
    """The list of terms and the arrays, as they are stored."""

    terms: list[str]
    arrays: dict[str, npt.NDArray[np.generic]]

    @property
    def weights(self) -> Weights:
        """The same, ready to read with."""
        return weights_from(self.terms, self.arrays)


@dataclass(frozen=True, slots=True)
class Lesson:
    """An example with its letter as the reader will see it, taken apart."""

    example: Example
    letter: Letter
    apart: Apart


def lesson_of(example: Example) -> Lesson:
    """Return an example as the reader will see it: cleaned, with quotes cut off."""
    draft = show(clean(Draft(example.mail, Context())))
    letter = letter_of(example.mail, draft.shown_text)
    apart = take_apart(letter)
    # The same term stands in thousands of letters; one copy of it is enough.
    terms = tuple([intern(term) for term in found] for found in apart.terms)
    further = [intern(term) for term in apart.further]
    return Lesson(example, letter, replace(apart, terms=terms, further=further))


def teaches(example: Example) -> bool:
    """Tell whether a message is fit to learn from.

    The staff matters of one company that a public collection files under "other" are
    about nobody's job search.
    """
    return example.origin != "enron_berkeley" or example.label is not Meaning.OTHER


def train(lessons: Sequence[Lesson]) -> Trained:
    """Return a model fitted on lessons, blended by what held-out thirds showed.

    On one core, since sums over several come out a little different each time.
    """
    with threadpool_limits(1):
        return _trained(lessons)


def _trained(lessons: Sequence[Lesson]) -> Trained:
    lessons = [lesson for lesson in lessons if teaches(lesson.example)]
    features, asked = held_out_features(lessons)
    answered = [lessons[place] for place in asked]
    # A feature that hardly varies must not be blown up.
    spread = np.maximum(features.std(axis=0), 0.5)
    blend = _logistic(BLEND).fit(
        features / spread, _labels(answered), sample_weight=_blend_weights(answered)
    )
    final = fit_terms(lessons)
    coefficients, bias = _columns(blend, len(MEANINGS))
    arrays = final.arrays | {
        "blend": (coefficients / spread[:, None]).astype(np.float32),
        "blend_bias": bias.astype(np.float32),
    }
    return replace(final, arrays=arrays)


def held_out_features(
    lessons: Sequence[Lesson],
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.int64]]:
    """Return features by models that never saw the letter, and the places of those."""
    groups = np.array([lesson.example.group for lesson in lessons])
    features, places = [], []
    for taught, asked in GroupKFold(_FOLDS).split(groups, groups=groups):
        model = fit_terms([lessons[place] for place in taught])
        features.append(_features([lessons[place] for place in asked], model.weights))
        places.append(asked)
    return np.vstack(features), np.concatenate(places)


def fit_terms(lessons: Sequence[Lesson]) -> Trained:
    """Return the model of messages and of sentences, with an empty blend."""
    terms, rarity = vocabulary(lessons)
    places = {term: place for place, term in enumerate(terms)}
    counted = [count(lesson.apart, places) for lesson in lessons]
    message = _fit(
        [item.overall for item in counted],
        _labels(lessons),
        rarity,
        _sample_weights(lessons),
        MESSAGE,
        len(MEANINGS),
    )
    rows, labels, shares = _sentence_rows(lessons, counted)
    sentence = _fit(rows, labels, rarity, shares, SENTENCE, _NOTHING + 1)
    return Trained(
        terms,
        {
            "rarity": rarity.astype(np.float16),
            **_packed("message", *message),
            **_packed("sentence", *sentence),
            "blend": np.zeros((3 * len(MEANINGS), len(MEANINGS)), np.float32),
            "blend_bias": np.zeros(len(MEANINGS), np.float32),
        },
    )


def vocabulary(
    lessons: Sequence[Lesson],
) -> tuple[list[str], npt.NDArray[np.float64]]:
    """Return the terms that enough independent letters use, with their rarity."""
    public: dict[str, set[str]] = defaultdict(set)
    own: Counter[str] = Counter()
    for lesson in lessons:
        for term in {*lesson.apart.further, *chain(*lesson.apart.terms)}:
            if lesson.example.kind == "own":
                own[term] += 1
            else:
                public[term].add(lesson.example.group)
    used = {
        term: len(groups) + own[term]
        for term, groups in public.items()
        if len(groups) >= PUBLIC_GROUPS
    }
    used |= {
        term: number + len(public.get(term, ()))
        for term, number in own.items()
        if number >= OWN_GROUPS
    }
    # The commonest: the others are met too seldom to be worth their place in memory.
    commonest = sorted(used, key=lambda term: (-used[term], term))[:_MOST_TERMS]
    terms = ["", *sorted(commonest)]
    letters = len(lessons)
    rarity = [1.0, *(np.log((1 + letters) / (1 + used[t])) + 1 for t in terms[1:])]
    return terms, np.array(rarity)


def _sentence_rows(
    lessons: Sequence[Lesson], counted: Sequence[Counted]
) -> tuple[list[Ids], list[int], list[float]]:
    """Take the sentences that decide, and the others as deciding nothing."""
    rows, labels, shares = [], [], []
    for lesson, item in zip(lessons, counted, strict=True):
        deciding = _deciding(lesson, item)
        if deciding is None:
            continue
        label = MEANINGS.index(lesson.example.label)
        for place, ids in enumerate(item.by_sentence):
            rows.append(ids)
            labels.append(label if place in deciding else _NOTHING)
            shares.append(1.0)
    return rows, labels, shares


def _deciding(lesson: Lesson, item: Counted) -> frozenset[int] | None:
    """Find the sentences that hold the quote; None when there is nothing to learn."""
    example = lesson.example
    if example.quote:
        start = lesson.letter.text.find(example.quote)
        if start < 0:
            return None
        end = start + len(example.quote)
        return frozenset(
            place
            for place, sentence in enumerate(item.sentences)
            if sentence.start < end and start < sentence.end
        )
    if len(item.sentences) <= 2:
        return frozenset(range(len(item.sentences)))
    if example.label in {Meaning.NOT_JOB_RELATED, Meaning.OTHER}:
        return frozenset()
    return None


def _fit(
    rows: Sequence[Ids],
    labels: Sequence[int] | npt.NDArray[np.int64],
    rarity: npt.NDArray[np.float64],
    shares: Sequence[float] | npt.NDArray[np.float64],
    strength: float,
    wide: int,
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    fitted = _logistic(strength).fit(
        _sparse(rows, rarity), labels, sample_weight=shares
    )
    return _columns(fitted, wide)


def _logistic(strength: float) -> LogisticRegression:
    return LogisticRegression(
        C=strength, max_iter=_PASSES, tol=_CLOSE_ENOUGH, random_state=SEED
    )


def _columns(
    fitted: LogisticRegression, wide: int
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Spread the fitted columns over all labels; one never seen gets a low bias."""
    coefficients = np.zeros((fitted.coef_.shape[1], wide))
    bias = np.full(wide, -6.0)
    for column, label in enumerate(fitted.classes_):
        coefficients[:, label] = fitted.coef_[column]
        bias[label] = fitted.intercept_[column]
    return coefficients, bias


def _sparse(rows: Sequence[Ids], rarity: npt.NDArray[np.float64]) -> csr_matrix:
    ids = np.concatenate([np.array(row) for row in rows])
    ends = np.concatenate([[0], np.cumsum([len(row) for row in rows])])
    values = rarity[ids]
    sizes = np.sqrt(np.add.reduceat(values**2, ends[:-1]))
    values /= np.repeat(sizes, np.diff(ends))
    return csr_matrix((values, ids, ends), shape=(len(rows), len(rarity)))


def _packed(
    name: str, coefficients: npt.NDArray[np.float64], bias: npt.NDArray[np.float64]
) -> dict[str, npt.NDArray[np.generic]]:
    step = np.maximum(np.abs(coefficients).max(axis=0), 1e-6) / 127
    coefficients[0] = 0
    return {
        name: np.round(coefficients / step).astype(np.int8),
        f"{name}_step": step.astype(np.float32),
        f"{name}_bias": bias.astype(np.float32),
    }


def _features(lessons: Sequence[Lesson], weights: Weights) -> npt.NDArray[np.float32]:
    counted = [count(lesson.apart, weights.places) for lesson in lessons]
    return features_of(counted, weights)[0]


def _labels(lessons: Iterable[Lesson]) -> npt.NDArray[np.int64]:
    return np.array([MEANINGS.index(lesson.example.label) for lesson in lessons])


def _sample_weights(lessons: Sequence[Lesson]) -> npt.NDArray[np.float64]:
    """Let copies share their weight, and rare meanings count more."""
    copies = Counter(lesson.example.group for lesson in lessons)
    each = np.array([copies[lesson.example.group] ** -0.7 for lesson in lessons])
    each *= [_SHARES.get(lesson.example.kind, 1.0) for lesson in lessons]
    labels = _labels(lessons)
    total = np.bincount(labels, weights=each, minlength=len(MEANINGS))
    rare = (total.max() / np.maximum(total, 1)) ** 0.4
    return np.asarray(each * rare[labels], dtype=np.float64)


def _blend_weights(lessons: Sequence[Lesson]) -> npt.NDArray[np.float64]:
    """Let meanings count as they come, or the chances would not be honest."""
    return np.array([_SHARES_IN_BLEND.get(x.example.kind, 1.0) for x in lessons])
