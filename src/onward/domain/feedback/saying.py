"""Takes a text apart into sentences, each with what stands over it."""

from dataclasses import dataclass

from onward.domain.feedback.headings import kind_of, label_of
from onward.domain.feedback.note import Kind
from onward.domain.feedback.passages import Passage, passages_in
from onward.domain.feedback.sentences import Border, borders_in, sentences_in

# What is longer is no feedback any more; the cap bounds the time.
_MOST_CHARACTERS = 60_000


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its borders, and what is said over it.

    `under` is the kind that its heading or label announces; `topic` is what heading and
    label are about, in their words.
    """

    start: int
    end: int
    under: Kind | None
    topic: str
    is_item: bool
    borders: tuple[Border, ...]

    @property
    def pieces(self) -> tuple[tuple[int, int], ...]:
        """Where the pieces between the borders begin and end."""
        starts = (self.start, *(border.right for border in self.borders))
        ends = (*(border.left for border in self.borders), self.end)
        return tuple(zip(starts, ends, strict=True))


def sentences_of(text: str) -> list[Sentence]:
    """Return the sentences of a text that may hold points, in order."""
    return [
        sentence
        for passage in passages_in(text[:_MOST_CHARACTERS])
        for sentence in _sentences(text, passage)
    ]


def _sentences(text: str, passage: Passage) -> list[Sentence]:
    found: list[Sentence] = []
    under, topic = passage.under, "" if passage.under else passage.heading
    for start, end in sentences_in(text, passage.start, passage.end):
        label = label_of(text[start:end])
        begins, said = start, topic
        if label:
            announced = kind_of(label[1])
            under = announced or under
            begins = start + label.end() if announced else start
            said = topic = "" if announced else label[1]
        borders = borders_in(text, begins, end)
        found.append(
            Sentence(begins, end, under, said, passage.is_item, tuple(borders))
        )
    return found
