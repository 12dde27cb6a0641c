"""Teaches the close reader: names, stages and agencies at once; seeded throughout.

Needs `torch`, which neither Onward nor its tests depend on.
"""

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional

from onward.domain.mail.details.closely.reading import NAMED, TAGS
from onward.domain.mail.language import Language
from tools.close_lessons import Row
from tools.close_model import CloseReader
from tools.encoder_steps import Steps
from tools.names_lessons import UNKNOWN

_SEED, _PIECES, _NEAR = 5, 1_500, 8
# Few noes come late, few on a screen: a mistake about one counts more.
_STAGES_COUNT = (1.0, 1.0, 1.6, 0.9, 1.8, 1.8, 1.8)
# How much each task counts; a name is seldom, so that tags weigh little by themselves.
_NAMES_COUNT, _LETTER_COUNTS = (6.0, 6.0, 4.0, 4.0), 0.5
_SMOOTHING = 0.05


@dataclass(frozen=True, slots=True)
class Course:
    """How it is taught."""

    passings: int = 3
    rate: float = 1.5e-4
    # The lower a layer, the less it is changed.
    lower: float = 0.9
    head_rate: float = 1e-3
    warming: float = 0.1


def taught_reader(
    rows: Sequence[Row], course: Course, language: Language
) -> CloseReader:
    """Return a close reader taught with these rows."""
    torch.manual_seed(_SEED)
    chance = random.Random(_SEED)  # noqa: S311 - to be repeated
    reader = CloseReader(language)
    count = course.passings * len(_batches(rows, chance))
    groups = _groups(reader, course)
    steps = Steps(reader, groups, count=count, warming=course.warming)
    reader.train()
    for number in range(course.passings):
        begun, batches = time.monotonic(), _batches(rows, chance)
        total = sum(steps.take(_loss(reader, batch)) for batch in batches)
        spent = time.monotonic() - begun
        print(
            f"  {number + 1}: {total / len(batches):.3f} in {spent:.0f} s", flush=True
        )
    reader.eval()
    return reader


def _groups(reader: CloseReader, course: Course) -> list[dict[str, object]]:
    height = len(reader.own_layers)
    groups: list[dict[str, object]] = [
        {
            "params": list(layer.parameters()),
            "lr": course.rate * course.lower ** (height - 1 - place),
        }
        for place, layer in enumerate(reader.own_layers)
    ]
    top = [part for head in reader.heads for part in head.parameters()]
    return [*groups, {"params": top, "lr": course.head_rate}]


def _batches(rows: Sequence[Row], chance: random.Random) -> list[list[Row]]:
    """Return rows of about one length together, in any order."""
    keyed = [(len(row.window.ids) + chance.random() * _NEAR, row) for row in rows]
    batches: list[list[Row]] = [[]]
    for _, row in sorted(keyed, key=lambda pair: pair[0]):
        if len(row.window.ids) * (len(batches[-1]) + 1) > _PIECES:
            batches.append([])
        batches[-1].append(row)
    chance.shuffle(batches)
    return [batch for batch in batches if batch]


def _loss(reader: CloseReader, batch: Sequence[Row]) -> Tensor:
    ids = _padded([row.window.ids for row in batch])
    looks = _padded([row.window.looks for row in batch])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        tags, stages, agency = reader(ids, looks)
    told = _padded([row.tags for row in batch], UNKNOWN)
    counts = torch.tensor([row.counts for row in batch])
    return (
        _of_names(tags.float(), told, counts)
        + _LETTER_COUNTS * _of_stages(stages.float(), batch)
        + _LETTER_COUNTS * _of_agency(agency.float(), batch, counts)
    )


def _of_names(tags: Tensor, told: Tensor, counts: Tensor) -> Tensor:
    lost = torch.zeros(())
    for column, much in zip(range(len(NAMED)), _NAMES_COUNT, strict=True):
        said = tags[:, :, column * TAGS : (column + 1) * TAGS].transpose(1, 2)
        known = (told[:, :, column] != UNKNOWN).float() * counts[:, None]
        each = functional.cross_entropy(
            said, told[:, :, column], ignore_index=UNKNOWN, reduction="none"
        )
        lost = lost + much * (each * known).sum() / known.sum().clamp(min=1e-6)
    return lost


def _of_stages(said: Tensor, batch: Sequence[Row]) -> Tensor:
    told = torch.tensor([row.stage for row in batch])
    if not (told != UNKNOWN).any():
        return torch.zeros(())
    return functional.cross_entropy(
        said,
        told,
        weight=torch.tensor(_STAGES_COUNT),
        ignore_index=UNKNOWN,
        label_smoothing=_SMOOTHING,
    )


def _of_agency(said: Tensor, batch: Sequence[Row], counts: Tensor) -> Tensor:
    told = torch.tensor([float(row.agency) for row in batch])
    known = (told != UNKNOWN).float() * counts
    each = functional.binary_cross_entropy_with_logits(
        said, told.clamp(min=0), reduction="none"
    )
    return (each * known).sum() / known.sum().clamp(min=1e-6)


def _padded(
    rows: Sequence[Sequence[int] | npt.NDArray[np.int8]], filled: int = 0
) -> Tensor:
    parts = [torch.as_tensor(np.asarray(row), dtype=torch.long) for row in rows]
    return torch.nn.utils.rnn.pad_sequence(parts, True, filled)  # noqa: FBT003
