"""The real recogniser, where it is installed: a few seconds each."""

import wave
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from onward.adapters.transcription import carriers
from onward.adapters.transcription.hearing import pcm_of
from onward.adapters.transcription.mel import log_mel
from onward.adapters.transcription.model import FOLDER, WhisperModel
from onward.adapters.transcription.whisper_transcriber import WhisperTranscriber
from onward.adapters.voice.choosing import voice

IS_HERE = bool(
    find_spec("ctranslate2") and find_spec("hibari") and carriers.installed()
)
NEEDED = pytest.mark.skipif(
    not IS_HERE, reason="the speech packages or the speech model are not installed"
)


@pytest.fixture(scope="module")
def transcriber(tmp_path_factory: pytest.TempPathFactory) -> WhisperTranscriber:
    place = tmp_path_factory.mktemp("model") / FOLDER
    return WhisperTranscriber(WhisperModel(place).folder)


def _spoken(text: str, folder: Path) -> np.ndarray:
    path = folder / "said.wav"
    path.write_bytes(voice().say(text))
    with wave.open(str(path)) as sound:
        rate = sound.getframerate()
        content = sound.readframes(10**7)
    samples = np.frombuffer(content, "<i2").astype(np.float32) / 32_768
    at = np.arange(0, len(samples), rate / 16_000)
    return np.interp(at, np.arange(len(samples)), samples).astype(np.float32)


@NEEDED
@pytest.mark.slow
def test_what_the_voice_says_is_understood_word_for_word(
    transcriber: WhisperTranscriber, tmp_path: Path
) -> None:
    said = "I called the customer at once, and we fixed the mistake together."
    listening = transcriber.listen()
    listening.feed(pcm_of(_spoken(said, tmp_path)))
    heard = listening.finish()
    text = " ".join(word.text for word in heard.words).lower().replace(",", "")
    assert text == said.lower().replace(",", "")
    assert heard.language == "en"
    ends = [word.end for word in heard.words]
    assert ends == sorted(ends)
    again = transcriber.listen()
    again.stop()
    again.stop()
    transcriber.unload()


def test_the_spectrum_has_the_shape_the_recogniser_expects() -> None:
    bands = log_mel(np.zeros(16_000, np.float32))
    assert bands.shape == (80, 3000)
    assert np.allclose(bands, bands[0, 0])


@pytest.mark.parametrize(("seconds", "frames"), [(10, 1300), (29, 3000), (40, 3000)])
def test_a_glimpse_is_the_sound_and_a_little_silence_and_thirty_seconds_at_most(
    seconds: int, frames: int
) -> None:
    samples = np.zeros(seconds * 16_000, np.float32)
    assert log_mel(samples, is_glimpse=True).shape == (80, frames)
