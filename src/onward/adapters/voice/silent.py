"""Where no voice is installed: questions are read."""


class Silent:
    """Says nothing, and why."""

    def __init__(self, missing: str) -> None:
        self._missing = missing

    @property
    def missing(self) -> str:
        """One plain sentence why nothing will be heard."""
        return self._missing

    def say(self, text: str, *, speaker: int = 0) -> bytes:  # noqa: ARG002 - never heard
        """Return no sound."""
        return b""
