"""The sound of a take: where it lies, the key to it, and how it is given out."""

import io
import wave
from pathlib import Path

from onward.adapters.secrets import cipher
from onward.journey.people.sealing import seal, unseal
from onward.journey.practice.models import Take
from onward.journey.practice.recording import SAMPLE_BYTES, Recording, folder_of
from onward.ports.transcription import SAMPLE_RATE


def prepare_sound(take: Take) -> Recording:
    """Return where the sound of a take goes; its key is made when first needed."""
    if not take.sound_key:
        take.sound_key = seal(take.person, cipher.new_key())
        take.save(update_fields=["sound_key"])
    return recording_of(take)


def recording_of(take: Take) -> Recording:
    """Return the sound of a take that has a key to it."""
    key = unseal(take.person, bytes(take.sound_key))
    return Recording(_path(take), key)


def has_sound(take: Take) -> bool:
    """Tell whether there is sound to hear, without opening it."""
    return bool(take.sound_key) and _path(take).is_file()


def drop_sound(*, take: Take) -> None:
    """Delete the sound, and the key to it; words and marks stay."""
    _path(take).unlink(missing_ok=True)
    take.sound_key = b""
    take.save(update_fields=["sound_key"])


def wav(samples: bytes) -> bytes:
    """Return 16-bit samples at 16 kHz as a WAV file."""
    told = io.BytesIO()
    with wave.open(told, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(SAMPLE_BYTES)
        file.setframerate(SAMPLE_RATE)
        file.writeframes(samples)
    return told.getvalue()


def _path(take: Take) -> Path:
    return folder_of(take.person_id) / f"{take.key}.sound"
