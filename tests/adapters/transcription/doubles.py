"""A recogniser that says what it was told to, and keeps what it was asked."""

from dataclasses import dataclass, field

import numpy as np

from onward.domain.speech.heard import Word


@dataclass
class Scripted:
    """Says the same words for every chunk."""

    plain: tuple[Word, ...] = (Word("hello", 0.2, 0.6), Word("there", 0.6, 1.0))
    prompted: tuple[Word, ...] = ()
    spoken: str = "en"
    seconds: list[float] = field(default_factory=list)

    def seen(self, samples: np.ndarray) -> object:
        self.seconds.append(len(samples) / 16_000)
        return samples

    def glimpsed(self, samples: np.ndarray) -> object:
        return samples

    def language(self, _seen: object) -> str:
        return self.spoken

    def quickly(self, _seen: object, _seconds: float, _language: str) -> str:
        return " ".join(word.text for word in self.plain)

    def words(self, _seen: object, _seconds: float, _language: str) -> tuple[Word, ...]:
        return self.plain

    def with_fillers(
        self, _seen: object, _seconds: float, language: str
    ) -> tuple[Word, ...]:
        assert language == "en"
        return self.prompted
