"""What a listening process is asked and answers, as bytes."""

import json
from dataclasses import asdict
from typing import Any

from onward.domain.speech.heard import Filler, Heard, Sound, Stretch, Word
from onward.ports.transcription import SoFar

BEGIN, FEED, ASK, FINISH = b"B", b"F", b"A", b"E"
HEARD, SO_FAR = b"H", b"S"
LIVE = b"live"


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
