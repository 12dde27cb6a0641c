"""Sound of any rate as sound of the one rate that is listened to, stretch by stretch.

Some browsers give sound only at the rate of the machine. What is above half the new
rate is taken out first; otherwise it would come back as noise.
"""

import numpy as np
import numpy.typing as npt

RATE = 16_000
_TAPS = 64
_LOUDEST = 32_767

Floats = npt.NDArray[np.float64]
Shorts = npt.NDArray[np.int16]


class Resampler:
    """Turns 16-bit sound of one rate into that of 16 kHz; keeps the joins whole."""

    def __init__(self, rate: int) -> None:
        self.rate = rate
        self._step = rate / RATE
        self._filter = _low_pass(min(1.0, RATE / rate)) if rate != RATE else None
        self._before: Floats = np.zeros(_TAPS)
        self._next = 0.0

    def turned(self, pcm: bytes) -> bytes:
        """Return the next stretch at 16 kHz."""
        if self._filter is None:
            return pcm
        told = np.frombuffer(pcm, "<i2").astype(np.float64)
        joined = np.concatenate([self._before, told])
        self._before = joined[-_TAPS:]
        smooth = np.convolve(joined, self._filter, "valid")[1:]
        places = np.arange(self._next, len(smooth), self._step)
        if len(places):
            self._next = places[-1] + self._step
        self._next -= len(smooth)
        if not len(places):
            return b""
        found = np.interp(places, np.arange(len(smooth)), smooth)
        whole: Shorts = np.clip(found, -_LOUDEST, _LOUDEST).astype("<i2")
        return whole.tobytes()


def _low_pass(share: float) -> Floats:
    """Return a filter that lets this share of the old frequencies through."""
    middle = np.arange(_TAPS) - (_TAPS - 1) / 2
    taps: Floats = np.sinc(middle * share * 0.92) * np.hamming(_TAPS)
    total: float = taps.sum()
    return taps / total
