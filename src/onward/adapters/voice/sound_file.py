"""A WAV file out of samples."""

import io
import wave

import numpy as np
import numpy.typing as npt

_LOUDEST, _FULL = 0.8, 32_767


def wav_of(samples: npt.NDArray[np.float32], rate: int) -> bytes:
    """Return a WAV file, brought to one even loudness."""
    peak = float(np.abs(samples).max()) if len(samples) else 0.0
    even = samples * (_LOUDEST / peak) if peak > 0 else samples
    made = io.BytesIO()
    with wave.open(made, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes((even * _FULL).astype("<i2").tobytes())
    return made.getvalue()
