import io
import wave
from importlib.util import find_spec

import numpy as np
import pytest

from onward.adapters.voice.choosing import voice
from onward.adapters.voice.silent import SilentVoice
from onward.adapters.voice.sound_file import wav_of


def test_without_a_voice_nothing_is_said_and_that_is_told() -> None:
    assert SilentVoice().say("How are you?") == b""
    assert "No voice" in SilentVoice().missing


def test_a_sound_file_has_one_even_loudness() -> None:
    made = wav_of(np.array([0.0, 0.1, -0.2], np.float32), 24_000)
    with wave.open(io.BytesIO(made)) as sound:
        assert sound.getframerate() == 24_000
        samples = np.frombuffer(sound.readframes(9), "<i2")
    assert samples.min() == pytest.approx(-0.8 * 32_767, abs=2)
    assert len(wav_of(np.zeros(0, np.float32), 24_000)) == 44


@pytest.mark.slow
@pytest.mark.skipif(find_spec("hibari") is None, reason="no voice is installed")
def test_a_question_is_spoken_and_three_speakers_differ() -> None:
    spoken = voice()
    sounds = [spoken.say("What did you do?", speaker=number) for number in range(3)]
    rates = []
    for sound in sounds:
        with wave.open(io.BytesIO(sound)) as opened:
            rates.append(opened.getframerate())
            assert opened.getnframes() > 10_000
    assert len(set(rates)) == 3
    assert spoken.say("   ") == b""
