"""Where speech stops and begins again in noise: by how unlike the pause it sounds.

A detector hangs on when somebody falls silent, and the level of a fading voice drowns
in noise long before the voice does. So the noise is learnt from the middle of the
pause, in ten bands, and speech reaches as far as there is more evidence for it than
against it, summed up from the pause outwards.
"""

from functools import cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from onward.domain.speech.heard import Stretch

Floats = npt.NDArray[np.float32]

_RATE, _WINDOW, _HOP, _SIZE = 16_000, 400, 160, 512
_A_SECOND = _RATE / _HOP
_BANDS, _LOWEST, _HIGHEST = 10, 100.0, 6_000.0
# A pause must be long enough to learn its noise from; what lies near its edges is left
# out, a quarter of it at most.
_LEARNABLE, _FEWEST, _NEAR_EDGE = 0.3, 8, 0.12
_LOOK = 0.4  # seconds to look beyond what the detector said
# A frame speaks for speech from so much above the noise on; how much it can say for it
# is limited, or one loud frame would carry a silence over to the other side.
_SPREADS, _LEAST, _MOST = 0.4, 0.03, 4.0
_LEFT = 0.05  # seconds that every stretch and every pause keeps
_HALF_HOP = 0.0075
_NOTHING = 1e-12


def edges_in_noise(speech: tuple[Stretch, ...], samples: Floats) -> tuple[Stretch, ...]:
    """Return the stretches with the edges of their pauses where speech can be told."""
    if len(speech) < 2 or len(samples) < _WINDOW:  # noqa: PLR2004 - a pause has two
        return speech
    power = _power(samples)
    found = list(speech)
    for number, (before, after) in enumerate(pairwise(speech)):
        edges = _edges(power, before.end, after.start)
        if edges is None:
            continue
        end = max(edges[0], found[number].start + _LEFT)
        start = min(edges[1], after.end - _LEFT)
        if start - end >= _LEFT:
            found[number] = Stretch(found[number].start, end)
            found[number + 1] = Stretch(start, after.end)
    return tuple(found)


def _edges(power: Floats, end: float, start: float) -> tuple[float, float] | None:
    """Return where speech ends before a pause and begins after it, in seconds."""
    if start - end < _LEARNABLE:
        return None
    first, last = int(end * _A_SECOND), min(int(start * _A_SECOND), len(power))
    margin = int(min(_NEAR_EDGE * _A_SECOND, (last - first) / 4))
    quiet = slice(first + margin, last - margin)
    if quiet.stop - quiet.start < _FEWEST:
        return None
    look = int(_LOOK * _A_SECOND)
    low, high = max(0, first - look), min(len(power), last + look)
    evidence = _evidence(power, quiet)[low:high]
    middle = (first + last) // 2 - low
    before, after = evidence[:middle], evidence[middle:][::-1]
    stops, begins = _reach(before), _reach(after)
    return (
        end if stops is None else (low + stops) / _A_SECOND + _HALF_HOP,
        start if begins is None else (high - begins) / _A_SECOND + 2 * _HALF_HOP,
    )


def _reach(evidence: Floats) -> int | None:
    """Return how many frames belong to speech; None where none of them sounds so."""
    if len(evidence) == 0 or evidence.max() <= 0:
        return None
    return int(np.argmax(np.cumsum(evidence))) + 1


def _evidence(power: Floats, quiet: slice) -> Floats:
    """Return for each frame how much speaks for speech (above 0) or against it."""
    noise = np.maximum(power[quiet].mean(axis=0), _NOTHING)
    ratio = np.maximum(power / noise, 1.0)
    unlike = (ratio - np.log(ratio) - 1).mean(axis=1)
    usual, spread = unlike[quiet].mean(), unlike[quiet].std()
    limit = usual + max(_SPREADS * spread, _LEAST)
    return np.asarray(np.minimum(unlike - limit, _MOST * limit), np.float32)


def _power(samples: Floats) -> Floats:
    """Return the mean power in each band, a hundred times a second."""
    frames = np.lib.stride_tricks.sliding_window_view(samples, _WINDOW)[::_HOP]
    hann = np.hanning(_WINDOW).astype(np.float32)
    spectrum = np.abs(np.fft.rfft(frames * hann, _SIZE, axis=1)).astype(np.float32)
    return np.asarray(spectrum**2 @ _filters(), np.float32)


@cache
def _filters() -> Floats:
    """Return which parts of a spectrum each band is the mean of, narrow ones low."""
    low, high = (1127 * np.log1p(hertz / 700) for hertz in (_LOWEST, _HIGHEST))
    edges = 700 * np.expm1(np.linspace(low, high, _BANDS + 1) / 1127)
    bins = np.fft.rfftfreq(_SIZE, 1 / _RATE)
    inside = (bins >= edges[:-1, None]) & (bins < edges[1:, None])
    return np.asarray((inside / inside.sum(axis=1, keepdims=True)).T, np.float32)
