"""Fillers: which words are some, and how sure it is that they were said."""

import re
from collections.abc import Sequence

from onward.domain.speech.heard import Filler, Stretch, Word

_FILLER = re.compile(r"^(?:u+m+|u+h+m?|e+r+m*|h+m+|m+h*m+|a+h+|e+h+)$", re.IGNORECASE)
_EDGES = re.compile(r"^\W+|\W+$")
# The same filler, found by two passes, does not stand further apart.
_SAME = 0.45
# A word of the plain pass leaves this much room where a filler was said.
_ROOM = 0.12
_LONG = 0.22


def is_filler(text: str) -> bool:
    """Whether a word is a filler, however long it is drawn out."""
    return bool(_FILLER.match(_EDGES.sub("", text)))


def without_fillers(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words that are none."""
    return tuple(word for word in words if not is_filler(word.text))


def fillers_in(
    plain: Sequence[Word], prompted: Sequence[Word], speech: Sequence[Stretch]
) -> tuple[Filler, ...]:
    """Return the fillers of two passes over the same sound.

    The plain pass seldom writes one, so one it wrote is sure. Of the prompted pass one
    is sure where the plain words leave room for it and somebody speaks there.
    """
    sure = [_filler(word, sure=True) for word in plain if is_filler(word.text)]
    others = without_fillers(plain)
    for word in (word for word in prompted if is_filler(word.text)):
        if any(abs(_middle(word) - _middle(one)) < _SAME for one in sure):
            continue
        is_sure = _has_room(word, others) and _is_spoken(word, speech)
        sure.append(_filler(word, sure=is_sure))
    return tuple(sorted(sure, key=lambda one: one.start))


def _filler(word: Word, *, sure: bool) -> Filler:
    return Filler(_EDGES.sub("", word.text).lower(), word.start, word.end, sure)


def _middle(one: Word | Filler) -> float:
    return (one.start + one.end) / 2


def _has_room(word: Word, others: Sequence[Word]) -> bool:
    """Whether no plain word takes up the time in which the filler was said."""
    taken = sum(
        max(0.0, min(word.end, other.end) - max(word.start, other.start))
        for other in others
    )
    return word.end - word.start - taken >= min(_ROOM, (word.end - word.start) / 2)


def _is_spoken(word: Word, speech: Sequence[Stretch]) -> bool:
    heard = sum(
        max(0.0, min(word.end, one.end) - max(word.start, one.start)) for one in speech
    )
    return heard >= min(_LONG, word.end - word.start) / 2
