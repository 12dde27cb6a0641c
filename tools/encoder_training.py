"""Fine-tunes the encoder on taught mail; seeded throughout.

Needs `torch`, which neither Onward nor its tests depend on.
"""

import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor
from torch.nn import functional

from onward.domain.mail.encoder.words import Vocabulary
from tools.encoder_lessons import Row, Taught, by_length, passing, shares_of
from tools.encoder_model import SEED, Encoder
from tools.encoder_steps import Steps


@dataclass(frozen=True, slots=True)
class Course:
    """How the encoder is taught."""

    passings: int = 7
    pieces: int = 1_200
    rate: float = 1.2e-4
    # The lowest layers, which know English, stay as they are.
    resting: int = 2
    head_rate: float = 1e-3
    # The lower a layer, the less it is changed.
    lower: float = 0.85
    smoothing: float = 0.05
    # How much it counts to look at the words that decide.
    looking: float = 0.15
    warming: float = 0.1
    # How often a passing meets letters in another language than the one taught.
    foreign: Mapping[str, float] = field(default_factory=dict)


def teach(
    encoder: Encoder, vocabulary: Vocabulary, taught: Sequence[Taught], course: Course
) -> None:
    """Fine-tune an encoder in place."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)  # noqa: S311 - to be repeated
    shares = torch.tensor(shares_of(taught, course.foreign))
    first = passing(taught, vocabulary, chance, course.foreign)
    batches = by_length(first, course.pieces, chance)
    steps = Steps(
        encoder,
        _groups(encoder, course),
        count=course.passings * len(batches),
        warming=course.warming,
    )
    encoder.train()
    for number in range(course.passings):
        begun, total = time.monotonic(), 0.0
        rows = passing(taught, vocabulary, chance, course.foreign)
        for batch in by_length(rows, course.pieces, chance):
            total += steps.take(_loss(encoder, batch, shares, course)) * len(batch)
        spent = time.monotonic() - begun
        print(f"  {number + 1}: {total / len(rows):.3f} in {spent:.0f} s", flush=True)
    encoder.eval()


def _groups(encoder: Encoder, course: Course) -> list[dict[str, object]]:
    groups: list[dict[str, object]] = []
    height = len(encoder.layers)
    for place, layer in enumerate(encoder.layers):
        if place < course.resting:
            layer.requires_grad_(requires_grad=False)
            continue
        rate = course.rate * course.lower ** (height - 1 - place)
        groups.append({"params": list(layer.parameters()), "lr": rate})
    heads = (encoder.decides, encoder.evenly, encoder.weighted)
    top = [part for head in heads for part in head.parameters()]
    groups.append({"params": top, "lr": course.head_rate})
    return groups


def _loss(
    encoder: Encoder, batch: Sequence[Row], shares: Tensor, course: Course
) -> Tensor:
    ids = padded([row.ids for row in batch])
    deciding = padded([row.deciding for row in batch]).float()
    labels = torch.tensor([row.label for row in batch])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        said, _, looked = encoder(ids)
    wrong = functional.cross_entropy(
        said.float(),
        labels,
        weight=shares,
        label_smoothing=course.smoothing,
    )
    known = deciding.sum(dim=1) > 0
    if not known.any():
        return wrong
    aim = deciding[known] / deciding[known].sum(dim=1, keepdim=True)
    missed = -(aim * torch.log(looked.float()[known] + 1e-6)).sum(dim=1).mean()
    return wrong + course.looking * missed


def padded(rows: Sequence[Sequence[int]]) -> Tensor:
    """Return rows of numbers as one table, short ones filled up with 0."""
    longest = max(len(row) for row in rows)
    return torch.tensor([[*row, *[0] * (longest - len(row))] for row in rows])
