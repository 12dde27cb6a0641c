"""A mail as a row of words in which each name is one: its sentences, clauses, lines."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property

from onward.domain.mail.details.people.named import Place

NAMED, STOP, LINE, CELL = "NAME", ".", "\n", "|"
_TOKEN = re.compile(
    r"[^\W\d_]+(?:'[a-z]+)?|\d+|[.!?]+(?=\s|$)|\n|[ \t]{3,}|\t|[^\w\s.]"
)
_STRAIGHT = str.maketrans("\u2019\u2013\u2014\u2022\u00b7", "'--**")
_MOST_WORDS = 2_000
_PARTS = frozenset({";", ":", "(", ")", "-", STOP, LINE})
_TURNS = frozenset({"but", "so", "while", "though", "although", "because", "since"})
_AFTER_COMMA = frozenset({"and", "who", "which", "as", "whom", "whose"})
Span = tuple[int, int]


class Row:
    """The words of a mail's body, and the place of each name among them."""

    def __init__(self, text: str, places: Sequence[Place]) -> None:
        self.words: list[str] = []
        self.at: dict[int, int] = {}
        done = text.find("\n") + 1
        for place in places:
            if place.start < done:
                continue
            self._add(text[done : place.start])
            self.at[place.start] = len(self.words)
            self.words.append(NAMED)
            done = place.end
        self._add(text[done:])

    def _add(self, said: str) -> None:
        if len(self.words) > _MOST_WORDS:
            return
        for word in _TOKEN.findall(said.translate(_STRAIGHT).lower()):
            first = word[0]
            if first in " \t":
                if not self.words or self.words[-1] == LINE:
                    continue
                self.words.append(CELL)
            elif first in ".!?":
                self.words.append(STOP)
            else:
                self.words.append("0" if first.isdigit() else word)

    def sentence(self, place: int) -> Span:
        """Return where the sentence of a word begins and ends."""
        return _span(self._sentences, place)

    def clause(self, place: int) -> Span:
        """Return where the part of a sentence with a word begins and ends."""
        return _span(self._clauses, place)

    def line(self, place: int) -> tuple[int, int, int]:
        """Return the number of the line of a word, and where it begins and ends."""
        number = bisect_right(self._lines, place) - 1
        return number, *_span(self._lines, place)

    def words_of_line(self, number: int) -> list[str]:
        """Return the words of a line that is not the last."""
        return self.words[self._lines[number] : self._lines[number + 1] - 1]

    @cached_property
    def _lines(self) -> list[int]:
        """Where lines begin."""
        return _after(place for place, word in enumerate(self.words) if word == LINE)

    @cached_property
    def _sentences(self) -> list[int]:
        ends = (STOP, LINE)
        return _after(place for place, word in enumerate(self.words) if word in ends)

    @cached_property
    def _clauses(self) -> list[int]:
        words = [*self.words, ""]
        return _after(
            place
            for place, word in enumerate(self.words)
            if word in _PARTS
            or word in _TURNS
            or (word == "," and words[place + 1] in _AFTER_COMMA)
        )


def _after(ends: Iterable[int]) -> list[int]:
    return [0, *(end + 1 for end in ends)]


def _span(begins: Sequence[int], place: int) -> Span:
    number = bisect_right(begins, place)
    end = begins[number] - 1 if number < len(begins) else 1 << 30
    return begins[number - 1], end
