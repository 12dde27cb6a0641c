"""Fits linear models over terms and the encoder's numbers; stores them beside it."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from hashlib import blake2b
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix

from onward.domain.mail.details.refusal.weights import (
    TermWeights,
    weight_of_one,
    weights_from,
)
from onward.domain.mail.meaning.weights import Floats

_WHOLE = 127
Arrays = dict[str, np.ndarray]


def names_of(found: Iterable[Collection[str]], fewest: int) -> list[str]:
    """Return the terms that so many hold, in order."""
    counts = Counter(term for terms in found for term in terms)
    return sorted(term for term, count in counts.items() if count >= fewest)


def matrix_of(found: Sequence[Collection[str]], names: Sequence[str]) -> csr_matrix:
    """Return a row for each collection of terms, as the models count them."""
    places = {name: place for place, name in enumerate(names)}
    rows, columns, values = [], [], []
    for row, terms in enumerate(found):
        known = sorted(places[term] for term in terms if term in places)
        rows += [row] * len(known)
        columns += known
        values += [weight_of_one(len(known))] * len(known)
    return csr_matrix((values, (rows, columns)), shape=(len(found), len(names)))


def stored_as(
    names: Sequence[str], weights: Floats, bias: Floats, middle: Floats, scale: float
) -> tuple[list[str], Arrays]:
    """Return the terms that matter and the arrays of a fit.

    `weights` has a column for each name, then one for each number of the encoder, which
    was taught times `scale`.
    """
    rows, sense = np.split(weights, [len(names)], 1)
    step = np.maximum(np.abs(rows).max(axis=1), 1e-9) / _WHOLE
    whole = np.round(rows / step[:, None]).astype(np.int8)
    used = np.abs(whole).max(axis=0) > 0
    arrays = {
        "rows": whole[:, used],
        "step": step.astype(np.float32),
        "bias": np.asarray(bias, dtype=np.float32),
        "sense": (scale * sense).astype(np.float16),
        "middle": middle.astype(np.float16),
    }
    return [name for name, kept in zip(names, used, strict=True) if kept], arrays


def store(name: str, terms: Sequence[str], arrays: Arrays, folder: Path) -> TermWeights:
    """Write a model beside the encoder it was taught on, and return it as read."""
    (folder / f"{name}.txt").write_text("\n".join(terms), encoding="utf-8")
    arrays["encoder"] = np.frombuffer(digest_of_encoder(folder), dtype=np.uint8)
    np.savez_compressed(folder / f"{name}.npz", allow_pickle=False, **arrays)
    return weights_from(terms, arrays)


def digest_of_encoder(folder: Path) -> bytes:
    """Return what tells one encoder from another: such models hold for one alone."""
    return blake2b((folder / "encoder.npz").read_bytes(), digest_size=16).digest()
