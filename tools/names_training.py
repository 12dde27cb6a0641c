"""Teaches the tags of names: a linear model over words.

Needs `torch`, which neither Onward nor its tests depend on; seeded throughout.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

from onward.domain.mail.details.chosen.tags import KINDS, TAGS
from onward.domain.mail.details.chosen.tokens import ROWS
from tools.names_lessons import UNKNOWN, Lesson

_SEED, _TOGETHER = 20261127, 48
_PASSINGS, _RATE = 3, 0.15
# What was noted word by word counts for more than what was noted of a letter's scene.
_WITH_CARE = 3.0
_SMALLEST, _TOP = 0.5, 127
Arrays = dict[str, npt.NDArray[np.generic]]


@dataclass(frozen=True, slots=True)
class _Batch:
    features: Tensor
    tags: Tensor
    counts: Tensor


def taught_words(lessons: Sequence[Lesson]) -> Arrays:
    """Return the weights of words, as they are stored."""
    torch.manual_seed(_SEED)
    rows = nn.EmbeddingBag(ROWS, len(KINDS) * TAGS, mode="sum", sparse=True)
    rows.weight.data.zero_()
    bias = nn.Parameter(torch.zeros(len(KINDS) * TAGS))
    steps = [
        torch.optim.Adagrad([rows.weight], lr=_RATE),
        torch.optim.Adam([bias], lr=_RATE / 3),
    ]
    for batch in _batches(lessons):
        _learn(rows(batch.features) + bias, batch, steps)
    return _stored_words(rows.weight.detach(), bias.detach())


def _learn(odds: Tensor, batch: _Batch, steps: Sequence[torch.optim.Optimizer]) -> None:
    lost = torch.zeros(())
    for column in range(len(KINDS)):
        said = odds[:, column * TAGS : (column + 1) * TAGS]
        tags = batch.tags[:, column]
        each = functional.cross_entropy(
            said, tags, reduction="none", ignore_index=UNKNOWN
        )
        lost = lost + (each * batch.counts).sum() / max(1, int((tags >= 0).sum()))
    for step in steps:
        step.zero_grad()
    lost.backward()
    for step in steps:
        step.step()


def _batches(lessons: Sequence[Lesson]) -> Iterator[_Batch]:
    chance = random.Random(_SEED)  # noqa: S311 - to be repeated
    order = list(range(len(lessons)))
    for _ in range(_PASSINGS):
        chance.shuffle(order)
        for first in range(0, len(order), _TOGETHER):
            yield _batch([lessons[place] for place in order[first : first + _TOGETHER]])


def _batch(lessons: Sequence[Lesson]) -> _Batch:
    counts = [
        np.full(len(one.tags), _WITH_CARE if one.with_care else 1.0, np.float32)
        for one in lessons
    ]
    features = np.concatenate([one.features for one in lessons]).astype(np.int64)
    tags = np.concatenate([one.tags for one in lessons]).astype(np.int64)
    return _Batch(
        torch.from_numpy(features),
        torch.from_numpy(tags),
        torch.from_numpy(np.concatenate(counts)),
    )


def _stored_words(rows: Tensor, bias: Tensor) -> Arrays:
    """Return the rows that say something, as whole numbers."""
    whole, step = _whole(rows)
    places = np.flatnonzero(np.abs(whole).max(axis=1) > _SMALLEST).astype(np.uint32)
    return {
        "places": places,
        "rows": whole[places],
        "step": step,
        "bias": bias.numpy(),
    }


def _whole(columns: Tensor) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    step = columns.abs().amax(dim=0).clamp(min=1e-8) / _TOP
    whole = torch.round(columns / step).to(torch.int8)
    return np.ascontiguousarray(whole.numpy()), step.numpy()
