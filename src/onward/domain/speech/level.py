"""How loud a recording is, a hundred times a second."""

import numpy as np
import numpy.typing as npt

from onward.domain.speech.heard import Sound, Stretch

Floats = npt.NDArray[np.float32]

RATE = 16_000
STEP_SECONDS = 0.01
_STEP, _WINDOW = 160, 320
_SILENCE_DB = -100.0
# A sample this close to full scale was cut off, if its neighbours are as well.
_FULL, _IN_A_ROW = 0.985, 3
_FEWEST = 100  # a second of speech; below, nothing is said of its level


def levels(samples: Floats) -> Floats:
    """Return the level in decibels below full scale, one for each 10 ms."""
    count = len(samples) // _STEP
    if count == 0:
        return np.zeros(0, np.float32)
    padded = np.pad(samples[: count * _STEP], (0, _WINDOW - _STEP))
    power = np.add.reduceat(
        padded.astype(np.float64) ** 2, np.arange(0, len(padded), _STEP)
    )
    power = power[:count] + power[1 : count + 1] if len(power) > count else power
    loud = np.sqrt(power[:count] / _WINDOW)
    return np.asarray(np.maximum(20 * np.log10(loud + 1e-9), _SILENCE_DB), np.float32)


def inside(speech: tuple[Stretch, ...], count: int) -> npt.NDArray[np.bool_]:
    """Return which of the first frames lie in speech."""
    found = np.zeros(count, np.bool_)
    for one in speech:
        found[int(one.start / STEP_SECONDS) : int(one.end / STEP_SECONDS) + 1] = True
    return found


def sound_of(
    samples: Floats, speech: tuple[Stretch, ...], pitch_semitones: float | None
) -> Sound:
    """Return level, noise, fading and clipping of a recording."""
    level = levels(samples)
    spoken = inside(speech, len(level))
    loud = level[spoken]
    if len(loud) < _FEWEST:
        return Sound(pitch_semitones=pitch_semitones)
    quiet = level[~spoken]
    third = len(loud) // 3
    first, last = _usual(loud[:third]), _usual(loud[-third:])
    return Sound(
        pitch_semitones=pitch_semitones,
        level_db=_usual(loud),
        noise_db=float(np.median(quiet)) if len(quiet) else None,
        fade_db=first - last,
        clipped_share=clipped_share(samples, len(loud)),
    )


def _usual(loud: Floats) -> float:
    """Return the level of the louder half: vowels, whatever stands between them."""
    return float(np.percentile(loud, 75))


def clipped_share(samples: Floats, spoken_frames: int) -> float:
    """Return the share of speech that was cut off at full scale."""
    if len(samples) < _IN_A_ROW or spoken_frames == 0:
        return 0.0
    peak = float(np.abs(samples).max())
    if peak < _FULL:
        return 0.0
    full = np.abs(samples) >= _FULL * peak
    row = full[:-2] & full[1:-1] & full[2:]
    return float(row.sum() / (spoken_frames * _STEP))
