"""Tells at a glance that a pattern finds nothing: words that it needs are not there.

To look for a few words takes a tenth of what a pattern takes, and most find nothing.
What is needed is read from the pattern itself, so that the two cannot differ.
"""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from hashlib import blake2b
from importlib import import_module
from importlib.resources import files
from typing import Any

# Python's own reading of a pattern; it has no public name.
_parser = import_module("re._parser")
_SHORTEST = 2
Words = frozenset[str]


@lru_cache(maxsize=4)
def plain(text: str) -> str:
    """Return a text in small letters, as patterns compare that ignore case."""
    return text.lower().replace("\u017f", "s").replace("\u0131", "i")


def needed_by(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> tuple[Words, ...]:
    """Return sets of words; one of each stands in whatever a pattern finds.

    Of the patterns in the package it is written down, which spares each start a third
    of a second; of a pattern that was changed since it is read.
    """
    noted = noted_of(pattern, flags)
    if noted is None:
        return needed_as_read(pattern, flags)
    return tuple(map(frozenset, noted["needs"]))


def key_of(pattern: str, flags: re.RegexFlag) -> str:
    """Return by what a pattern's needs are found again, until it is changed."""
    told = f"{int(flags)} {pattern}".encode()
    return blake2b(told, digest_size=8).hexdigest()


def noted_of(pattern: str, flags: re.RegexFlag) -> dict[str, Any] | None:
    """Return what is written down of a pattern in the package, if anything."""
    return _noted().get(key_of(pattern, flags))


def every_noted_need() -> Iterator[Words]:
    """Yield the sets of words that are written down, of all patterns."""
    for noted in _noted().values():
        yield from map(frozenset, noted["needs"])


@cache
def _noted() -> dict[str, dict[str, Any]]:
    content = (files(__package__) / "patterns-needed.json").read_text("utf-8")
    noted: dict[str, dict[str, Any]] = json.loads(content)
    return noted


def needed_as_read(pattern: str, flags: re.RegexFlag) -> tuple[Words, ...]:
    """Return the same, read from the pattern itself."""
    found = set(_needed(_parser.parse(pattern, flags)))
    return tuple(
        sorted(found, key=lambda one: (_rarity(one), sorted(one)), reverse=True)
    )


def _needed(parts: Iterable[tuple[Any, Any]]) -> Iterator[Words]:
    """Yield what is needed of things that stand one after the other."""
    run = ""
    for kind, value in [*parts, ("", None)]:
        name = str(kind)
        if name == "LITERAL" and chr(value).isascii():
            run += chr(value).lower()
            continue
        if len(run) >= _SHORTEST:
            yield frozenset({run})
        run = ""
        yield from _needed_in(name, value)


def _needed_in(name: str, value: Any) -> Iterator[Words]:
    if name == "SUBPATTERN" or (name in {"MAX_REPEAT", "MIN_REPEAT"} and value[0]):
        yield from _needed(value[-1])
    elif name == "BRANCH":
        ways = [max(_needed(way), key=_rarity, default=None) for way in value[-1]]
        known = [way for way in ways if way is not None]
        if len(known) == len(ways):
            yield frozenset().union(*known)


def _rarity(words: Words) -> tuple[int, int]:
    """Return how seldom one of some words stands somewhere: long and few are rare."""
    return min(map(len, words)), -len(words)
