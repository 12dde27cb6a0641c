"""Quotation marks that mock: around a few of the reader's words, not around a title."""

import re
from collections.abc import Iterator

from onward.domain.letters.flags import Flag, Kind
from onward.domain.letters.word_lists import listed, reason

_QUOTED = re.compile(r"[\"\u201c]([^\"\u201c\u201d\n]{2,40})[\"\u201d]")
_WORD = re.compile(r"[\w'\u2019-]+")
# How far back a "you said" may stand, in characters and words.
_BEFORE = 30
_REPORTING = 3
_MOST_WORDS = 4


def scare_quotes(text: str, start: int, end: int) -> Iterator[Flag]:
    """Yield a flag on each pair of quotation marks that mocks."""
    for found in _QUOTED.finditer(text, start, end):
        if _is_short(found.group(1)) and _mocks(text, found):
            yield Flag(
                kind=Kind.SARCASM,
                quote=found.group(),
                start=found.start(),
                end=found.end(),
                why=reason("mocking"),
                instead=found.group(1),
            )


def _is_short(inside: str) -> bool:
    few = len(inside.split()) <= _MOST_WORDS
    return few and inside[0].islower() and inside[-1] not in ".?!,"


def _mocks(text: str, found: re.Match[str]) -> bool:
    head = text[max(0, found.start() - _BEFORE) : found.start()]
    before = [word.lower() for word in _WORD.findall(head)]
    after = _WORD.search(text, found.end())
    if after and after.group().lower() in listed("named"):
        return False
    if not listed("naming").isdisjoint(before[-_REPORTING:]):
        return False
    return bool(before) and before[-1] in listed("pointing")
