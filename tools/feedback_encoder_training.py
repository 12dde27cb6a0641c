"""Fine-tunes the encoder that reads feedback piece by piece; seeded throughout.

Needs `torch`, which neither Onward nor its tests depend on.
"""

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from onward.domain.feedback.weights import NOTHING
from onward.domain.mail.encoder.words import Vocabulary
from tools.encoder_export import Arrays, layer_arrays
from tools.encoder_model import Encoder, encoder_from
from tools.encoder_steps import Steps
from tools.feedback_encoder_lessons import NO_NAME, SEED, UNASKED, Row, batches_of

LAYERS, _AS_THEY_CAME = 6, 4
_KINDS, _BEGINS = NOTHING + 1, NOTHING + 2
_COLUMNS = _BEGINS + NO_NAME + 1


@dataclass(frozen=True, slots=True)
class Course:
    """How the encoder is taught."""

    passings: int = 6
    pieces: int = 1_200
    rate: float = 4e-4
    head_rate: float = 1e-3
    # The lower a layer, the less it is changed.
    lower: float = 0.85
    smoothing: float = 0.05
    # How much a beginning and a competency count beside the kind.
    beginning: float = 0.5
    naming: float = 1.0
    warming: float = 0.1


class Tagger(nn.Module):  # type: ignore[misc]  # torch is not where mypy runs
    """The layers with a head that says of each piece what it is part of."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.head = nn.Linear(encoder.words.weight.shape[1], _COLUMNS)

    def lower(self, ids: Tensor) -> Tensor:
        """Return the states that the layers which stay as they came make of pieces."""
        encoder = self.encoder
        places = encoder.places.weight[: ids.shape[1]]
        states = encoder.norm(encoder.words(ids) + places)
        for layer in encoder.layers[:_AS_THEY_CAME]:
            states = layer(states, _closed(ids))
        return cast("Tensor", states)

    def forward(self, ids: Tensor, states: Tensor) -> Tensor:
        """Return the columns of the head for each piece, from what `lower` made."""
        for layer in self.encoder.layers[_AS_THEY_CAME:]:
            states = layer(states, _closed(ids))
        return cast("Tensor", self.head(self.encoder.dropout(states)))


def _closed(ids: Tensor) -> Tensor:
    return (ids == 0).float()[:, None, None, :] * -1e4


def tagger_from(base: Path) -> tuple[Tagger, Vocabulary]:
    """Return a tagger on the base's layers, and the pieces it knows."""
    encoder, pieces = encoder_from(base, LAYERS)
    return Tagger(encoder), Vocabulary(pieces)


def teach(tagger: Tagger, rows: Sequence[Row], course: Course) -> None:
    """Fine-tune a tagger in place."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)  # noqa: S311 - to be repeated
    batches = [
        (batch, _lower_states(tagger, batch))
        for batch in batches_of(rows, course.pieces, chance)
    ]
    steps = Steps(
        tagger,
        _groups(tagger, course),
        count=course.passings * len(batches),
        warming=course.warming,
    )
    tagger.train()
    for number in range(course.passings):
        begun, total = time.monotonic(), 0.0
        chance.shuffle(batches)
        for batch, states in batches:
            total += steps.take(_loss(tagger, batch, states, course))
        spent = time.monotonic() - begun
        print(
            f"  {number + 1}: {total / len(batches):.3f} in {spent:.0f} s", flush=True
        )
    tagger.eval()


def _lower_states(tagger: Tagger, batch: Sequence[Row]) -> Tensor:
    """Return what the lower layers say: they never change, so it is said once."""
    tagger.eval()
    with torch.no_grad():
        return tagger.lower(_table([row.ids for row in batch], 0)).half()


def _groups(tagger: Tagger, course: Course) -> list[dict[str, object]]:
    groups: list[dict[str, object]] = []
    for place, layer in enumerate(tagger.encoder.layers):
        if place < _AS_THEY_CAME:
            layer.requires_grad_(requires_grad=False)
            continue
        rate = course.rate * course.lower ** (LAYERS - 1 - place)
        groups.append({"params": list(layer.parameters()), "lr": rate})
    groups.append({"params": list(tagger.head.parameters()), "lr": course.head_rate})
    return groups


def _loss(
    tagger: Tagger, batch: Sequence[Row], states: Tensor, course: Course
) -> Tensor:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        said = tagger(_table([row.ids for row in batch], 0), states.float())
    said = said.float()
    begins = _table([row.begins for row in batch], UNASKED)
    asked = begins != UNASKED
    begun = functional.binary_cross_entropy_with_logits(
        said[..., _KINDS][asked], begins[asked].float()
    )
    kinds = _table([row.kinds for row in batch], UNASKED)
    names = _table([row.competencies for row in batch], UNASKED)
    return (
        _wrong(said[..., :_KINDS], kinds, course)
        + course.beginning * begun
        + course.naming * _wrong(said[..., _BEGINS:], names, course)
    )


def _wrong(said: Tensor, labels: Tensor, course: Course) -> Tensor:
    if not (labels != UNASKED).any():
        return said.sum() * 0
    return functional.cross_entropy(
        said.flatten(0, 1),
        labels.flatten(),
        ignore_index=UNASKED,
        label_smoothing=course.smoothing,
    )


def _table(rows: Sequence[Sequence[int]], filling: int) -> Tensor:
    longest = max(map(len, rows))
    return torch.tensor([[*row, *[filling] * (longest - len(row))] for row in rows])


def arrays_of(tagger: Tagger) -> Arrays:
    """Return the taught layers and the head as they are stored."""
    arrays: Arrays = {
        "head": tagger.head.weight.detach().numpy().T.copy(),
        "head.bias": tagger.head.bias.detach().numpy(),
    }
    for place, layer in enumerate(tagger.encoder.layers[_AS_THEY_CAME:]):
        arrays |= layer_arrays(f"layer{place}", layer)
    return arrays


def store(tagger: Tagger, folder: Path) -> int:
    """Write what was taught into a folder and return the bytes it takes."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "feedback.npz"
    np.savez_compressed(path, allow_pickle=False, **arrays_of(tagger))
    return path.stat().st_size
