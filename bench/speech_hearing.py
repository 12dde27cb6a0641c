"""What the measures of speech share: the model, and a recording heard with it."""

from pathlib import Path

from onward.adapters.transcription.hearing import Hearing, pcm_of
from onward.adapters.transcription.model import FOLDER, WhisperModel
from onward.adapters.transcription.whisper import Whisper
from onward.domain.speech.heard import Heard
from tools.speech_examples import Clip


def model_folder(place: str) -> Path:
    """Return the folder of the model, put together in a place if need be."""
    return WhisperModel(Path(place) / FOLDER).folder()


def heard_in(whisper: Whisper, clip: Clip) -> Heard:
    """Return what is heard in a recording."""
    hearing = Hearing(whisper)
    hearing.feed(pcm_of(clip.samples))
    return hearing.finish()
