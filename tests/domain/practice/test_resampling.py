import numpy as np
import pytest

from onward.domain.practice.resampling import RATE, Resampler


def tone(rate: int, hertz: float, seconds: float = 1.0) -> bytes:
    time = np.arange(int(rate * seconds)) / rate
    wave = np.sin(2 * np.pi * hertz * time) * 10_000
    return bytes(wave.astype("<i2").tobytes())


def through(rate: int, sound: bytes, stretch: int) -> np.ndarray:
    turning = Resampler(rate)
    parts = [sound[at : at + stretch] for at in range(0, len(sound), stretch)]
    told = b"".join(turning.turned(part) for part in parts)
    return np.frombuffer(told, "<i2").astype(float)


@pytest.mark.parametrize("rate", [48_000, 44_100, 22_050, 16_000])
def test_a_tone_keeps_its_height_and_length_over_all_joins(rate: int) -> None:
    heard = through(rate, tone(rate, 440), rate // 4 * 2)
    spectrum = np.abs(np.fft.rfft(heard * np.hanning(len(heard))))
    assert abs(len(heard) - RATE) <= 1
    assert np.argmax(spectrum) * RATE / len(heard) == pytest.approx(440, abs=2)


def test_joins_add_no_noise_of_their_own() -> None:
    heard = through(44_100, tone(44_100, 440), 11_025 * 2)[200:-200]
    spectrum = np.abs(np.fft.rfft(heard * np.hanning(len(heard))))
    peak = int(np.argmax(spectrum))
    spectrum[max(0, peak - 8) : peak + 8] = 0
    assert spectrum.max() < 0.002 * np.abs(np.fft.rfft(heard)).max()


def test_what_is_too_high_for_the_new_rate_does_not_come_back_as_noise() -> None:
    heard = through(48_000, tone(48_000, 12_000), 24_000)
    assert np.abs(heard[200:-200]).max() < 100
