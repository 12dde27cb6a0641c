"""Cuts an answer into pieces that can each tell one part of a story."""

import re
from dataclasses import dataclass

from onward.domain.interview.answers.plain import Token, tokens_of

_SHORT_FORM = re.compile(
    r"\b(?:mrs?|ms|dr|st|prof|no|e\.g|i\.e|etc|vs|[a-z])\.$", re.IGNORECASE
)
_END = re.compile(r"[.!?\u2026]+[\"'\u201d\u2019)]*(?=\s|$)|\n+")
_JOIN = re.compile(
    r"""(?:[,;:\u2013\u2014-]\s*)?\b(?:and|but|so|then|or|until|because)\s+
        (?:then\s+|so\s+|after\s+that\s+|in\s+the\s+end\s+|now\s+|when\s+\w+\s+)?
        (?=(?:i|we|he|she|they|it|you|nobody|everybody|everyone|both|all|people|there
        |the|this|that|my|our|his|her|their|one|two|some|somebody|someone|no)\b
        |(?:\w+\s+){1,2}(?:went|fell|rose|dropped|grew|stopped|increased|improved)\b)
      |[,;]\s+(?=(?:i|we|he|she|they|it|there)\b)
      |,\s+(?=which\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that belong together; `opens` is true at the start of a sentence."""

    start: int
    end: int
    opens: bool
    tokens: tuple[Token, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The words alone."""
        return tuple(token.word for token in self.tokens)


def pieces_of(text: str) -> tuple[Piece, ...]:
    """Return the pieces in order; together they hold every word."""
    tokens = tokens_of(text)
    found = []
    for start, end in _sentences(text):
        for number, (left, right) in enumerate(_clauses(text, start, end)):
            inside = tuple(t for t in tokens if left <= t.start and t.end <= right)
            if inside:
                found.append(Piece(left, right, number == 0, inside))
    return tuple(found)


def _sentences(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for match in _END.finditer(text):
        if _SHORT_FORM.search(text[max(start, match.end() - 6) : match.end()]):
            continue
        found.append(_trimmed(text, start, match.end()))
        start = match.end()
    found.append(_trimmed(text, start, len(text)))
    return [(left, right) for left, right in found if left < right]


def _clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = []
    last = start
    for match in _JOIN.finditer(text, start, end):
        before, after = text[last : match.start()], text[match.end() : end]
        if min(len(tokens_of(before)), len(tokens_of(after))) >= _FEWEST:
            cuts.append((match.start(), match.end()))
            last = match.end()
    lefts = [start, *(cut[0] for cut in cuts)]
    rights = [*(cut[0] for cut in cuts), end]
    spans = (_trimmed(text, a, b) for a, b in zip(lefts, rights, strict=True))
    return [(left, right) for left, right in spans if left < right]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
