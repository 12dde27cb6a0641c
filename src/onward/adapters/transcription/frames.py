"""How the two processes talk: a kind, a length, and what follows; then Heard as JSON."""

import json
import struct
from dataclasses import asdict
from typing import Any, BinaryIO

from onward.domain.speech.heard import Filler, Heard, Sound, Stretch, Word
from onward.ports.transcription import SoFar

BEGIN, FEED, ASK, FINISH, STOP = b"B", b"F", b"A", b"E", b"X"
HEARD, SO_FAR = b"H", b"S"
_HEAD = struct.Struct("<cI")


def send(stream: BinaryIO, kind: bytes, content: bytes = b"") -> None:
    """Write one message, whole."""
    stream.write(_HEAD.pack(kind, len(content)) + content)
    stream.flush()


def receive(stream: BinaryIO) -> tuple[bytes, bytes] | None:
    """Read one message; None where the other side is gone."""
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    kind, size = _HEAD.unpack(head)
    content = stream.read(size)
    return (kind, content) if len(content) == size else None


def written(told: Heard | SoFar) -> bytes:
    """Return what was heard as bytes."""
    return json.dumps(asdict(told)).encode()


def heard(content: bytes) -> Heard:
    """Return what was heard, from its bytes."""
    told: dict[str, Any] = json.loads(content)
    return Heard(
        seconds=told["seconds"],
        language=told["language"],
        words=tuple(Word(**one) for one in told["words"]),
        fillers=tuple(Filler(**one) for one in told["fillers"]),
        speech=tuple(Stretch(**one) for one in told["speech"]),
        sound=Sound(**told["sound"]),
        missing=told["missing"],
    )


def so_far(content: bytes) -> SoFar:
    """Return what has been heard until now, from its bytes."""
    told: dict[str, Any] = json.loads(content)
    return SoFar(tuple(Word(**one) for one in told["words"]), told["guess"])
