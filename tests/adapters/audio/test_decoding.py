import math
import wave
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from onward.adapters.audio.decoding import (
    FfmpegMissingError,
    NothingInItError,
    SoundNotUnderstoodError,
    TooLongError,
    is_sound,
    samples_of,
)
from onward.adapters.audio.resampling import resampled

RATE = 16_000


def _tone(rate: int, hertz: float = 440.0, seconds: float = 1.0) -> np.ndarray:
    at = np.arange(int(rate * seconds)) / rate
    return (0.5 * np.sin(2 * math.pi * hertz * at)).astype(np.float32)


def _wav(path: Path, samples: np.ndarray, rate: int, channels: int = 1) -> Path:
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(channels)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes((samples * 32_767).astype("<i2").tobytes())
    return path


def test_a_wav_file_of_any_rate_becomes_sixteen_thousand_samples(
    tmp_path: Path,
) -> None:
    samples = samples_of(_wav(tmp_path / "a.wav", _tone(44_100), 44_100))
    assert len(samples) == RATE
    assert np.abs(samples - _tone(RATE))[200:-200].max() < 0.01


def test_two_channels_become_one(tmp_path: Path) -> None:
    both = np.repeat(_tone(RATE), 2)
    samples = samples_of(_wav(tmp_path / "b.wav", both, RATE, channels=2))
    assert np.abs(samples - _tone(RATE)).max() < 0.001


def test_of_two_channels_that_cancel_each_other_one_is_heard(tmp_path: Path) -> None:
    both = np.stack([_tone(RATE), -_tone(RATE)], axis=1).ravel()
    samples = samples_of(_wav(tmp_path / "b.wav", both, RATE, channels=2))
    assert np.abs(samples).max() > 0.4


def test_a_file_that_was_cut_off_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    soundfile = pytest.importorskip("soundfile", reason="soundfile is not installed")
    path = tmp_path / "cut.flac"
    hiss = np.random.default_rng(3).normal(0, 0.1, 6 * RATE)
    soundfile.write(path, hiss, RATE)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert 1.5 * RATE < len(samples_of(path)) < 4 * RATE


@pytest.mark.parametrize("kind", ["flac", "ogg", "mp3", "aiff", "au", "caf"])
def test_compressed_sound_is_read_where_libsndfile_is_there(
    tmp_path: Path, kind: str
) -> None:
    soundfile = pytest.importorskip("soundfile", reason="soundfile is not installed")
    path = tmp_path / f"c.{kind}"
    soundfile.write(path, _tone(48_000), 48_000)
    assert abs(len(samples_of(path)) - RATE) < 0.2 * RATE


def test_what_is_no_sound_is_told_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "d.wav"
    path.write_bytes(b"no sound at all")
    with pytest.raises(SoundNotUnderstoodError, match="cannot be read"):
        samples_of(path)


def test_silence_without_a_sample_is_told_too(tmp_path: Path) -> None:
    with pytest.raises(NothingInItError):
        samples_of(_wav(tmp_path / "e.wav", _tone(RATE)[:0], RATE))


def test_a_browsers_recording_needs_ffmpeg_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "f.webm"
    path.write_bytes(b"\x1aE\xdf\xa3")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(FfmpegMissingError, match="ffmpeg"):
        samples_of(path)


def test_sound_is_known_by_its_name() -> None:
    assert is_sound(Path("answer.M4A"))


def test_sound_is_known_by_how_it_begins_whatever_it_is_called(tmp_path: Path) -> None:
    path = _wav(tmp_path / "answer.bin", _tone(RATE), RATE)
    assert is_sound(path)
    assert len(samples_of(path)) == RATE
    note = tmp_path / "note.bin"
    note.write_bytes(b"I rang them.")
    assert not is_sound(note)


def test_a_recording_of_more_than_an_hour_is_not_silently_cut(tmp_path: Path) -> None:
    path = _wav(tmp_path / "long.wav", np.zeros(3601 * 8), 8)
    with pytest.raises(TooLongError, match="an hour"):
        samples_of(path)


def test_what_the_new_rate_cannot_hold_is_left_out() -> None:
    assert np.abs(resampled(_tone(48_000, 9_500.0), 48_000))[300:-300].max() < 0.001


def test_nothing_drags_in_a_media_library_of_another_licence() -> None:
    assert find_spec("av") is None
