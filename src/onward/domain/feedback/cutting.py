"""Cuts a sentence into points: where borders part, and where each part is of one kind.

A part that mixes two points looks like neither, so both are weighed together.
"""

from collections.abc import Sequence

import numpy as np

from onward.domain.feedback.both import border_by_both, kinds_by_both
from onward.domain.feedback.encoded import Encoded
from onward.domain.feedback.features import border_terms, terms_for
from onward.domain.feedback.kinds import border_chance, chances_of, leaning
from onward.domain.feedback.note import Kind
from onward.domain.feedback.saying import Sentence
from onward.domain.feedback.scores import Level, level_in
from onward.domain.feedback.weights import Floats, Weights

Span = tuple[int, int]
Part = tuple[Span, Floats]

# How much a clear kind counts beside the borders, and how readily one parts: chosen on
# held-out texts of `training/feedback/build`.
_CLEAR, _READILY = 0.6, 0.4
# One point has at most so many pieces; the cap bounds the time.
_MOST_PIECES = 5
_LEAST = 1e-3
# In more words a mark is not all that is said.
_BARE = 9
_BY_LEVEL = {
    Level.HIGH: Kind.STRENGTH,
    Level.MIDDLE: Kind.UNCLEAR,
    Level.LOW: Kind.IMPROVEMENT,
}


def parts_of(
    text: str, sentence: Sentence, weights: Weights, encoded: Encoded | None = None
) -> list[Part]:
    """Return the parts of a sentence in order, each with the chances of its kinds.

    `encoded` is what the encoder made of the text; without it words decide alone.
    """
    pieces = sentence.pieces
    places = _runs(len(pieces))
    spans = [(pieces[first][0], pieces[last][1]) for first, last in places]
    rows = _chances(text, sentence, spans, weights, encoded)
    known = dict(zip(places, zip(spans, rows, strict=True), strict=True))
    borders = _borders(text, sentence, [known[n, n][1] for n in range(len(pieces))])
    told = [
        border_by_both(border_chance(*seen, weights), border.right, encoded)
        for seen, border in zip(borders, sentence.borders, strict=True)
    ]
    if sentence.under:  # a list under a heading or after a label
        sorts = [border.sort for border in sentence.borders]
        told = [
            1.0 if s == "semicolon" else t for s, t in zip(sorts, told, strict=True)
        ]
    return [known[place] for place in _best(known, told)]


def _runs(pieces: int) -> list[tuple[int, int]]:
    """Return the first and last piece of every part there could be."""
    return [
        (first, last)
        for first in range(pieces)
        for last in range(first, min(pieces, first + _MOST_PIECES))
    ]


def _borders(
    text: str, sentence: Sentence, alone: Sequence[Floats]
) -> list[tuple[list[str], Floats, Floats]]:
    """Return what each border looks like, with the chances on its sides."""
    pieces = sentence.pieces
    return [
        (
            border_terms(text, sentence, border, pieces[n][0], pieces[n + 1][1]),
            alone[n],
            alone[n + 1],
        )
        for n, border in enumerate(sentence.borders)
    ]


def _best(
    known: dict[tuple[int, int], Part], told: Sequence[float]
) -> list[tuple[int, int]]:
    """Return the likeliest row of parts (Viterbi's way)."""
    parting, joining = _logs(told)
    best: list[tuple[float, list[tuple[int, int]]]] = [(0.0, [])]
    for last in range(len(told) + 1):
        ways = []
        for first in range(max(0, last - _MOST_PIECES + 1), last + 1):
            score, before = best[first]
            score += _CLEAR * float(np.log(known[first, last][1].max()))
            score += sum(joining[first:last]) + (parting[first - 1] if first else 0.0)
            ways.append((score, [*before, (first, last)]))
        best.append(max(ways))
    return best[-1][1]


def _logs(told: Sequence[float]) -> tuple[list[float], list[float]]:
    """Return the logarithms that each border parts, and that it does not."""
    kept = np.clip(np.array(told), _LEAST, 1 - _LEAST)
    odds = np.log(kept / (1 - kept)) + _READILY
    return (-np.log1p(np.exp(-odds))).tolist(), (-np.log1p(np.exp(odds))).tolist()


def _chances(
    text: str,
    sentence: Sentence,
    spans: Sequence[Span],
    weights: Weights,
    encoded: Encoded | None,
) -> Floats:
    rows = [terms_for(text, sentence, start, end) for start, end in spans]
    found = kinds_by_both(chances_of(rows, weights), spans, encoded)
    marks = [_by_mark(text[start:end]) for start, end in spans]
    # A bare mark says more than a heading that happens to stand above.
    return leaning(leaning(found, marks), [m or sentence.under for m in marks])


def _by_mark(said: str) -> Kind | None:
    """Return what a bare mark says a part is."""
    level = level_in(said) if len(said.split()) <= _BARE else None
    return _BY_LEVEL[level] if level else None
