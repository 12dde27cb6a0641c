"""What is needed to hear words, and whether it is there."""

from dataclasses import dataclass

from onward import wiring


@dataclass(frozen=True, slots=True)
class Speech:
    """Whether words and voices are there, with what is missing in a sentence each."""

    words: str
    voice: str


def speech_of() -> Speech:
    """Return what is missing, empty where nothing is."""
    return Speech(wiring.transcriber().missing, wiring.voice().missing)
