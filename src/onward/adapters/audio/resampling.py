"""From any rate to 16,000 samples a second, without what the new rate cannot hold."""

from math import gcd

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

RATE = 16_000
_ZERO_CROSSINGS = 16
_BETA = 8.0  # Kaiser; what is cut off stays 80 dB below


def resampled(samples: Floats, rate: int) -> Floats:
    """Return the samples at 16,000 a second."""
    if rate == RATE or len(samples) == 0:
        return samples.astype(np.float32)
    shared = gcd(rate, RATE)
    up, down = RATE // shared, rate // shared
    return _filtered(samples.astype(np.float32), up, down)


def _filtered(samples: Floats, up: int, down: int) -> Floats:
    """Return every `down`-th of `up` times as many samples, each a weighted sum."""
    widest = max(up, down)
    half = _ZERO_CROSSINGS * widest
    at = np.arange(-half, half + 1)
    kernel = np.sinc(at / widest) * np.kaiser(2 * half + 1, _BETA) * up / widest
    count = -(-len(samples) * up // down)
    found = np.zeros(count, np.float32)
    reach = half // up + 1
    padded = np.pad(samples, reach)
    for phase in range(up):
        # All new samples that stand in the same way between two old ones.
        places = np.arange(phase, count, up)
        exact = places * down
        nearest, offset = exact // up, int(exact[0] % up) if len(exact) else 0
        taps = np.arange(-reach, reach + 1)
        weights_at = offset - taps * up + half
        inside = (weights_at >= 0) & (weights_at < len(kernel))
        weights = kernel[weights_at[inside]].astype(np.float32)
        used = taps[inside]
        windows = nearest[:, None] + used[None, :] + reach
        found[places] = padded[np.clip(windows, 0, len(padded) - 1)] @ weights
    return found
