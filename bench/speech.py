"""Measures what is heard in recordings, real and made.

Run as `python -m bench.speech [PART ...] [--markdown FILE]`.

  words     word errors for each style, time of words, processor time and memory
  pauses    where pauses begin and how long they are, against silences put in
  fillers   fillers found in recordings whose fillers are known
  ending    from the end of a two-minute answer to its report
  live      from the end of a word to its place on the screen
  sound     pitch and level, against Praat where `praat-parselmouth` is installed

Real recordings are read from `../shared/data/audio`; without them there is only a line.
"""

import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import Any

import numpy as np

from bench.speech_fillers import fillers
from bench.speech_hearing import heard_in, model_folder
from bench.speech_live import ending, live
from bench.telling import parser_of, tell
from onward.adapters.transcription.whisper import Whisper
from onward.adapters.voice_activity.detector import speech_in
from onward.domain.speech.fillers import is_filler
from onward.domain.speech.heard import Heard
from onward.domain.speech.level import levels
from onward.domain.speech.pauses import pauses_in
from onward.domain.speech.pitch import pitch_track
from tools.speech_examples import (
    PLACE,
    RATE,
    Clip,
    clips,
    plain_words,
    timed_words,
    with_silences,
    word_errors,
)

Lines = Iterator[str]
_SEED, _MADE = 20261125, 30
_NOISES = (("clean", 1e-4), ("20 dB", 1.5e-2), ("10 dB", 5e-2))


def words() -> Lines:
    """Count word errors for each style, and what they cost."""
    counts: dict[str, list[int]] = {}
    off: list[float] = []
    with tempfile.TemporaryDirectory() as place:
        whisper = Whisper(model_folder(place))
        began, seconds = time.process_time(), 0.0
        for clip in clips():
            heard = heard_in(whisper, clip)
            seconds += len(clip.samples) / RATE
            off += _times_off(clip, heard)
            if clip.counts_words:
                errors, said = counts.setdefault(clip.style, [0, 0])
                reference = [w for w in plain_words(clip.reference) if not is_filler(w)]
                found = plain_words(" ".join(word.text for word in heard.words))
                errors += word_errors(reference, found)
                counts[clip.style] = [errors, said + len(reference)]
        spent = time.process_time() - began
    yield "| style | words | errors | share |"
    yield "| --- | ---: | ---: | ---: |"
    for style, (errors, said) in sorted(counts.items()):
        yield f"| {style} | {said} | {errors} | {errors / said:.1%} |"
    errors, said = map(sum, zip(*counts.values(), strict=True))
    yield f"| **all** | {said} | {errors} | {errors / said:.1%} |"
    yield ""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    cost = f"{spent / seconds:.2f} processor seconds a second"
    yield f"{cost}; {peak:.0f} MB at the most."
    if off:
        near = sum(one <= 0.1 for one in off) / len(off)
        yield (
            f"Beginnings of {len(off)} words with times set by hand: median "
            f"{np.median(off):.3f} s off, nine in ten within "
            f"{np.quantile(off, 0.9):.2f} s, {near:.0%} within 0.1 s."
        )


def _times_off(clip: Clip, heard: Heard) -> list[float]:
    """Return how far off the beginnings of words are that can be told apart."""
    found, place = [], 0
    spoken = [(plain_words(word.text), word.start) for word in heard.words]
    for text, start, _ in timed_words(clip.name):
        for number in range(place, min(place + 4, len(spoken))):
            if spoken[number][0] == plain_words(text):
                found.append(abs(spoken[number][1] - start))
                place = number + 1
                break
    return found


def pauses() -> Lines:
    """Compare pauses with silences that were put in."""
    yield "| sound | silences | found | beginning off | length off | extra a minute |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for name, noise in _NOISES:
        total, begins, lengths, extra, minutes = 0, [], [], 0, 0.0
        for made in with_silences(_MADE, noise=noise, seed=_SEED):
            found = pauses_in(speech_in(made.samples))
            minutes += len(made.samples) / RATE / 60
            extra += len(found)
            for start, end in made.silences:
                total += 1
                for one in found:
                    shared = min(one.end, end) - max(one.start, start)
                    if shared > (end - start) / 2:
                        begins.append(abs(one.start - start))
                        lengths.append(abs(one.seconds - (end - start)))
                        extra -= 1
                        break
        yield (
            f"| {name} | {total} | {len(begins)} ({len(begins) / total:.1%}) "
            f"| {np.mean(begins):.3f} s | {np.mean(lengths):.3f} s "
            f"| {extra / minutes:.1f} |"
        )
    yield ""
    yield "Extra ones are mostly pauses that the readers made themselves."


def sound() -> Lines:
    """Compare pitch and level with Praat."""
    if find_spec("parselmouth") is None:
        yield "praat-parselmouth is not installed, so pitch and level are not compared."
        return
    import parselmouth  # noqa: PLC0415 - GPL: to measure with, never to ship

    gross, both, fine, level = 0, 0, [], []
    for clip in clips():
        if len(clip.samples) < RATE:
            continue
        theirs: Any = parselmouth.Sound(clip.samples.astype(np.float64), RATE)
        pitch = theirs.to_pitch_ac(time_step=0.01, pitch_floor=75, pitch_ceiling=500)
        ours = pitch_track(clip.samples)
        for at, hertz in zip(
            pitch.xs(), pitch.selected_array["frequency"], strict=True
        ):
            frame = round((at - 0.02) * 100)
            if not (0 <= frame < len(ours) and hertz > 0 and ours[frame] > 0):
                continue
            both += 1
            apart = abs(12 * np.log2(ours[frame] / hertz))
            gross += apart > 3
            fine += [apart] if apart <= 3 else []
        loud = theirs.to_intensity(minimum_pitch=100, time_step=0.01)
        other = np.interp(
            np.arange(len(levels(clip.samples))) / 100 + 0.01,
            loud.xs(),
            loud.values[0] - 94,
        )
        mine = levels(clip.samples)
        heard = mine > -50
        level += list(np.abs(other - mine)[heard])
    yield (
        f"Pitch, {both:,} frames that both call voiced: {gross / both:.1%} more than "
        f"three semitones apart, the others {np.mean(fine):.2f} semitones on average. "
        f"Level: {np.median(level):.1f} dB apart in the median, "
        f"{np.quantile(level, 0.9):.1f} dB for nine in ten."
    )


PARTS: dict[str, Callable[[], Lines]] = {
    "words": words,
    "pauses": pauses,
    "fillers": fillers,
    "ending": ending,
    "live": live,
    "sound": sound,
}


def main() -> None:
    """Measure the parts asked for, print the tables and keep them if asked to."""
    told = parser_of(__doc__, PARTS).parse_args()
    if not PLACE.is_dir():
        print(f"There are no recordings in {PLACE}, so nothing is measured.")
        return
    lines = []
    for part in told.parts or PARTS:
        lines += [f"### {part}", "", *PARTS[part](), ""]
    tell(lines, told.markdown)


if __name__ == "__main__":
    main()
