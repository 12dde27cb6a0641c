"""Sound that the browser packed itself, where it could give no samples."""

import tempfile
from pathlib import Path

from onward import wiring
from onward.adapters.audio import decoding
from onward.domain.errors import OnwardError
from onward.domain.speech.heard import Heard

_OGG = b"OggS"
_LOUDEST = 32_767
_ONE_SECOND = 32_000


def hear_packed(packed: bytes, folder: Path) -> Heard:
    """Return what is heard in packed sound, or why nothing can be.

    The program that unpacks it wants a file, so it lies in the folder, open, for the
    moment that takes.
    """
    try:
        pcm = _unpacked(packed, folder)
    except OnwardError as problem:
        return Heard(0.0, missing=str(problem))
    listening = wiring.transcriber().listen()
    for start in range(0, len(pcm), _ONE_SECOND):
        listening.feed(pcm[start : start + _ONE_SECOND])
    return listening.finish()


def _unpacked(packed: bytes, folder: Path) -> bytes:
    suffix = ".ogg" if packed.startswith(_OGG) else ".webm"
    with tempfile.TemporaryDirectory(dir=folder) as place:
        path = Path(place) / f"take{suffix}"
        path.write_bytes(packed)
        samples = decoding.samples_of(path)
    content: bytes = (samples * _LOUDEST).astype("<i2").tobytes()
    return content
