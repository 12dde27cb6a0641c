"""A language model somewhere, which may word a sentence; it never judges anybody."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model is spoken to; `key` may be empty, as on one's own machine."""

    address: str
    model: str
    key: str = ""


class SilentError(Exception):
    """The model did not answer, or with something that is no answer."""


class Language(Protocol):
    """Anything that goes on with words."""

    def answer(self, instructions: str, words: str) -> str:
        """Return what it says; raises SilentError where nothing comes."""
