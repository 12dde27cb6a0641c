"""Cuts a feedback text into the pieces and windows that its encoder reads."""

from collections.abc import Iterator
from dataclasses import dataclass

from onward.domain.mail.encoder.words import BEGIN, END, Pieces, Vocabulary, words_of

# What the encoder sees at once: as many pieces as it was taught with, and before them
# some of the window before.
_MOST_PIECES, _BEFORE = 160, 24
# What is longer is no feedback any more; the cap bounds the time.
_MOST_CHARACTERS = 12_000
_ENDS = ".!?"
_NOT_OF_THE_TEXT = -1


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces that are read together; those before `own` were read already."""

    pieces: Pieces
    own: int


def windows_in(text: str, vocabulary: Vocabulary) -> Iterator[Window]:
    """Yield a text in windows; a new line stands in them as an end."""
    ids, starts = _pieces(text[:_MOST_CHARACTERS], vocabulary)
    begin, end = vocabulary.places[BEGIN], vocabulary.places[END]
    first = 0
    while first < len(ids):
        last = _last(text, starts, first)
        seen = max(0, first - _BEFORE)
        around = (_NOT_OF_THE_TEXT,)
        yield Window(
            Pieces(
                (begin, *ids[seen:last], end), (*around, *starts[seen:last], *around)
            ),
            1 + first - seen,
        )
        first = last


def _pieces(text: str, vocabulary: Vocabulary) -> tuple[list[int], list[int]]:
    ids: list[int] = []
    starts: list[int] = []
    before = 0
    for word, start in words_of(text):
        if ids and "\n" in text[before:start]:
            ids.append(vocabulary.places[END])
            starts.append(_NOT_OF_THE_TEXT)
        cut = vocabulary.sentence(word).ids[1:-1]
        ids += cut
        starts += [start] * len(cut)
        before = start + 1
    return ids, starts


def _last(text: str, starts: list[int], first: int) -> int:
    """Return where a window ends: after a sentence, unless that leaves half of it."""
    full = first + _MOST_PIECES
    if full >= len(starts):
        return len(starts)
    for last in range(full, first + _MOST_PIECES // 2, -1):
        start = starts[last - 1]
        if start == _NOT_OF_THE_TEXT or text[start] in _ENDS:
            return last
    return full
