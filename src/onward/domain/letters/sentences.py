"""From a letter to its sentences and words, each with its place in the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019\u02bc][^\W\d_]+)*|\d+|[?!]")
_APOSTROPHE = re.compile(r"['\u2019\u02bc]")
_CLOSING = "\"'\u2019\u201d)\\]"
_END = re.compile(
    rf"[.!?…]+[{_CLOSING}]*(?=\s|$)|(?<=[a-z])[.!?]+(?=[A-Z][a-z])|\n",
)
_SHORTENED = re.compile(
    r"(?:^|[\s(])(?:mr|mrs|ms|mx|dr|prof|rev|st|sr|jr|eng?r|e\.g|i\.e|approx"
    r"|[a-z])\.$",
    re.IGNORECASE,
)
# A line shorter than this was ended on purpose; longer ones a mail program wrapped.
_SHORT_LINE = 50
_ITEM = re.compile(r"[ \t]*(?:\n|$|[-*•·]\s|\d+[.)]\s)")
_QUOTED_REPLY = re.compile(
    r"^(?:>.*|-{2,} ?(?:original|forwarded) message.*|on .{6,80}wrote:\s*"
    r"|from: .*@.*\n(?:.*\n)*?subject: .*)$",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER = re.compile(r"(?:(?:subject|to|from|cc|bcc|date):.*\n+)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """A word in lower case without apostrophes, or a mark, and where it stands."""

    said: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its words.

    `said` is the words with a blank around each; `places` tells for each of its
    characters which word it belongs to; `gaps` is what is written before each word.
    """

    start: int
    end: int
    words: tuple[Word, ...]
    said: str
    places: tuple[int, ...]
    gaps: tuple[str, ...]

    @property
    def asks(self) -> bool:
        """Whether it ends in a question mark."""
        return any(word.said == "?" for word in self.words[-2:])

    def words_between(self, start: int, end: int) -> tuple[int, int]:
        """Return the first and the last word of a part of what is said."""
        return self.places[start], self.places[max(start, end - 1)]


def own_part(text: str) -> tuple[int, int]:
    """Return where the writer's own words begin and end, without headers and quotes."""
    header = _HEADER.match(text)
    start = header.end() if header else 0
    quoted = _QUOTED_REPLY.search(text, start)
    return start, quoted.start() if quoted else len(text)


def word_count(text: str) -> int:
    """Return how many words the writer wrote, as word processors count."""
    start, end = own_part(text)
    return sum(any(map(str.isalnum, part)) for part in text[start:end].split())


def sentences_of(text: str) -> list[Sentence]:
    """Return the sentences of a letter in order."""
    start, end = own_part(text)
    found = (_sentence(text, *bounds) for bounds in _bounds(text, start, end))
    return [sentence for sentence in found if sentence.words]


def _bounds(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for border in _END.finditer(text, start, end):
        if _ends(text, start, border):
            yield start, border.end()
            start = border.end()
    yield start, end


def _ends(text: str, start: int, border: re.Match[str]) -> bool:
    """Tell whether a full stop, mark or line break ends the sentence begun at start."""
    mark = border.group()
    if mark == "\n":
        line_start = text.rfind("\n", 0, border.start()) + 1
        return border.start() - line_start <= _SHORT_LINE or bool(
            _ITEM.match(text, border.end())
        )
    if mark[0] in "?!":
        return True
    if mark == "." and _SHORTENED.search(text, start, border.end()):
        return False
    after = text[border.end() : border.end() + 3].lstrip()
    # A full stop before a small letter ends a sentence only in hasty writing.
    return mark[0] != "…" or not after[:1].islower()


def _sentence(text: str, start: int, end: int) -> Sentence:
    words = tuple(
        Word(_APOSTROPHE.sub("", found.group().lower()), found.start(), found.end())
        for found in _WORD.finditer(text, start, end)
    )
    stretch = text[start:end]
    start += len(stretch) - len(stretch.lstrip())
    end -= len(stretch) - len(stretch.rstrip())
    said = " " + "".join(f"{word.said} " for word in words)
    gaps = tuple(
        text[before.end : word.start]
        for before, word in pairwise([Word("", start, start), *words])
    )
    return Sentence(start, max(start, end), words, said, _places(words), gaps)


def _places(words: tuple[Word, ...]) -> tuple[int, ...]:
    """Tell for each character of the words, a blank before each, whose it is."""
    lengths = [len(word.said) + 1 for word in words]
    ends = [0, *accumulate(lengths)]
    return tuple(
        place for place, length in enumerate(lengths) for _ in range(length)
    ) + ((len(words) - 1,) if ends[-1] else ())
