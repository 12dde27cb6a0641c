"""How far the voice moves: pitch by autocorrelation, in semitones.

Only for the person's own trend. Robust, since single frames are often an octave off.
"""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

_RATE, _WINDOW, _HOP = 16_000, 640, 160
_LOWEST, _HIGHEST = 75.0, 500.0
_VOICED = 0.7
_BLOCK = 2_000
_FLAT, _HEARD = 1e-9, 1e-6
_FEWEST = 100  # voiced frames, a second; below, nothing is said
_OCTAVE = 12.0
# A normal spread has 1.35 standard deviations between its quartiles.
_QUARTILES_TO_SD = 1.349


def pitch_track(samples: Floats) -> Floats:
    """Return hertz for each 10 ms, 0 where there is no clear pitch."""
    count = max(0, (len(samples) - _WINDOW) // _HOP + 1)
    if count == 0:
        return np.zeros(0, np.float32)
    frames = np.lib.stride_tricks.sliding_window_view(samples, _WINDOW)[::_HOP]
    blocks = [
        _pitch(frames[start : start + _BLOCK]) for start in range(0, count, _BLOCK)
    ]
    return np.concatenate(blocks)


def _pitch(frames: Floats) -> Floats:
    hann = np.hanning(_WINDOW).astype(np.float32)
    size = 2048
    centred = (frames - frames.mean(axis=1, keepdims=True)) * hann
    spectrum = np.abs(np.fft.rfft(centred, size, axis=1)) ** 2
    alike = np.fft.irfft(spectrum, size, axis=1)[:, :_WINDOW]
    own = np.fft.irfft(np.abs(np.fft.rfft(hann, size)) ** 2, size)[:_WINDOW]
    first, last = int(_RATE / _HIGHEST), int(_RATE / _LOWEST)
    strength = alike[:, : last + 2] / (alike[:, :1] + 1e-9)
    strength = strength / (own[: last + 2] / own[0])
    # A slight liking for short lags keeps it from an octave too low.
    liking = 1 - 0.0002 * np.arange(last + 2)
    best = (strength * liking)[:, first : last + 1].argmax(axis=1) + first
    rows = np.arange(len(best))
    here, before, after = (strength[rows, best + n] for n in (0, -1, 1))
    bend = before - 2 * here + after
    shift = 0.5 * (before - after) / np.where(np.abs(bend) > _FLAT, bend, 1.0)
    loud = (frames**2).mean(axis=1) > _HEARD
    clear = (here >= _VOICED) & loud
    return np.where(clear, _RATE / (best + np.clip(shift, -1, 1)), 0).astype(np.float32)


def semitone_spread(track: Floats) -> float | None:
    """Return how far a voice moves, as a standard deviation in semitones."""
    voiced = track[track > 0]
    if len(voiced) < _FEWEST:
        return None
    semitones = _OCTAVE * np.log2(voiced / np.median(voiced))
    near = semitones[np.abs(semitones) < _OCTAVE]
    low, high = np.percentile(near, [25, 75])
    return float((high - low) / _QUARTILES_TO_SD)
