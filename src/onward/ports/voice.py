"""Anything that says a question aloud; the text is always on the screen as well."""

from typing import Protocol


class Voice(Protocol):
    """A voice on this machine. Loaded when first used, and unloaded when idle."""

    @property
    def missing(self) -> str:
        """One plain sentence why nothing will be heard; empty when it will be."""

    def say(self, text: str, *, speaker: int = 0) -> bytes:
        """Return a WAV file; `speaker` 0, 1 or 2 sound different, for a panel.

        Empty where the voice is missing.
        """
