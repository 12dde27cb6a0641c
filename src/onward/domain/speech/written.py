"""Words in a row as a text, and back from a place in it to a time."""

from collections.abc import Sequence
from dataclasses import dataclass

from onward.domain.speech.heard import Word


@dataclass(frozen=True, slots=True)
class Written:
    """A recording's words as a text; `starts` is where each word begins in it."""

    text: str
    words: tuple[Word, ...]
    starts: tuple[int, ...]

    def seconds(self, start: int, end: int) -> tuple[float, float]:
        """Return the times between which `text[start:end]` was said."""
        said = [
            word
            for word, place in zip(self.words, self.starts, strict=True)
            if place < end and place + len(word.text) > start
        ]
        return (said[0].start, said[-1].end) if said else (0.0, 0.0)


def written(words: Sequence[Word]) -> Written:
    """Return the words as a text with one blank between two of them."""
    starts, place = [], 0
    for word in words:
        starts.append(place)
        place += len(word.text) + 1
    return Written(" ".join(word.text for word in words), tuple(words), tuple(starts))
