"""Reads an advert into criteria: what it asks for, each as a quote of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from onward.domain.interview.adverts.criterion import Criterion
from onward.domain.interview.adverts.features import (
    beside_of,
    border_terms,
    terms_for,
)
from onward.domain.interview.adverts.pieces import Place, pieces_of, without_lead
from onward.domain.interview.adverts.spare import spare_terms
from onward.domain.interview.adverts.units import Unit, units_of
from onward.domain.interview.adverts.weights import (
    KINDS,
    NOTHING,
    Floats,
    Weights,
    shipped_weights,
)
from onward.domain.interview.skills.finding import skills_in

# No advert is as long as this; what is, is cut, so that reading always ends.
MOST_CHARACTERS = 60_000
_LEAST = 1e-6
_HALF = 0.5
# A sentence is quoted whole where this much of it is the thing itself.
_MOSTLY = 0.35


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a unit that says one thing; `kind` is a column of the weights."""

    start: int
    end: int
    kind: int


def read_advert(text: str, weights: Weights | None = None) -> tuple[Criterion, ...]:
    """Return what an advert asks for, in its order.

    What it offers, who the employer is and how to apply are left out.
    """
    used = weights or shipped_weights()
    said = text[:MOST_CHARACTERS]
    units = units_of(said)
    beside = beside_of(said, units)
    found = [
        criterion
        for unit in units
        for criterion in _criteria(said, unit, beside.get(unit.block, []), used)
    ]
    return tuple(found)


def _criteria(
    text: str, unit: Unit, beside: Sequence[str], weights: Weights
) -> Iterator[Criterion]:
    found = stretches(text, unit, beside, weights)
    asked = [each for each in found if each.kind != NOTHING]
    for each in asked:
        terms = spare_terms(text, unit, each.start, each.end)
        start, end = _quoted(text, unit, each, alone=len(asked) == 1)
        yield Criterion(
            quote=text[start:end],
            start=start,
            end=end,
            kind=KINDS[each.kind],
            skills=skills_in(text[start:end]),
            must_have=weights.spare_chance(terms) < _HALF,
        )


def _quoted(text: str, unit: Unit, stretch: Stretch, *, alone: bool) -> Place:
    """Return what to quote: the whole sentence where it asks for one thing alone."""
    start, end = stretch.start, stretch.end
    if alone and end - start >= _MOSTLY * (unit.end - unit.start):
        start, end = unit.start, unit.end
    return without_lead(text, start, end)


def stretches(
    text: str, unit: Unit, beside: Sequence[str], weights: Weights
) -> list[Stretch]:
    """Return what a unit says, one thing after the other.

    A list item is one thing as it stands.
    """
    pieces = [(unit.start, unit.end)] if unit.is_item else pieces_of(text, unit)
    chances = [
        weights.chances(terms_for(text, unit, start, end, beside))
        for start, end in pieces
    ]
    kinds = likeliest(np.array(chances), weights.turn)
    found: list[Stretch] = []
    for number, (place, kind) in enumerate(zip(pieces, kinds, strict=True)):
        if (
            found
            and found[-1].kind == kind
            and not _parts(text, pieces, number, weights)
        ):
            found[-1] = Stretch(found[-1].start, place[1], kind)
        else:
            found.append(Stretch(*place, kind))
    return found


def _parts(text: str, pieces: Sequence[Place], number: int, weights: Weights) -> bool:
    """Tell whether another thing begins with a piece, of the same kind as the last."""
    return weights.border_chance(border_terms(text, pieces, number)) > _HALF


def likeliest(chances: Floats, turn: float) -> list[int]:
    """Return the likeliest kinds of the pieces, where each change has its price."""
    logs = np.log(np.maximum(chances, _LEAST))
    score, came = logs[0], []
    for row in logs[1:]:
        stays = score >= score.max() - turn
        came.append(np.where(stays, np.arange(len(row)), int(score.argmax())))
        score = np.maximum(score, score.max() - turn) + row
    kinds = [int(score.argmax())]
    for before in reversed(came):
        kinds.append(int(before[kinds[-1]]))
    return kinds[::-1]
