"""Writes a trained encoder as arrays of whole numbers that the package reads with."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from tools.encoder_model import Encoder, Layer
from tools.saving import save_arrays

Arrays = dict[str, npt.NDArray[np.generic]]


def arrays_of(encoder: Encoder) -> Arrays:
    """Return the arrays as they are stored: whole numbers with one step a column."""
    words = encoder.words.weight.detach()
    whole, step = _whole(words.T)
    arrays: Arrays = {
        "words": np.ascontiguousarray(whole.T),
        "words.step": step,
        "places": _half(encoder.places.weight),
        **_norm("norm", encoder.norm),
        **line_arrays("heads", encoder.evenly, encoder.weighted, encoder.decides),
    }
    for place, layer in enumerate(encoder.layers):
        arrays |= layer_arrays(f"layer{place}", layer)
    return arrays


def layer_arrays(name: str, layer: Layer) -> Arrays:
    """Return one layer as it is stored."""
    return {
        **line_arrays(f"{name}.look", layer.query, layer.key, layer.value),
        **line_arrays(f"{name}.out", layer.out),
        **_norm(f"{name}.first_norm", layer.first_norm),
        **line_arrays(f"{name}.wide", layer.wide),
        **line_arrays(f"{name}.narrow", layer.narrow),
        **_norm(f"{name}.second_norm", layer.second_norm),
    }


def line_arrays(name: str, *lines: nn.Linear) -> Arrays:
    """Return linear maps side by side."""
    whole, step = _whole(torch.cat([line.weight.detach() for line in lines]).T)
    bias = torch.cat([line.bias.detach() for line in lines]).numpy()
    return {name: whole, f"{name}.step": step, f"{name}.bias": bias}


def _whole(
    columns: Tensor,
) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    step = columns.abs().amax(dim=0).clamp(min=1e-8) / 127
    whole = torch.round(columns / step).to(torch.int8)
    return np.ascontiguousarray(whole.numpy()), step.numpy()


def _norm(name: str, norm: nn.LayerNorm) -> Arrays:
    return {
        f"{name}.weight": norm.weight.detach().numpy(),
        f"{name}.bias": norm.bias.detach().numpy(),
    }


def _half(weight: Tensor) -> npt.NDArray[np.float16]:
    return np.asarray(weight.detach().numpy(), dtype=np.float16)


def store(encoder: Encoder, pieces: list[str], folder: Path) -> int:
    """Write an encoder into a folder and return the bytes it takes."""
    folder.mkdir(parents=True, exist_ok=True)
    words, arrays = folder / "pieces.txt", folder / "encoder.npz"
    words.write_text("\n".join(pieces), encoding="utf-8")
    # Packed they are a tenth smaller and take ten times as long to read.
    save_arrays(arrays, **arrays_of(encoder))
    return words.stat().st_size + arrays.stat().st_size
