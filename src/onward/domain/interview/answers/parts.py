"""Finds the parts of a story: the likeliest row of labels for the pieces."""

from collections.abc import Sequence
from itertools import groupby

import numpy as np

from onward.domain.interview.answers.features import features_of
from onward.domain.interview.answers.pieces import Piece
from onward.domain.interview.answers.review import Part, PartName, Place
from onward.domain.interview.answers.signs import signs_in
from onward.domain.interview.answers.weights import (
    BEGINNING,
    LABELS,
    NOTHING,
    Floats,
    Weights,
    shipped_weights,
)


def parts_of(
    text: str, pieces: Sequence[Piece], weights: Weights | None = None
) -> tuple[Part, ...]:
    """Return the parts in order; neighbours of one kind are one part."""
    labels = labels_of(pieces, weights or shipped_weights())
    if PartName.ACTION not in labels:
        labels = _with_own_steps(labels, pieces)
    labels = _with_results_last(labels)
    found = []
    together = zip(pieces, labels, strict=True)
    for label, group in groupby(together, key=lambda pair: pair[1]):
        run = [piece for piece, _ in group]
        if label is not None and _holds_up(label, run):
            found.append(Part(label, place_in(text, run[0].start, run[-1].end)))
    return tuple(found)


def _with_results_last(labels: Sequence[PartName | None]) -> list[PartName | None]:
    """Return the labels with no result before the first step, if one follows it."""
    if PartName.ACTION not in labels:
        return list(labels)
    first = labels.index(PartName.ACTION)
    if PartName.RESULT not in labels[first:]:
        return list(labels)
    before = [
        PartName.SITUATION if label is PartName.RESULT else label
        for label in labels[:first]
    ]
    return [*before, *labels[first:]]


def _holds_up(label: PartName, run: Sequence[Piece]) -> bool:
    """Whether a part shows what it must; learning is easily read into anything."""
    signs = {sign for piece in run for sign in signs_in(piece.words)}
    return label is not PartName.LEARNING or bool(signs & {"learned", "since"})


def _with_own_steps(
    labels: Sequence[PartName | None], pieces: Sequence[Piece]
) -> list[PartName | None]:
    """Return the labels with an action wherever "I" plainly did something.

    Very short answers give the reader too little to go by.
    """
    return [
        PartName.ACTION if label is None and _plainly_did(piece) else label
        for label, piece in zip(labels, pieces, strict=True)
    ]


def _plainly_did(piece: Piece) -> bool:
    signs = set(signs_in(piece.words))
    return bool(signs & {"i_did"}) and not signs & {"opinion", "learned", "had_been"}


def place_in(text: str, start: int, end: int) -> Place:
    """Return a place with its quote."""
    return Place(text[start:end], start, end)


def labels_of(pieces: Sequence[Piece], weights: Weights) -> list[PartName | None]:
    """Return a label for each piece; None where it tells no part."""
    if not pieces:
        return []
    best = _best_row(_chances(pieces, weights), pieces, weights.follows)
    return [None if label == NOTHING else LABELS[label] for label in best]


def _chances(pieces: Sequence[Piece], weights: Weights) -> Floats:
    rows = np.stack([_row(weights, found) for found in features_of(pieces)])
    most = rows.max(axis=1, keepdims=True)
    total = most + np.log(np.exp(rows - most).sum(axis=1, keepdims=True))
    return np.asarray(rows - total, np.float32)


def _row(weights: Weights, features: Sequence[str]) -> Floats:
    known = sorted({weights.places[f] for f in features if f in weights.places})
    return np.asarray(weights.bias + weights.label[known].sum(axis=0), np.float32)


def _best_row(chances: Floats, pieces: Sequence[Piece], follows: Floats) -> list[int]:
    """Return the row of labels that is likeliest as a whole (Viterbi)."""
    total = chances[0] + follows[1, BEGINNING, : NOTHING + 1]
    came_from = []
    for piece, row in zip(pieces[1:], chances[1:], strict=True):
        steps = total[:, None] + follows[int(piece.opens), : NOTHING + 1, : NOTHING + 1]
        came_from.append(steps.argmax(axis=0))
        total = steps.max(axis=0) + row
    best = [int(total.argmax())]
    for back in reversed(came_from):
        best.append(int(back[best[-1]]))
    return best[::-1]


def intended(text: str, pieces: Sequence[Piece]) -> tuple[Part, ...]:
    """Return what somebody would do, for a question that asks "what if"."""
    acts = ["i_would" in signs_in(piece.words) for piece in pieces]
    found: list[Part] = []
    for number, piece in enumerate(pieces):
        goes_on = not piece.opens and number and acts[number - 1]
        acts[number] = acts[number] or bool(goes_on)
        if not acts[number]:
            continue
        place = place_in(text, piece.start, piece.end)
        if found and number and acts[number - 1]:
            place = place_in(text, found.pop().place.start, piece.end)
        found.append(Part(PartName.ACTION, place))
    return tuple(found)
