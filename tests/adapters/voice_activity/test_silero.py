import numpy as np
import pytest

from onward.adapters.voice_activity import silero
from onward.adapters.voice_activity.detector import Detector

RATE = silero.RATE


def _noise(seconds: float, loud: float) -> np.ndarray:
    drawn = np.random.default_rng(7).normal(0, loud, int(seconds * RATE))
    return drawn.astype(np.float32)


def _spoken(seconds: float) -> np.ndarray:
    """Say "sa-so-si-su" on and on: a hiss, and a buzz through a changing mouth."""
    draw = np.random.default_rng(11)
    mouths = ((730, 1090), (570, 840), (270, 2290), (300, 870), (530, 1840))
    found: list[np.ndarray] = []
    number = 0
    while sum(map(len, found)) < seconds * RATE:
        hiss = np.diff(draw.normal(0, 0.02, int(0.07 * RATE)), prepend=0.0)
        found += [hiss, _vowel(mouths[number % 5], 110 + 25 * ((number * 7) % 5))]
        number += 1
    return np.concatenate(found)[: int(seconds * RATE)].astype(np.float32)


def _vowel(mouth: tuple[int, int], pitch: float) -> np.ndarray:
    at = np.arange(int(0.16 * RATE)) / RATE
    phase = 2 * np.pi * np.cumsum(pitch * (1 - 0.4 * at)) / RATE
    sound = np.zeros(len(at))
    for number in range(1, 28):
        loud = sum(
            np.exp(-(((pitch * number - formant) / 120) ** 2)) for formant in mouth
        )
        sound += (loud + 0.03 / number) * np.sin(number * phase)
    return 0.15 * sound * np.hanning(len(at)) ** 0.5


def test_noise_is_no_speech_and_a_voice_is() -> None:
    sound = np.concatenate([_noise(1.5, 1e-3), _spoken(2.0), _noise(1.5, 1e-3)])
    (found,) = Detector().stretches(sound)
    assert found.start == pytest.approx(1.5, abs=0.15)
    assert found.end == pytest.approx(3.5, abs=0.15)
    assert Detector().stretches(_noise(3.0, 1e-2)) == ()


def test_sound_in_crumbs_is_heard_like_sound_in_one_piece() -> None:
    sound = np.concatenate([_spoken(1.0), _noise(0.5, 1e-3), _spoken(0.7)])
    whole = silero.chances(sound, silero.nothing_heard())
    memory = silero.nothing_heard()
    crumbs = [silero.chances(sound[n : n + 777], memory) for n in range(0, 35_200, 777)]
    assert np.allclose(np.concatenate(crumbs), whole, atol=1e-4)


def test_nothing_is_no_speech() -> None:
    assert Detector().stretches(np.zeros(0, np.float32)) == ()
