"""Reads sound files: wav always, flac, ogg and mp3 by libsndfile, others by ffmpeg."""

import shutil
import subprocess
import wave
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import numpy.typing as npt

from onward.adapters.audio.resampling import RATE, resampled
from onward.domain.errors import OnwardError

Floats = npt.NDArray[np.float32]

NAMES = {".wav", ".flac", ".ogg", ".oga", ".opus", ".mp3"}
BY_FFMPEG = {".webm", ".m4a", ".mp4", ".aac", ".mkv", ".mka", ".mov", ".wma", ".3gp"}
_LONGEST_SECONDS = 3600
_WIDTHS = {1: ("<u1", 128.0), 2: ("<i2", 32_768.0), 4: ("<i4", 2_147_483_648.0)}


class SoundNotUnderstoodError(OnwardError):
    """This sound file cannot be read. Onward reads wav, flac, ogg and mp3 files."""


class FfmpegMissingError(OnwardError):
    """This kind of sound file needs the program ffmpeg, which is not installed. Onward reads wav, flac, ogg and mp3 files by itself."""  # noqa: E501 - the message is one line


class SoundPackageMissingError(OnwardError):
    """Without the speech packages only wav files can be read, or typed answers."""


class NothingInItError(OnwardError):
    """There is no sound in this file."""


def is_sound(path: Path) -> bool:
    """Whether a file is sound, by its name."""
    return path.suffix.lower() in NAMES | BY_FFMPEG


def samples_of(path: Path) -> Floats:
    """Return a file's sound as one channel, 16,000 samples a second."""
    if path.suffix.lower() in BY_FFMPEG:
        samples = _by_ffmpeg(path)
    elif find_spec("soundfile"):
        samples = _by_libsndfile(path)
    elif path.suffix.lower() == ".wav":
        samples = _by_wave(path)
    else:
        raise SoundPackageMissingError
    if len(samples) == 0:
        raise NothingInItError
    return np.nan_to_num(samples)


def _by_libsndfile(path: Path) -> Floats:
    import soundfile  # noqa: PLC0415 - only where it is installed

    try:
        with soundfile.SoundFile(path) as sound:
            rate = sound.samplerate
            frames = sound.read(_LONGEST_SECONDS * rate, "float32", always_2d=True)
    except (OSError, RuntimeError) as problem:
        raise SoundNotUnderstoodError from problem
    return resampled(np.asarray(frames.mean(axis=1), np.float32), rate)


def _by_wave(path: Path) -> Floats:
    try:
        with wave.open(str(path), "rb") as sound:
            rate, channels = sound.getframerate(), sound.getnchannels()
            width = sound.getsampwidth()
            content = sound.readframes(_LONGEST_SECONDS * rate)
    except (OSError, EOFError, wave.Error) as problem:
        raise SoundNotUnderstoodError from problem
    if width not in _WIDTHS:
        raise SoundNotUnderstoodError
    kind, full = _WIDTHS[width]
    frames = np.frombuffer(content, kind).astype(np.float32)
    frames = frames - full if width == 1 else frames
    whole = len(frames) // channels * channels
    return resampled(frames[:whole].reshape(-1, channels).mean(axis=1) / full, rate)


def _by_ffmpeg(path: Path) -> Floats:
    program = shutil.which("ffmpeg")
    if program is None:
        raise FfmpegMissingError
    wanted = ["-f", "s16le", "-ac", "1", "-ar", str(RATE), "-t", str(_LONGEST_SECONDS)]
    try:
        done = subprocess.run(  # noqa: S603 - the person's own ffmpeg
            [program, "-v", "error", "-i", path.absolute(), *wanted, "pipe:1"],
            check=True,
            stdin=subprocess.DEVNULL,
            capture_output=True,
        )
    except (OSError, subprocess.SubprocessError) as problem:
        raise SoundNotUnderstoodError from problem
    return np.frombuffer(done.stdout, "<i2").astype(np.float32) / 32_768.0
