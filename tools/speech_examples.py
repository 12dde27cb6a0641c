"""Recordings to measure with: real ones beside the project, and made ones.

The real ones lie in `../shared/data/audio` with their words; where that folder is
absent there is nothing to measure with.
"""

import io
import json
import re
import wave
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from onward.adapters.audio.decoding import samples_of
from onward.adapters.audio.resampling import resampled
from onward.adapters.voice.choosing import voice
from onward.adapters.voice_activity.detector import speech_in
from onward.domain.speech.fillers import is_filler
from tools.answer_examples import HOUSE

Floats = npt.NDArray[np.float32]

PLACE = HOUSE.parent / "shared" / "data" / "audio"
RATE = 16_000
_NOT_ITS_WORDS = "skip for WER"
_TIER = re.compile(r'^([\d.]+)\n([\d.]+)\n"(.*)"$', re.MULTILINE)
# Clean speech of one reader, fit to be put together with silences in between.
_FIT = ("ls_", "lj_", "lv_", "sb_", "jfk", "arctic")
_LOUD = 0.7


@dataclass(frozen=True, slots=True)
class Clip:
    """A recording, its words as somebody wrote them down, and how it was spoken.

    `verbatim` has the fillers as well; empty where nobody wrote them down.
    """

    name: str
    samples: Floats
    reference: str
    style: str
    counts_words: bool
    verbatim: str = ""


def clips() -> Iterator[Clip]:
    """Yield the real recordings."""
    listed = PLACE / "manifest.jsonl"
    if not listed.is_file():
        return
    for line in listed.read_text("utf-8").splitlines():
        told = json.loads(line)
        yield Clip(
            told["file"],
            samples_of(PLACE / told["file"]),
            told["reference"],
            told["style"],
            _NOT_ITS_WORDS not in told.get("note", ""),
            told.get("verbatim", ""),
        )


def timed_words(name: str) -> list[tuple[str, float, float]]:
    """Return the words of a recording with times set by hand; none where unknown."""
    stem = name.removeprefix("mfa_").removesuffix(".flac")
    path = PLACE / "textgrid" / f"{stem}.TextGrid"
    if not path.is_file():
        return []
    words = path.read_text("utf-8").partition('"words"')[2].partition('"Interval')[0]
    return [
        (text, float(start), float(end))
        for start, end, text in _TIER.findall(words)
        if text
    ]


@dataclass(frozen=True, slots=True)
class Made:
    """Speech put together with silences of known place and length."""

    samples: Floats
    silences: tuple[tuple[float, float], ...]


def with_silences(count: int, *, noise: float, seed: int) -> Iterator[Made]:
    """Yield recordings of five clips each, with silences of 0.5 to 4 s in between."""
    draw = np.random.default_rng(seed)
    spoken = [_trimmed(clip.samples) for clip in clips() if clip.name.startswith(_FIT)]
    for _ in range(count):
        chosen = [spoken[n] for n in draw.permutation(len(spoken))[:5]]
        yield _put_together(chosen, draw, noise)


def _trimmed(samples: Floats) -> Floats:
    speech = speech_in(samples)
    first, last = int(speech[0].start * RATE), int(speech[-1].end * RATE)
    inside = samples[first:last]
    return np.asarray(inside / np.abs(inside).max() * _LOUD, np.float32)


def _put_together(
    chosen: Sequence[Floats], draw: np.random.Generator, noise: float
) -> Made:
    parts: list[Floats] = []
    silences: list[tuple[float, float]] = []
    at = 0
    for number, clip in enumerate(chosen):
        if number:
            size = int(draw.uniform(0.5, 4.0) * RATE)
            silences.append((at / RATE, (at + size) / RATE))
            parts.append(np.zeros(size, np.float32))
            at += size
        parts.append(clip)
        at += len(clip)
    hiss = draw.normal(0, noise, at).astype(np.float32)
    return Made(np.concatenate(parts) + hiss, tuple(silences))


_SENTENCES = (
    ("So I was working", "um", "at the front desk"),
    ("and a man came in", "uh", "who was very upset"),
    ("I asked him to sit down", "um", "and I got him some water"),
    ("Then I rang the manager", "er", "because the form was missing"),
    ("and in the end", "uh", "we found it in the other drawer"),
    ("I think what I learned", "um", "is to look there first"),
)
_HUSH = 0.12  # seconds of silence around a filler


def with_fillers(seed: int) -> Iterator[Clip]:
    """Yield sentences of a made voice with fillers in them."""
    spoken = voice()
    if spoken.missing:
        return
    draw = np.random.default_rng(seed)
    for number, (before, filler, after) in enumerate(_SENTENCES):
        first, second, third = (
            _said(spoken.say(text, speaker=number % 3))
            for text in (f"{before},", f"{filler}.", f"{after}.")
        )
        hush = draw.normal(0, 1e-4, int(_HUSH * RATE)).astype(np.float32)
        samples = np.concatenate([first, hush, second, hush, third])
        yield Clip(
            f"made {number}",
            samples,
            f"{before} {after}",
            "made",
            counts_words=True,
            verbatim=f"{before} {filler} {after}",
        )


def varied(clip: Clip, seed: int) -> Iterator[Clip]:
    """Yield a recording slower, faster, softer with some noise, and as by telephone."""
    draw = np.random.default_rng(seed)
    samples = clip.samples
    noise = draw.normal(0, 0.01, len(samples)).astype(np.float32)
    telephone = resampled(resampled(samples, 2 * RATE), RATE // 2)
    for name, made in (
        ("slower", resampled(samples, round(0.9 * RATE))),
        ("faster", resampled(samples, round(1.12 * RATE))),
        ("softer", np.asarray(0.3 * samples + 0.3 * noise, np.float32)),
        ("telephone", telephone),
    ):
        yield replace(clip, name=f"{clip.name} {name}", samples=made)


def _said(content: bytes) -> Floats:
    """Return the sound of a WAV file without the silence around it."""
    with wave.open(io.BytesIO(content)) as sound:
        rate = sound.getframerate()
        frames = np.frombuffer(sound.readframes(sound.getnframes()), "<i2")
    scaled = np.asarray(frames.astype(np.float32) / 32_768, np.float32)
    samples = resampled(scaled, rate)
    loud = np.flatnonzero(np.abs(samples) > 0.01)
    return samples[loud[0] : loud[-1] + 1]


def plain_words(text: str) -> list[str]:
    """Return words so that only what was said counts, not how it is written."""
    said = text.lower().replace("\u2019", "'")
    said = re.sub(r"\b(\d+):(\d+)\b", r"\1 \2", said)
    said = re.sub(r"\d+", lambda found: f" {_spelt(int(found[0]))} ", said)
    said = re.sub(r"[^\w' ]", " ", said)
    return " ".join(_SAME.get(word, word) for word in said.split()).split()


_SAME = {
    "ok": "okay",
    "mr": "mister",
    "mrs": "missus",
    "oh": "zero",
    "alright": "all right",
    "gonna": "going to",
    "kinda": "kind of",
}
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen"
    " fourteen fifteen sixteen seventeen eighteen nineteen"
)
_HUNDRED, _THOUSAND, _YEARS = 100, 1000, range(1100, 2100)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def _spelt(number: int) -> str:
    """Return a number in words, a year by its halves, a long one by its digits."""
    if number < _HUNDRED:
        return _below_a_hundred(number)
    if number in _YEARS:
        return f"{_spelt(number // 100)} {_spelt(number % 100)}"
    if number < _THOUSAND:
        rest = f" and {_spelt(number % 100)}" if number % 100 else ""
        return f"{_spelt(number // 100)} hundred{rest}"
    return " ".join(_spelt(int(digit)) for digit in str(number))


def _below_a_hundred(number: int) -> str:
    small = _SMALL.split()
    if number < len(small):
        return small[number]
    rest = f" {small[number % 10]}" if number % 10 else ""
    return _TENS.split()[number // 10 - 2] + rest


def filler_places(said: Sequence[str]) -> tuple[list[str], list[int]]:
    """Return the words without fillers, and after how many of them each filler stands.

    A word that lost its beginning ("'er") is a word.
    """
    words: list[str] = []
    places = []
    for word in said:
        if is_filler(word) and not word.startswith("'"):
            places.append(len(words))
        else:
            words += plain_words(word)
    return words, places


def word_errors(reference: Sequence[str], heard: Sequence[str]) -> int:
    """Return the fewest words to add, drop or change to get from one to the other."""
    row = list(range(len(heard) + 1))
    for number, word in enumerate(reference, start=1):
        above, row[0] = row[:], number
        for place, other in enumerate(heard, start=1):
            change = above[place - 1] + (word != other)
            row[place] = min(change, above[place] + 1, row[place - 1] + 1)
    return row[-1]
