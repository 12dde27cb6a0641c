"""Stands in where no voice is installed; the question is on the screen in any case."""

MISSING = "No voice is installed, so questions are shown and not spoken."


class SilentVoice:
    """Says nothing, and says so."""

    missing = MISSING

    def say(self, text: str, *, speaker: int = 0) -> bytes:  # noqa: ARG002 - nothing is said
        """Return nothing to play."""
        return b""
