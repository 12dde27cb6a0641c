"""What the recogniser sees of sound: 80 bands, a hundred times a second."""

from functools import cache

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

RATE = 16_000
# The recogniser was taught with thirty seconds, and silence to fill them up: words are
# most often right so. A glimpse is the sound and 3 s of silence, for a seventh of the
# work; with 1 s it makes words up (docs/measurements.md).
SECONDS = 30
FRAMES = SECONDS * 100
_FEWEST, _AFTER = 600, 300
_WINDOW, _HOP, _BANDS = 400, 160, 80
_FLOOR, _RANGE = 1e-10, 8.0
_LINEAR_UP_TO, _LINEAR_STEP, _LOG_STEP = 1000.0, 200.0 / 3, np.log(6.4) / 27.0


def log_mel(samples: Floats, *, is_glimpse: bool = False) -> Floats:
    """Return 80 rows, a frame for each 10 ms of sound and of the silence after it."""
    count = FRAMES
    if is_glimpse:
        count = min(FRAMES, max(_FEWEST, len(samples) // _HOP + _AFTER))
    sound = np.zeros(count * _HOP, np.float32)
    sound[: len(samples)] = samples[: len(sound)]
    half = _WINDOW // 2
    frames = np.lib.stride_tricks.sliding_window_view(
        np.pad(sound, half, mode="reflect"), _WINDOW
    )[::_HOP][:count]
    power = np.abs(np.fft.rfft(frames * _hann(), axis=1)).astype(np.float32) ** 2
    bands = np.log10(np.maximum(_filters() @ power.T, _FLOOR))
    bands = np.maximum(bands, bands.max() - _RANGE)
    return np.asarray((bands + 4.0) / 4.0, np.float32)


@cache
def _hann() -> Floats:
    return np.asarray(np.hanning(_WINDOW + 1)[:-1], np.float32)


@cache
def _filters() -> Floats:
    """Return the bands (Slaney's scale: linear up to 1 kHz, then by ratio)."""
    edges = _hertz(np.linspace(0, _steps(RATE / 2), _BANDS + 2))
    bins = np.fft.rfftfreq(_WINDOW, 1 / RATE)
    rising = (bins - edges[:-2, None]) / np.diff(edges)[:-1, None]
    falling = (edges[2:, None] - bins) / np.diff(edges)[1:, None]
    triangles = np.maximum(0, np.minimum(rising, falling))
    return np.asarray(triangles * (2.0 / (edges[2:] - edges[:-2]))[:, None], np.float32)


def _steps(hertz: float) -> float:
    return float(
        _LINEAR_UP_TO / _LINEAR_STEP + np.log(hertz / _LINEAR_UP_TO) / _LOG_STEP
    )


def _hertz(steps: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    start = _LINEAR_UP_TO / _LINEAR_STEP
    above = _LINEAR_UP_TO * np.exp(_LOG_STEP * (steps - start))
    return np.where(steps >= start, above, _LINEAR_STEP * steps)
