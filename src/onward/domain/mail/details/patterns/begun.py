"""Tells where in a text a pattern may begin: at words with its first letters.

Python tries a pattern at every sign of a text; most of ours begin with one of a few
words. What they begin with is read from the pattern itself, so that nothing is lost.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from importlib import import_module
from itertools import chain
from typing import Any

from onward.domain.mail.details.patterns.needed import noted_of, plain

# Python's own reading of a pattern; it has no public name.
_parser = import_module("re._parser")
_LETTERS, _MOST_WAYS = 2, 200
_WORD = re.compile(r"\b\w\w?")
# A word of one letter, and one letter whatever follows it.
_ENDS, _ANY = " ", "*"
_WIDTHLESS = frozenset({"ASSERT", "ASSERT_NOT", "AT"})
# It has two signs in small letters, so that places would shift.
_LONG_IN_SMALL = "\u0130"
Begun = frozenset[str]
Parts = Iterable[tuple[Any, Any]]


class _UnknownError(Exception):
    """A pattern may begin with anything."""


def begun_by(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> Begun | None:
    """Return the first two letters of all that a pattern finds, written down or read.

    None where it may begin within a word, without one, or with any word.
    """
    noted = noted_of(pattern, flags)
    if noted is None:
        return begun_as_read(pattern, flags)
    return frozenset(noted["begins"]) or None


def begun_as_read(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> Begun | None:
    """Return the same, read from the pattern itself."""
    parts = list(_parser.parse(pattern, flags))
    if not parts or str(parts[0][1]) != "AT_BOUNDARY":
        return None
    try:
        begun = _grown(parts[1:], frozenset({""}))
    except _UnknownError:
        return None
    return None if "" in begun else frozenset(map(_filled, begun))


def _grown(parts: Parts, begun: Begun) -> Begun:
    """Return how some beginnings go on by parts that stand one after the other."""
    for kind, value in parts:
        whole = frozenset(one for one in begun if len(one) == _LETTERS)
        if whole == begun:
            break
        begun = whole | _grown_by(str(kind), value, begun - whole)
        if len(begun) > _MOST_WAYS:
            raise _UnknownError
    return begun


def _grown_by(kind: str, value: Any, begun: Begun) -> Begun:
    if kind in _WIDTHLESS:
        return begun
    ways = _WAYS.get(kind)
    return ways(begun, value) if ways else frozenset(map(_filled, begun))


def _by_any(begun: Begun, ways: Iterable[Parts]) -> Begun:
    return frozenset().union(*(_grown(way, begun) for way in ways))


def _by_sign_of(begun: Begun, signs: Iterable[tuple[Any, Any]]) -> Begun:
    return frozenset().union(*(_with_sign(begun, *sign) for sign in signs))


def _with(begun: Begun, sign: str) -> Begun:
    """Return beginnings with one sign more; what is no letter ends a word."""
    if sign.isalnum() or sign == "_":
        return frozenset(one + plain(sign) for one in begun)
    return frozenset(map(_ended, begun))


def _with_sign(begun: Begun, kind: Any, value: Any) -> Begun:
    if str(kind) == "LITERAL":
        return _with(begun, chr(value))
    is_space = str(value) == "CATEGORY_SPACE"
    return frozenset(map(_ended if is_space else _filled, begun))


def _repeated(begun: Begun, least: int, most: Any, part: Parts) -> Begun:
    once = _grown(part, begun)
    if most != 1:
        once = frozenset(map(_filled, once))
    return once if least else once | begun


def _ended(begun: str) -> str:
    if not begun:
        raise _UnknownError
    return begun if len(begun) == _LETTERS else begun + _ENDS


def _filled(begun: str) -> str:
    """Return a beginning whose second letter may be any."""
    if not begun:
        raise _UnknownError
    return begun if len(begun) == _LETTERS else begun + _ANY


_WAYS: Mapping[str, Callable[[Begun, Any], Begun]] = {
    "LITERAL": lambda begun, value: _with(begun, chr(value)),
    "SUBPATTERN": lambda begun, value: _grown(value[-1], begun),
    "BRANCH": lambda begun, value: _by_any(begun, value[1]),
    "IN": _by_sign_of,
    "MAX_REPEAT": lambda begun, value: _repeated(begun, *value),
    "MIN_REPEAT": lambda begun, value: _repeated(begun, *value),
}


def places_in(text: str, begun: Begun) -> Sequence[int] | None:
    """Return where in a text words begin so, in order; None where none can tell."""
    if _LONG_IN_SMALL in text:
        return None
    places = _places(text)
    found = [places[one] for one in begun if one in places]
    return sorted(set(chain.from_iterable(found)))


@lru_cache(maxsize=8)  # a mail, its body, and both on one line
def _places(text: str) -> Mapping[str, list[int]]:
    """Return where words with some first letters, or one and any other, stand."""
    found: dict[str, list[int]] = defaultdict(list)
    for word in _WORD.finditer(plain(text)):
        found[word[0]].append(word.start())
    places: dict[str, list[int]] = defaultdict(list)
    for letters, at in found.items():
        places[letters.ljust(_LETTERS, _ENDS)] = at
        places[letters[0] + _ANY] += at
    return places
