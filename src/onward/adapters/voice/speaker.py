"""The process that speaks: `python -m onward.adapters.voice.speaker`."""

import os
import sys
from typing import Any

import numpy as np

from onward.adapters.companions import messages
from onward.adapters.voice.frames import SAID, SAY, SPEAKERS
from onward.adapters.voice.sound_file import wav_of


def loaded() -> Any:
    """Return the voice inside the package; no other, since those would be fetched."""
    import onnxruntime  # noqa: PLC0415 - slow to load

    # Newer builds report on their use over the network unless they are told not to.
    onnxruntime.disable_telemetry_events()
    from hibari import Hibari  # noqa: PLC0415 - after the line above

    return Hibari()


def main() -> None:
    """Speak until the input ends."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    voice = loaded()
    while (message := messages.receive(sys.stdin.buffer)) is not None:
        kind, content = message
        if kind == SAY:
            speed = SPEAKERS[content[0] % len(SPEAKERS)]
            samples = np.asarray(voice(content[1:].decode()), np.float32)
            sound = wav_of(samples, round(voice.sample_rate * speed))
            messages.send(answers, SAID, sound)


if __name__ == "__main__":
    main()
