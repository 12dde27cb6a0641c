"""Teaches the tags of names: a linear model over words, then a net over states.

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

from onward.domain.mail.details.chosen.tags import KINDS, TAGS, beside
from onward.domain.mail.details.chosen.tokens import ROWS
from onward.domain.mail.meaning.weights import Floats
from tools.names_lessons import UNKNOWN, Lesson

_SEED, _TOGETHER = 20261127, 48
_PASSINGS_OF_WORDS, _PASSINGS_OF_STATES = 3, 3
_RATE_OF_WORDS, _RATE_OF_NET, _WEAKER = 0.15, 1e-3, 0.01
_WIDE, _LEFT_OUT = 128, 0.2
# What was noted word by word counts for more than what was noted of a letter's scene.
_WITH_CARE = 3.0
_SMALLEST, _TOP = 0.5, 127
Arrays = dict[str, npt.NDArray[np.generic]]


@dataclass(frozen=True, slots=True)
class _Batch:
    features: Tensor
    tags: Tensor
    counts: Tensor
    states: Tensor
    known: Tensor


def taught_words(lessons: Sequence[Lesson]) -> Arrays:
    """Return the weights of words, as they are stored."""
    torch.manual_seed(_SEED)
    rows = nn.EmbeddingBag(ROWS, len(KINDS) * TAGS, mode="sum", sparse=True)
    rows.weight.data.zero_()
    bias = nn.Parameter(torch.zeros(len(KINDS) * TAGS))
    steps = [
        torch.optim.Adagrad([rows.weight], lr=_RATE_OF_WORDS),
        torch.optim.Adam([bias], lr=_RATE_OF_WORDS / 3),
    ]
    for batch in _batches(lessons, _PASSINGS_OF_WORDS):
        _learn(rows(batch.features) + bias, batch, steps)
    return _stored_words(rows.weight.detach(), bias.detach())


def taught_senses(
    lessons: Sequence[Lesson], states: Sequence[Floats], odds: Sequence[Floats]
) -> Arrays:
    """Return a net over states that adds to the odds of words, as it is stored."""
    torch.manual_seed(_SEED)
    wide = nn.Linear(3 * states[0].shape[1], _WIDE)
    narrow = nn.Linear(_WIDE, len(KINDS) * TAGS, bias=False)
    net = nn.Sequential(
        nn.Dropout(_LEFT_OUT), wide, nn.ReLU(), nn.Dropout(_LEFT_OUT), narrow
    )
    steps = [torch.optim.AdamW(net.parameters(), lr=_RATE_OF_NET, weight_decay=_WEAKER)]
    for batch in _batches(lessons, _PASSINGS_OF_STATES, states, odds):
        _learn(net(batch.states) + batch.known, batch, steps)
    whole, step = _whole(wide.weight.detach().T)
    return {
        "wide": whole,
        "wide.step": step,
        "wide.bias": wide.bias.detach().numpy(),
        "narrow": narrow.weight.detach().T.numpy(),
    }


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


def _batches(
    lessons: Sequence[Lesson],
    passings: int,
    states: Sequence[Floats] = (),
    odds: Sequence[Floats] = (),
) -> Iterator[_Batch]:
    chance = random.Random(_SEED)  # noqa: S311 - to be repeated
    order = list(range(len(lessons)))
    for _ in range(passings):
        chance.shuffle(order)
        for first in range(0, len(order), _TOGETHER):
            some = order[first : first + _TOGETHER]
            yield _batch(
                [lessons[place] for place in some],
                [states[place] for place in some] if states else [],
                [odds[place] for place in some] if odds else [],
            )


def _batch(
    lessons: Sequence[Lesson], states: Sequence[Floats], odds: Sequence[Floats]
) -> _Batch:
    counts = [
        np.full(len(one.tags), _WITH_CARE if one.with_care else 1.0, np.float32)
        for one in lessons
    ]
    features = np.concatenate([one.features for one in lessons]).astype(np.int64)
    tags = np.concatenate([one.tags for one in lessons]).astype(np.int64)
    near = [beside(np.asarray(each, np.float32)) for each in states]
    return _Batch(
        torch.from_numpy(features),
        torch.from_numpy(tags),
        torch.from_numpy(np.concatenate(counts)),
        torch.from_numpy(np.concatenate(near)) if near else torch.zeros(()),
        torch.from_numpy(np.concatenate(odds)) if odds else torch.zeros(()),
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
