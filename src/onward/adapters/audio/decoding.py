"""Reads sound files: wav always, flac, ogg and mp3 by libsndfile, others by ffmpeg."""

import shutil
import subprocess
import wave
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from onward.adapters.audio.resampling import RATE, resampled
from onward.domain.errors import OnwardError

Floats = npt.NDArray[np.float32]

_NAMES = {
    *(".wav", ".flac", ".ogg", ".oga", ".opus", ".mp3"),
    *(".aif", ".aiff", ".au", ".caf", ".w64", ".rf64"),
}
_BY_FFMPEG = {
    *(".webm", ".m4a", ".mp4", ".aac", ".mkv", ".mka"),
    *(".mov", ".wma", ".3gp", ".amr"),
}
# What a file begins with tells more than its name does.
_STARTS = (
    *(b"RIFF", b"RIFX", b"RF64", b"riff\x2e\x91", b"FORM", b"caff", b".snd"),
    *(b"fLaC", b"OggS", b"ID3", b"\xff\xfb", b"\xff\xfa", b"\xff\xf3", b"\xff\xf2"),
)
# Matroska, AAC, AMR and Windows Media; of MPEG 4 the name stands a little later.
_FFMPEG_STARTS = (b"\x1aE\xdf\xa3", b"\xff\xf1", b"\xff\xf9", b"#!AMR", b"0&\xb2u\x8ef")
_MPEG4 = b"ftyp"
_LONGEST_SECONDS = 3600
# Channels may cancel each other out; below this part of the louder one they do.
_CANCELLED = 0.1
_WIDTHS = {1: ("<u1", 128.0), 2: ("<i2", 32_768.0), 4: ("<i4", 2_147_483_648.0)}


class SoundNotUnderstoodError(OnwardError):
    """This sound file cannot be read. Onward reads wav, flac, ogg and mp3 files."""


class FfmpegMissingError(OnwardError):
    """This kind of sound file needs the program ffmpeg, which is not installed. Onward reads wav, flac, ogg and mp3 files by itself."""  # noqa: E501 - the message is one line


class SoundPackageMissingError(OnwardError):
    """Without the speech packages only wav files can be read, or typed answers."""


class TooLongError(OnwardError):
    """This recording is longer than an hour. Cut the answer out and review that."""


class NothingInItError(OnwardError):
    """There is no sound in this file."""


def is_sound(path: Path) -> bool:
    """Whether a file is sound, by how it begins or by its name."""
    named = path.suffix.lower() in _NAMES | _BY_FFMPEG
    return named or begins_as_sound(_first(path))


def begins_as_sound(first: bytes) -> bool:
    """Whether the first bytes of a file are those of sound."""
    return first.startswith(_STARTS) or _needs_ffmpeg(first)


def _needs_ffmpeg(first: bytes) -> bool:
    return first.startswith(_FFMPEG_STARTS) or first[4:8] == _MPEG4


def _first(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(12)


def samples_of(path: Path) -> Floats:
    """Return a file's sound as one channel, 16,000 samples a second."""
    first = _first(path)
    samples = _read(path, first) if first else np.zeros(0, np.float32)
    if len(samples) == 0:
        raise NothingInItError
    return np.nan_to_num(samples, posinf=0.0, neginf=0.0)


def _read(path: Path, first: bytes) -> Floats:
    by_name = path.suffix.lower() in _BY_FFMPEG and not first.startswith(_STARTS)
    if by_name or _needs_ffmpeg(first):
        return _by_ffmpeg(path)
    if find_spec("soundfile"):
        return _by_libsndfile(path)
    if first.startswith(b"RIFF") or path.suffix.lower() == ".wav":
        return _by_wave(path)
    raise SoundPackageMissingError


def _by_libsndfile(path: Path) -> Floats:
    import soundfile  # noqa: PLC0415 - only where it is installed

    try:
        with soundfile.SoundFile(path) as sound:
            rate = sound.samplerate
            _check_length(sound.frames, rate)
            blocks = list(_blocks(sound))
    except (OSError, RuntimeError) as problem:
        raise SoundNotUnderstoodError from problem
    if not blocks:
        return np.zeros(0, np.float32)
    return resampled(_one_channel(np.concatenate(blocks)), rate)


def _blocks(sound: Any) -> Iterator[Floats]:
    """Yield the sound second by second, as far as it can be read: a file may be cut."""
    has_begun = False
    while True:
        try:
            block = sound.read(sound.samplerate, dtype="float32", always_2d=True)
        except RuntimeError:
            if has_begun:
                return
            raise
        if len(block) == 0:
            return
        has_begun = True
        yield block


def _one_channel(frames: Floats) -> Floats:
    """Return the mean of all channels, or the loudest where they cancel out."""
    mean = frames.mean(axis=1)
    loud = np.sqrt((frames.astype(np.float64) ** 2).mean(axis=0))
    if np.sqrt((mean.astype(np.float64) ** 2).mean()) < _CANCELLED * loud.max():
        mean = frames[:, int(loud.argmax())]
    return np.asarray(mean, np.float32)


def _by_wave(path: Path) -> Floats:
    try:
        with wave.open(str(path), "rb") as sound:
            rate, channels = sound.getframerate(), sound.getnchannels()
            width = sound.getsampwidth()
            _check_length(sound.getnframes(), rate)
            content = sound.readframes(sound.getnframes())
    except (OSError, EOFError, wave.Error) as problem:
        raise SoundNotUnderstoodError from problem
    if width not in _WIDTHS:
        raise SoundNotUnderstoodError
    kind, full = _WIDTHS[width]
    frames = np.frombuffer(content, kind).astype(np.float32)
    frames = frames - full if width == 1 else frames
    whole = len(frames) // channels * channels
    if whole == 0:
        return np.zeros(0, np.float32)
    return resampled(_one_channel(frames[:whole].reshape(-1, channels) / full), rate)


def _check_length(frames: int, rate: int) -> None:
    if frames > _LONGEST_SECONDS * rate:
        raise TooLongError


def _by_ffmpeg(path: Path) -> Floats:
    program = shutil.which("ffmpeg")
    if program is None:
        raise FfmpegMissingError
    longest = str(_LONGEST_SECONDS + 1)
    wanted = ["-f", "s16le", "-ac", "1", "-ar", str(RATE), "-t", longest]
    try:
        done = subprocess.run(  # noqa: S603 - the person's own ffmpeg
            [program, "-v", "error", "-i", path.absolute(), *wanted, "pipe:1"],
            check=True,
            stdin=subprocess.DEVNULL,
            capture_output=True,
        )
    except (OSError, subprocess.SubprocessError) as problem:
        raise SoundNotUnderstoodError from problem
    samples = np.frombuffer(done.stdout, "<i2").astype(np.float32) / 32_768.0
    _check_length(len(samples), RATE)
    return samples
