"""Speech in a whole recording, with edges where the sound rises and falls."""

import numpy as np
import numpy.typing as npt

from onward.adapters.voice_activity import silero
from onward.domain.speech.activity import normalised, stretches_of, with_edges
from onward.domain.speech.heard import Stretch


class Detector:
    """Finds speech in sound, with nothing to install."""

    def stretches(self, samples: npt.NDArray[np.float32]) -> tuple[Stretch, ...]:
        """Return the times in which somebody speaks, in order."""
        return speech_in(samples)


def speech_in(samples: npt.NDArray[np.float32]) -> tuple[Stretch, ...]:
    """Return the stretches of speech of a recording at 16,000 samples a second."""
    chances = silero.chances(normalised(samples), silero.nothing_heard())
    return with_edges(stretches_of(chances, silero.FRAME_SECONDS), samples)
