"""What every course of an encoder has in common: its options and its steps.

Needs `torch`, which neither Onward nor its tests depend on.
"""

import argparse
import sys
from collections.abc import Collection, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from onward.domain.mail.language import Language

# The weights to begin with, for each language that an encoder is taught in.
BASE_DIGESTS: Mapping[Language, str] = {
    "en": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "de": "f7043f71bd08385cda418896d6c00b4901078ba74b14ea046e08ad7fec134791",
}


def asked_for(
    description: str | None,
    *,
    kept: Path,
    into: Mapping[Language, Path],
    further: Collection[str] = (),
) -> argparse.Namespace:
    """Return step, number, language and folders, or end where the base is another.

    `into` tells for each language where its encoder belongs, `further` are steps that
    need no base.
    """
    asked = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("step", choices=["part", "whole", *further])
    asked.add_argument("number", nargs="?", type=int, default=0, choices=range(3))
    asked.add_argument("--base", type=Path, required=not further)
    asked.add_argument("--kept", type=Path, default=kept)
    asked.add_argument("--language", choices=sorted(into), default="en")
    asked.add_argument("--into", type=Path)
    told = asked.parse_args()
    told.into = told.into or into[told.language]
    torch.set_num_threads(1)
    if told.step in further:
        return told
    found = sha256((told.base / "model.safetensors").read_bytes()).hexdigest()
    if found != BASE_DIGESTS[told.language]:
        sys.exit(f"{told.base} holds other weights than expected: {found}")
    return told


class Steps:
    """Takes the steps of a course, slowly at first and slower to its end."""

    def __init__(
        self,
        model: nn.Module,
        groups: list[dict[str, Any]],
        *,
        count: int,
        warming: float,
    ) -> None:
        self._model = model
        self._optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
        self._paced = torch.optim.lr_scheduler.LambdaLR(
            self._optimizer, lambda step: _pace(step / count, warming)
        )

    def take(self, loss: Tensor) -> float:
        """Change the model by one batch and return what was lost on it."""
        self._optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self._model.parameters(), 1.0)
        self._optimizer.step()
        self._paced.step()
        return float(loss.item())


def _pace(done: float, warming: float) -> float:
    return min(done / warming, max(0.0, (1 - done) / (1 - warming)))
