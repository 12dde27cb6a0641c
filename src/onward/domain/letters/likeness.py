"""Tells whether a letter holds words of a text that must never be sent."""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)?")
# Six may be the same by chance ("thank you for letting me know"), eight hardly.
_RUN = 8


def holds_angry_words(text: str, versions: Iterable[str]) -> bool:
    """Tell whether eight words in a row, or a whole shorter version, are in a text."""
    words = _words(text)
    return any(_shares_a_run(words, _words(version)) for version in versions)


def _words(text: str) -> list[str]:
    return [word.casefold().replace("\u2019", "'") for word in _WORD.findall(text)]


def _shares_a_run(words: list[str], version: list[str]) -> bool:
    length = min(_RUN, len(version))
    if not length:
        return False
    ours = set(_runs(words, length))
    return any(run in ours for run in _runs(version, length))


def _runs(words: list[str], length: int) -> Iterable[tuple[str, ...]]:
    return (tuple(words[at : at + length]) for at in range(len(words) - length + 1))
