"""The Silero voice detector (MIT) in numpy: how likely it is that somebody speaks.

A hundred thousand numbers and one small loop need no runtime of their own. The frames
are read 32 ms at a time; what was heard before is carried along.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

RATE = 16_000
FRAME, _CONTEXT, _PAD = 512, 64, 64
FRAME_SECONDS = FRAME / RATE
_WINDOW, _HOP = 256, 128
_CELL = 128
_STRIDES = (1, 2, 2, 1)
_AT_ONCE = 512  # frames: more would only take memory


@dataclass(slots=True)
class Memory:
    """What the detector carries from one call to the next."""

    context: Floats
    hidden: Floats
    cell: Floats
    rest: Floats


def nothing_heard() -> Memory:
    """Return the memory of a detector that has heard nothing yet."""
    empty = np.zeros(_CELL, np.float32)
    return Memory(
        np.zeros(_CONTEXT, np.float32), empty, empty.copy(), np.zeros(0, np.float32)
    )


def chances(samples: Floats, memory: Memory) -> Floats:
    """Return the chance of speech for each whole frame, and remember the rest."""
    sound = np.concatenate([memory.rest, samples])
    count = len(sound) // FRAME
    memory.rest = sound[count * FRAME :]
    found = [
        _some(sound[start * FRAME : min(start + _AT_ONCE, count) * FRAME], memory)
        for start in range(0, count, _AT_ONCE)
    ]
    return np.concatenate(found) if found else np.zeros(0, np.float32)


def _some(sound: Floats, memory: Memory) -> Floats:
    frames = sound.reshape(-1, FRAME)
    before = np.vstack([memory.context, frames[:-1, -_CONTEXT:]])
    memory.context = frames[-1, -_CONTEXT:]
    whole = np.hstack([before, frames])
    mirrored = whole[:, -2 : -_PAD - 2 : -1]
    return _listened(_features(np.hstack([whole, mirrored])), memory)


def _features(whole: Floats) -> Floats:
    """Return 128 numbers a frame: a spectrum, through four layers."""
    weights = _weights()
    windows = np.lib.stride_tricks.sliding_window_view(whole, _WINDOW, axis=1)
    parts = windows[:, ::_HOP] @ weights["basis"].T
    half = parts.shape[2] // 2
    layer = np.hypot(parts[..., :half], parts[..., half:]).transpose(0, 2, 1)
    for number, stride in enumerate(_STRIDES):
        kernel, bias = weights[f"kernel{number}"], weights[f"bias{number}"]
        layer = np.maximum(_convolved(layer, kernel, stride) + bias[:, None], 0)
    return np.asarray(layer[:, :, 0], np.float32)


def _convolved(layer: Floats, kernel: Floats, stride: int) -> Floats:
    padded = np.pad(layer, ((0, 0), (0, 0), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, 3, axis=2)[
        :, :, ::stride
    ]
    count, inside, steps = windows.shape[:3]
    flat = windows.transpose(0, 2, 1, 3).reshape(count * steps, inside * 3)
    made = flat @ kernel.reshape(len(kernel), -1).T
    return np.asarray(made.reshape(count, steps, -1).transpose(0, 2, 1))


def _listened(features: Floats, memory: Memory) -> Floats:
    """Run the memory cell over the frames."""
    weights = _weights()
    incoming = features @ weights["cell_in"].T + weights["cell_bias"]
    recurrent = np.ascontiguousarray(weights["cell_hidden"].T)
    found = np.empty(len(features), np.float32)
    hidden, cell = memory.hidden, memory.cell
    for number, step in enumerate(incoming):
        gates = step + hidden @ recurrent
        opened = _sigmoid(gates)
        fresh = np.tanh(gates[2 * _CELL : 3 * _CELL])
        cell = opened[_CELL : 2 * _CELL] * cell + opened[:_CELL] * fresh
        hidden = opened[3 * _CELL :] * np.tanh(cell)
        found[number] = np.maximum(hidden, 0) @ weights["out"]
    memory.hidden, memory.cell = hidden, cell
    return np.asarray(_sigmoid(found + weights["out_bias"]), np.float32)


def _sigmoid(values: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-values)), np.float32)


@cache
def _weights() -> dict[str, Floats]:
    with (files(__package__) / "weights" / "silero.npz").open("rb") as stored:
        arrays = np.load(stored, allow_pickle=False)
        return {name: arrays[name].astype(np.float32) for name in arrays.files}
