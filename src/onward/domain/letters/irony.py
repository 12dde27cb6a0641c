"""Quotation marks that mock: around a few of the reader's words, not around a title."""

import re
from collections.abc import Iterator

from onward.domain.letters.flags import Flag, Kind

_QUOTED = re.compile(r"[\"\u201c]([^\"\u201c\u201d\n]{2,40})[\"\u201d]")
_BEFORE = re.compile(r"([\w'\u2019-]+)\s*$")
_AFTER = re.compile(r"\s*([\w-]+)")
_MOST_WORDS = 4
_POINTING = frozenset(
    "your this such that these those their the a an of for any my another so with by to someone somebody which who"
    " famous precious in our as no".split()
)
# "The "tell me about" question": what follows says that the words are a name.
_NAMED = frozenset(
    "question questions exercise task tasks example slide section scenario part criterion"
    " round story answer heading competency behaviour module project test page box"
    " tab method approach model session role post award category line"
    " paragraph field button chapter book column list folder"
    " lecture workshop".split()
)
_NAMING = frozenset(
    "called titled named headed labelled marked entitled word said wrote told asked"
    " mentioned says".split()
)
_WHY = "Quotation marks around their words mock them."


def scare_quotes(text: str, start: int, end: int) -> Iterator[Flag]:
    """Yield a flag on each pair of quotation marks that mocks."""
    for found in _QUOTED.finditer(text, start, end):
        if _mocks(text, found):
            yield Flag(
                kind=Kind.SARCASM,
                quote=found.group(),
                start=found.start(),
                end=found.end(),
                why=_WHY,
                instead=found.group(1),
            )


def _mocks(text: str, found: re.Match[str]) -> bool:
    inside = found.group(1)
    if len(inside.split()) > _MOST_WORDS or not inside[0].islower():
        return False
    if inside[-1] in ".?!,":
        return False
    before = _BEFORE.search(text, 0, found.start())
    after = _AFTER.match(text, found.end())
    if after and after.group(1).lower() in _NAMED:
        return False
    words = re.findall(r"[\w'\u2019-]+", text[max(0, found.start() - 30) : found.start()])
    if _NAMING & {word.lower() for word in words[-3:]}:
        return False
    return bool(before) and before.group(1).lower() in _POINTING
