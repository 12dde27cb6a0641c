"""Measures speech as it is spoken: the end of an answer, and words on the screen."""

import resource
import tempfile
import time
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
import psutil

from bench.speech_hearing import model_folder
from onward.adapters.transcription.hearing import pcm_of
from onward.adapters.transcription.whisper_transcriber import WhisperTranscriber
from onward.domain.interview.answers.reading import review_answer
from onward.domain.speech.heard import Word
from onward.domain.speech.measuring import measured
from onward.domain.speech.written import written
from onward.ports.transcription import SoFar
from tools.speech_examples import RATE, clips, plain_words

Lines = Iterator[str]
_TWO_MINUTES, _SEED = 120, 20261125
_LIVE_SECONDS = 60
_CHUNK = RATE // 2  # bytes of a quarter of a second
_LOOKS_EVERY = 0.35  # seconds, as the page looks (studio.js)
# A word stands where it belongs if so few others are missing or too many before it.
_ASTRAY = 3


def _spoken(seconds: int) -> npt.NDArray[np.float32]:
    """Return so many seconds of real speech, several speakers one after the other."""
    samples = np.concatenate([one.samples for one in clips() if one.style != "command"])
    return samples[: seconds * RATE]


def ending() -> Lines:
    """Time the report of a two-minute answer that was heard while it was spoken."""
    samples = _spoken(_TWO_MINUTES)
    quiet = np.random.default_rng(_SEED).normal(0, 1e-4, RATE).astype(np.float32)
    with tempfile.TemporaryDirectory() as place:
        transcriber = WhisperTranscriber(lambda: model_folder(place))
        yield f"Cut off in the middle of a word: {_reported(transcriber, samples)}"
        yield ""
        samples = np.concatenate([samples, quiet])
        yield f"After a second of silence: {_reported(transcriber, samples)}"
        transcriber.unload()
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    yield ""
    yield (
        f"Both took {spent.ru_utime + spent.ru_stime:.1f} processor seconds of "
        f"listening in all, and {spent.ru_maxrss / 1024:.0f} MB."
    )


def _reported(transcriber: WhisperTranscriber, samples: npt.NDArray[np.float32]) -> str:
    listening = transcriber.listen()
    pcm, begun = pcm_of(samples), time.monotonic()
    for number, start in enumerate(range(0, len(pcm), _CHUNK)):
        listening.feed(pcm[start : start + _CHUNK])
        # As a microphone would: no faster than it is spoken.
        time.sleep(max(0.0, begun + (number + 1) / 4 - time.monotonic()))
    listener = psutil.Process().children()[-1]
    over, before = time.monotonic(), sum(listener.cpu_times()[:2])
    heard = listening.finish()
    last = sum(listener.cpu_times()[:2]) - before
    review_answer("Tell me about a time you helped.", written(heard.words).text)
    measured(heard)
    took = time.monotonic() - over
    return (
        f"{len(samples) / RATE:.0f} s of speech, {len(heard.words)} words, the report "
        f"{took:.1f} s after the end, {last:.1f} processor seconds of it work."
    )


def live() -> Lines:
    """Time each word from its end to the screen of whoever reads along."""
    samples = _spoken(_LIVE_SECONDS)
    with tempfile.TemporaryDirectory() as place:
        transcriber = WhisperTranscriber(lambda: model_folder(place))
        listening = transcriber.listen(live=True)
        listening.so_far()
        looks: list[tuple[float, list[str]]] = []
        pcm, begun, looked = pcm_of(samples), time.monotonic(), 0.0
        for number, start in enumerate(range(0, len(pcm), _CHUNK)):
            # A stretch is handed over once it was spoken.
            time.sleep(max(0.0, begun + (number + 1) / 4 - time.monotonic()))
            listening.feed(pcm[start : start + _CHUNK])
            while (now := time.monotonic() - begun) < (number + 2) / 4:
                if now - looked >= _LOOKS_EVERY:
                    looks.append((now, _shown(listening.so_far())))
                    looked = now
                time.sleep(0.02)
        heard = listening.finish()
        transcriber.unload()
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    delays, never = _delays(heard.words, looks)
    yield (
        f"{len(heard.words)} words in {len(samples) / RATE:.0f} s: on the screen "
        f"{np.median(delays):.1f} s after they end in the median, nine in ten within "
        f"{np.quantile(delays, 0.9):.1f} s; {never} only when the answer was over. "
        f"{spent.ru_utime + spent.ru_stime:.1f} processor seconds in all."
    )


def _shown(told: SoFar) -> list[str]:
    settled = " ".join(word.text for word in told.words)
    return plain_words(f"{settled} {told.guess}")


def _delays(
    words: Sequence[Word], looks: Sequence[tuple[float, list[str]]]
) -> tuple[list[float], int]:
    """Return when each word first stood in its place, and how many never did."""
    delays, never, before = [], 0, 0
    for word in words:
        texts = plain_words(word.text)
        first, last = before - _ASTRAY, before + _ASTRAY + 1
        before += len(texts)
        for now, shown in looks:
            if now > word.start and set(texts) & set(shown[max(0, first) : last]):
                delays.append(max(0.0, now - word.end))
                break
        else:
            never += 1
    return delays, never
