"""Fillers: which words are some, and how sure it is that they were said."""

import re
from collections.abc import Sequence

from onward.domain.speech.heard import Filler, Stretch, Word

_FILLER = re.compile(r"^(?:u+m+|u+h+m?|e+r+m*|h+m+|m+h*m+|a+h+|e+h+)$", re.IGNORECASE)
_EDGES = re.compile(r"^\W+|\W+$")
# The same filler, found by two passes, does not stand further apart.
_SAME = 0.45
# Below the first the recogniser only dreamt of one; from the second on it may be sure,
# and from the last it is, whatever room there is.
_LIKELY, _QUITE_LIKELY, _CERTAIN = 0.25, 0.42, 0.9
# What a word takes at the most when it is not drawn out: its letters, in seconds.
_WORD, _LETTER = 0.1, 0.075
# A filler takes at least as much speech beyond the words around it.
_ROOM = 0.12


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

    The plain pass seldom writes one, so one it wrote is sure. One of the prompted pass
    is sure where there is more speech than the plain words around it can fill.
    """
    found = [_filler(word, sure=True) for word in plain if is_filler(word.text)]
    others = without_fillers(plain)
    for word in (word for word in prompted if is_filler(word.text)):
        if word.likely < _LIKELY or word.end <= word.start:
            continue
        if any(abs(_middle(word) - _middle(one)) < _SAME for one in found):
            continue
        room = _room(word, others, speech)
        has_room = word.likely >= _QUITE_LIKELY and room >= _ROOM
        is_sure = has_room or word.likely >= _CERTAIN
        if room > 0:
            found.append(_filler(word, sure=is_sure))
    return tuple(sorted(found, key=lambda one: one.start))


def _filler(word: Word, *, sure: bool) -> Filler:
    return Filler(_EDGES.sub("", word.text).lower(), word.start, word.end, sure)


def _middle(one: Word | Filler) -> float:
    return (one.start + one.end) / 2


def _room(filler: Word, others: Sequence[Word], speech: Sequence[Stretch]) -> float:
    """Return how much speech there is that the words around cannot fill."""
    around = [o for o in others if o.end > filler.start and o.start < filler.end]
    start = min([filler.start, *(other.start for other in around)])
    end = max([filler.end, *(other.end for other in around)])
    spoken = sum(max(0.0, min(end, s.end) - max(start, s.start)) for s in speech)
    return spoken - sum(min(o.end - o.start, _usual(o)) for o in around)


def _usual(word: Word) -> float:
    letters = sum(map(str.isalnum, word.text))
    return _WORD + _LETTER * letters
