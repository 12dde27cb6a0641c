"""Anything that tells when somebody speaks."""

from typing import TYPE_CHECKING, Protocol

from onward.domain.speech.heard import Stretch

if TYPE_CHECKING:  # whoever only names this port should not pay for numpy
    import numpy as np
    import numpy.typing as npt

    # Samples between -1 and 1, one channel, 16,000 a second.
    Samples = npt.NDArray[np.float32]


class VoiceActivity(Protocol):
    """Finds speech in sound."""

    def stretches(self, samples: "Samples") -> tuple[Stretch, ...]:
        """Return the times in which somebody speaks, in order."""
