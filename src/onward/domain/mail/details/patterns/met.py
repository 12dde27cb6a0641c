"""Tells at once which of all patterns' needs a text leaves unmet.

A need is met where some word of the text holds one of the need's. What a word meets is
a number with a bit for each need, and is remembered: to look for each pattern's needs
in each text took a tenth of the time that details take.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache, reduce
from itertools import chain
from operator import or_

from onward.domain.mail.details.patterns.needed import Words, every_noted_need, plain

# Index by so many letters; a needed word has two at least.
_LETTERS = 3
# Longer ones are addresses of pages, which seldom come again.
_LONGEST_KEPT = 40


def bits_of(needed: Iterable[Words]) -> int:
    """Return some needs as a number; those of a pattern not noted yet are left out."""
    known, bits = _places(), 0
    for words in needed:
        bits |= known.get(words, 0)
    return bits


@lru_cache(maxsize=128)  # a mail, its body, and its sentences, each asked about often
def unmet_in(text: str) -> int:
    """Return the needs that a text does not meet, as `bits_of` does."""
    words = set(plain(text).split())
    long = {word for word in words if len(word) > _LONGEST_KEPT}
    met = chain(map(_met_by_kept, words - long), map(_met_by, long))
    return _all() & ~reduce(or_, met, 0)


@cache
def _places() -> Mapping[Words, int]:
    """Return the bit of each need that words without blanks can meet."""
    apart = (need for need in every_noted_need() if all(map(_is_one, need)))
    return {need: 1 << place for place, need in enumerate(dict.fromkeys(apart))}


def _is_one(word: str) -> bool:
    return [word] == word.split()


@cache
def _all() -> int:
    return (1 << len(_places())) - 1


@cache
def _by_beginning() -> Mapping[str, list[tuple[str, int]]]:
    """Return the needed words by their first letters, each with the needs it meets."""
    met: dict[str, int] = defaultdict(int)
    for words, bit in _places().items():
        for word in words:
            met[word] |= bit
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for word, bits in met.items():
        found[word[:_LETTERS]].append((word, bits))
    return dict(found)


def _met_by(word: str) -> int:
    """Return the needs that a word meets, wherever in it a needed one stands."""
    known, met = _by_beginning(), 0
    for start in range(len(word) - 1):
        for length in (_LETTERS - 1, _LETTERS):
            for needed, bits in known.get(word[start : start + length], ()):
                if word.startswith(needed, start):
                    met |= bits
    return met


_met_by_kept = lru_cache(maxsize=8_192)(_met_by)
