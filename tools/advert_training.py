"""Fits what `domain.interview.adverts` reads with; same adverts, same weights."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from onward.domain.interview.adverts.features import (
    beside_of,
    border_terms,
    terms_for,
)
from onward.domain.interview.adverts.pieces import pieces_of
from onward.domain.interview.adverts.spare import spare_terms
from onward.domain.interview.adverts.units import Unit, units_of
from onward.domain.interview.adverts.weights import (
    KINDS,
    NOTHING,
    Floats,
    Weights,
    weights_from,
)
from tools.advert_examples import Example

Arrays = dict[str, npt.NDArray[np.generic]]

SEED = 20261125
# A term of one advert alone teaches nothing about the next.
_FEWEST_ADVERTS = 2
# How freely each part may fit, and the price of a turn, tried on held-out `build`.
KIND, SPARE, BORDER, TURN = 8.0, 4.0, 10.0, 1.5
NOBODY = -1
_FEWEST_WORDS, _MOST_IN_A_ROW, _REAL_COUNTS = 5, 4, 4
LINE = "line"
_NEVER, _TINY = -20.0, 1e-9
# What a line by itself cannot teach: what stands around it.
_OF_PLACE = re.compile(
    r"part:|above:|head:|place:|list:|\w+>\w|item$|prose$|no word|need"
)
# Of a piece, this much must lie in a criterion for it to belong there.
_BELONGS = 0.5


@dataclass(frozen=True, slots=True)
class Taught:
    """A stretch of an example: its terms, its kind, and if one could do without it.

    `spare` is empty where the terms ask for nothing, or where they are a piece's.
    """

    advert: int
    terms: tuple[str, ...]
    kind: int
    spare_terms: tuple[str, ...] = ()
    spare: bool | None = None


@dataclass(frozen=True, slots=True)
class Border:
    """A place between two pieces of one kind, and whether two things meet there."""

    advert: int
    terms: tuple[str, ...]
    parts: bool


@dataclass(frozen=True, slots=True)
class Trained:
    """The list of terms and the arrays, as they are stored."""

    terms: list[str]
    arrays: Arrays

    @property
    def weights(self) -> Weights:
        """The same, ready to read with."""
        return weights_from(self.terms, self.arrays)


def taught_by(number: int, example: Example) -> tuple[list[Taught], list[Border]]:
    """Return the stretches and the borders that an example teaches."""
    units = units_of(example.text)
    beside = beside_of(example.text, units)
    taught: list[Taught] = []
    borders: list[Border] = []
    for unit in units:
        lesson = _Lesson(number, example, unit, beside.get(unit.block, []))
        taught += lesson.pieces()
        taught += lesson.stretches()
        borders += [*lesson.borders()] * _REAL_COUNTS
    return taught, [*borders, *_told_in_a_row(number, example, units)]


def _told_in_a_row(
    advert: int, example: Example, units: Sequence[Unit]
) -> Iterator[Border]:
    """Yield the borders that a list would have, were it told in one sentence.

    Lists show where one thing ends and the next begins far oftener than sentences do.
    """
    listed: dict[tuple[int, int], list[str]] = {}
    for unit in units:
        owner = _owner(example, unit.start, unit.end)
        said = example.text[unit.start : unit.end]
        if unit.is_item and owner != NOBODY and len(said.split()) >= _FEWEST_WORDS:
            kind = KINDS.index(example.expected[owner].kind)
            listed.setdefault((unit.block, kind), []).append(said[0].lower() + said[1:])
    for items in listed.values():
        if len(items) > 1 and example.manner != LINE:
            yield from _borders_of(advert, items[:_MOST_IN_A_ROW])


def _borders_of(advert: int, items: list[str]) -> Iterator[Border]:
    text = ", ".join(items[:-1]) + " and " + items[-1]
    begins = {text.index(item) for item in items[1:]}
    places = pieces_of(text, Unit(0, len(text)))
    for number in range(1, len(places)):
        terms = tuple(border_terms(text, places, number))
        yield Border(advert, terms, places[number][0] in begins)


class _Lesson:
    """What one unit of an example teaches."""

    def __init__(
        self, advert: int, example: Example, unit: Unit, beside: list[str]
    ) -> None:
        self.advert, self.example, self.unit, self.beside = (
            advert,
            example,
            unit,
            beside,
        )
        text = example.text
        self.places = (
            [(unit.start, unit.end)] if unit.is_item else pieces_of(text, unit)
        )
        self.owners = [_owner(example, start, end) for start, end in self.places]

    def pieces(self) -> Iterator[Taught]:
        """Yield each piece by itself, with its kind."""
        for (start, end), owner in zip(self.places, self.owners, strict=True):
            yield Taught(self.advert, self._terms(start, end), self._kind(owner))

    def stretches(self) -> Iterator[Taught]:
        """Yield each criterion as a whole, with what says if it is needed."""
        for owner in sorted(set(self.owners) - {NOBODY}):
            mine = [
                p for p, o in zip(self.places, self.owners, strict=True) if o == owner
            ]
            start, end = mine[0][0], mine[-1][1]
            yield Taught(
                self.advert,
                self._terms(start, end),
                self._kind(owner),
                tuple(spare_terms(self.example.text, self.unit, start, end)),
                spare=not self.example.expected[owner].must_have,
            )

    def borders(self) -> Iterator[Border]:
        """Yield the borders between pieces of one kind."""
        for number in range(1, len(self.places)):
            left, right = self.owners[number - 1 : number + 1]
            if NOBODY not in {left, right} and self._kind(left) == self._kind(right):
                terms = border_terms(self.example.text, self.places, number)
                yield Border(self.advert, tuple(terms), left != right)

    def _kind(self, owner: int) -> int:
        if owner == NOBODY:
            return NOTHING
        return KINDS.index(self.example.expected[owner].kind)

    def _terms(self, start: int, end: int) -> tuple[str, ...]:
        terms = terms_for(self.example.text, self.unit, start, end, self.beside)
        if self.example.manner == LINE:
            terms = [term for term in terms if not _OF_PLACE.match(term)]
        return tuple(terms)


def _owner(example: Example, start: int, end: int) -> int:
    """Return the number of the criterion that holds most of a piece, or `NOBODY`."""
    shared = [min(each.end, end) - max(each.start, start) for each in example.expected]
    if not shared:
        return NOBODY
    best = int(np.argmax(shared))
    said = example.expected[best]
    least = _BELONGS * min(end - start, said.end - said.start)
    return best if shared[best] >= max(1, least) else NOBODY


def train(lessons: Sequence[tuple[list[Taught], list[Border]]]) -> Trained:
    """Return a model of what was taught."""
    taught = [each for stretches, _ in lessons for each in stretches]
    borders = [each for _, found in lessons for each in found]
    seen = [(each.advert, each.terms + each.spare_terms) for each in taught]
    seen += [(each.advert, each.terms) for each in borders]
    places = _places(seen)
    rarity = _rarity([terms for _, terms in seen], places)
    asked = [each for each in taught if each.spare is not None]

    def fitted(
        rows: list[tuple[str, ...]], answers: list[int], freely: float
    ) -> LogisticRegression:
        return _fit(_matrix(rows, places, rarity), answers, freely)

    kind = fitted([e.terms for e in taught], [e.kind for e in taught], KIND)
    spare = fitted(
        [e.spare_terms for e in asked], [int(bool(e.spare)) for e in asked], SPARE
    )
    border = fitted([e.terms for e in borders], [int(e.parts) for e in borders], BORDER)
    return Trained(
        [*places],
        {
            "rarity": rarity.astype(np.float16),
            **_kinds(kind, len(places)),
            **_column("spare", spare),
            **_column("border", border),
            "turn": np.array([TURN], dtype=np.float32),
        },
    )


def _kinds(model: LogisticRegression, terms: int) -> Arrays:
    """Return what each kind weighs, in whole numbers with one step a column."""
    columns = np.zeros((NOTHING + 1, terms))
    bias = np.full(NOTHING + 1, _NEVER)
    columns[model.classes_], bias[model.classes_] = model.coef_, model.intercept_
    step = np.maximum(np.abs(columns).max(axis=1), _TINY) / 127
    return {
        "kind": np.rint(columns / step[:, None]).astype(np.int8).T,
        "kind_step": step.astype(np.float32),
        "kind_bias": bias.astype(np.float32),
    }


def _column(name: str, model: LogisticRegression) -> Arrays:
    return {
        name: model.coef_[0].astype(np.float16),
        f"{name}_bias": model.intercept_.astype(np.float32),
    }


def _places(seen: Sequence[tuple[int, tuple[str, ...]]]) -> dict[str, int]:
    adverts: dict[str, set[int]] = {}
    for advert, terms in seen:
        for term in terms:
            adverts.setdefault(term, set()).add(advert)
    kept = sorted(t for t, held in adverts.items() if len(held) >= _FEWEST_ADVERTS)
    return {term: place for place, term in enumerate(kept)}


def _rarity(texts: Sequence[tuple[str, ...]], places: dict[str, int]) -> Floats:
    seen = Counter(term for terms in texts for term in set(terms))
    counts = np.array([seen[term] for term in places])
    return np.asarray(np.log((1 + len(texts)) / (1 + counts)) + 1, dtype=np.float32)


def _matrix(
    texts: Sequence[tuple[str, ...]], places: dict[str, int], rarity: Floats
) -> csr_matrix:
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    for row, terms in enumerate(texts):
        known = sorted({places[term] for term in terms if term in places})
        weights = rarity[known]
        length = float(np.sqrt(weights @ weights)) or 1.0
        rows += [row] * len(known)
        columns += known
        values += (weights / length).tolist()
    return csr_matrix((values, (rows, columns)), shape=(len(texts), len(places)))


def _fit(rows: csr_matrix, answers: list[int], freely: float) -> LogisticRegression:
    model = LogisticRegression(C=freely, max_iter=2_000, random_state=SEED)
    return model.fit(rows, answers)
