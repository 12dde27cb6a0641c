"""Fillers: which words are some, and how sure it is that they were said."""

import re
from collections.abc import Iterator, Sequence

from onward.domain.speech.heard import Filler, Stretch, Word

_FILLERS = "(?:u+m+|u+h+m?|e+r+m*|h+m+|m+h*m+|a+h+|e+h+)"
_FILLER = re.compile(rf"^{_FILLERS}(?:-{_FILLERS})*$", re.IGNORECASE)
# In other languages "um", "er", "ah" and "eh" may be words: only what is none anywhere.
_ANYWHERE = re.compile(
    r"^(?:u+h+m*|h+m+|m+h+m+|[\u00e4\u00f6]+h+m*|e+u+h+)$", re.IGNORECASE
)
ENGLISH = "en"
_EDGES = re.compile(r"^\W+|\W+$")
# The same filler, found by two passes, does not stand further apart.
_SAME = 0.45
# What takes less time than this was not said.
_SHORTEST = 0.06
# Below the first the recogniser only dreamt of one; from the second on there may be one
# however the words around it fall, and from the last there is.
_LIKELY, _QUITE_LIKELY, _CERTAIN = 0.25, 0.6, 0.9
# What a word takes at the most when it is not drawn out: its letters, in seconds.
_WORD, _LETTER = 0.1, 0.075
# A filler takes at least as much speech beyond the words around it. How likely it is,
# and how many seconds nothing else explains, are two witnesses that add up.
_ROOM, _TOGETHER = 0.12, 0.54
# Nobody draws out an article: what one pass takes for "a" and the other for "uh" is
# none when it lasts as long.
_ARTICLE, _HELD = "a", 0.25


def is_filler(text: str, language: str = ENGLISH) -> bool:
    """Whether a word is a filler, however long it is drawn out."""
    known = _FILLER if language == ENGLISH else _ANYWHERE
    return bool(known.match(_EDGES.sub("", text)))


def without_fillers(words: Sequence[Word], language: str = ENGLISH) -> tuple[Word, ...]:
    """Return the words that are none."""
    return tuple(word for word in words if not is_filler(word.text, language))


def fillers_in(
    plain: Sequence[Word],
    prompted: Sequence[Word],
    speech: Sequence[Stretch],
    language: str = ENGLISH,
) -> tuple[Filler, ...]:
    """Return the fillers of two passes over the same sound.

    The plain pass seldom writes one, so one it wrote is sure. One of the prompted pass
    is sure where there is more speech than the plain words around it can fill.
    """
    found = [_filler(word, sure=True) for word in _said(plain, language)]
    others = without_fillers(plain, language)
    for word in _said(prompted, language):
        if any(abs(_middle(word) - _middle(one)) < _SAME for one in found):
            continue
        if _is_held_article(word, others):
            found.append(_filler(word, sure=True))
            continue
        room = _room(word, others, speech)
        is_heard = room > 0 or (word.likely >= _QUITE_LIKELY and _spoken(word, speech))
        if word.likely >= _LIKELY and is_heard:
            found.append(_filler(word, sure=_is_sure(word, room)))
    return tuple(sorted(found, key=lambda one: one.start))


def _said(words: Sequence[Word], language: str) -> Iterator[Word]:
    """Yield the fillers among words that took any time."""
    for word in words:
        if is_filler(word.text, language) and word.end - word.start >= _SHORTEST:
            yield word


def _is_held_article(filler: Word, others: Sequence[Word]) -> bool:
    return any(
        _EDGES.sub("", other.text).lower() == _ARTICLE
        and other.end - other.start >= _HELD
        and other.start < filler.end
        and other.end > filler.start
        for other in others
    )


def _is_sure(word: Word, room: float) -> bool:
    together = room >= _ROOM and word.likely + room >= _TOGETHER
    return together or word.likely >= _CERTAIN


def _filler(word: Word, *, sure: bool) -> Filler:
    return Filler(_EDGES.sub("", word.text).lower(), word.start, word.end, sure)


def _middle(one: Word | Filler) -> float:
    return (one.start + one.end) / 2


def _room(filler: Word, others: Sequence[Word], speech: Sequence[Stretch]) -> float:
    """Return how much speech there is that the words around cannot fill."""
    around = [o for o in others if o.end > filler.start and o.start < filler.end]
    start = min([filler.start, *(other.start for other in around)])
    end = max([filler.end, *(other.end for other in around)])
    spoken = _spoken(Stretch(start, end), speech)
    return spoken - sum(min(o.end - o.start, _usual(o)) for o in around)


def _spoken(one: Word | Stretch, speech: Sequence[Stretch]) -> float:
    """Return for how long somebody speaks in it."""
    return sum(max(0.0, min(one.end, s.end) - max(one.start, s.start)) for s in speech)


def _usual(word: Word) -> float:
    letters = sum(map(str.isalnum, word.text))
    return _WORD + _LETTER * letters
