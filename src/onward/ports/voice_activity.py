"""Anything that tells when somebody speaks."""

from typing import Protocol

import numpy as np
import numpy.typing as npt

from onward.domain.speech.heard import Stretch

# Samples between -1 and 1, one channel, 16,000 a second.
Samples = npt.NDArray[np.float32]


class VoiceActivity(Protocol):
    """Finds speech in sound."""

    def stretches(self, samples: Samples) -> tuple[Stretch, ...]:
        """Return the times in which somebody speaks, in order."""
