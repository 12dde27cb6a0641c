import numpy as np
import pytest

from onward.domain.speech.activity import with_edges
from onward.domain.speech.edges import edges_in_noise
from onward.domain.speech.heard import Stretch

RATE = 16_000
DRAW = np.random.default_rng(7)


def _voice(seconds: float) -> np.ndarray:
    """Return a buzz with overtones."""
    at = np.arange(int(seconds * RATE)) / RATE
    tone = sum(np.sin(2 * np.pi * 140 * n * at) / n for n in range(1, 12))
    return np.asarray(0.3 * tone)


def _said(*, noise: float, pause: float = 1.0) -> np.ndarray:
    """Return two seconds of voice, a pause, and two more seconds, all in noise."""
    parts = [_voice(2), np.zeros(int(pause * RATE)), _voice(2)]
    clean = np.concatenate(parts)
    return (clean + DRAW.normal(0, noise, len(clean))).astype(np.float32)


@pytest.mark.parametrize("noise", [1e-3, 1.5e-2, 5e-2])
def test_a_pause_in_noise_begins_and_ends_where_the_voice_does(noise: float) -> None:
    roughly = (Stretch(0.0, 2.2), Stretch(2.9, 5.0))
    before, after = edges_in_noise(roughly, _said(noise=noise))
    assert before.end == pytest.approx(2.0, abs=0.04)
    assert after.start == pytest.approx(3.0, abs=0.04)
    assert (before.start, after.end) == (0.0, 5.0)


def test_a_loud_word_beyond_a_silence_does_not_fill_the_silence() -> None:
    roughly = (Stretch(0.0, 2.0), Stretch(2.5, 4.5))
    before, after = edges_in_noise(roughly, _said(noise=1.5e-2, pause=0.5))
    assert after.start - before.end == pytest.approx(0.5, abs=0.06)


def test_a_gap_too_short_to_learn_its_noise_from_stays_as_it_was_told() -> None:
    told = (Stretch(0.0, 2.0), Stretch(2.2, 4.2))
    assert edges_in_noise(told, _said(noise=1.5e-2, pause=0.2)) == told


@pytest.mark.parametrize("told", [(), (Stretch(0.1, 0.9),)])
def test_without_a_pause_there_are_no_edges_to_set(told: tuple[Stretch, ...]) -> None:
    assert edges_in_noise(told, _voice(1).astype(np.float32)) == told


def test_perfect_silence_between_two_words_is_a_pause_like_any_other() -> None:
    roughly = (Stretch(0.0, 2.1), Stretch(2.9, 5.0))
    before, after = edges_in_noise(roughly, _said(noise=0.0))
    assert before.end == pytest.approx(2.0, abs=0.03)
    assert after.start == pytest.approx(3.0, abs=0.03)


def test_a_noisy_recording_has_its_edges_set_by_how_it_sounds() -> None:
    roughly = (Stretch(0.0, 2.2), Stretch(2.9, 5.0))
    noisy = _said(noise=5e-2)
    assert with_edges(roughly, noisy) == edges_in_noise(roughly, noisy)
