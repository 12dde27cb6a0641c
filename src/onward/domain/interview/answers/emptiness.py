"""Tells an answer that holds nothing to work with."""

import re

from onward.domain.interview.answers.plain import words_in
from onward.domain.interview.answers.word_lists import pattern, word_list

_NOTHING = pattern("nothing")
_PADDING = pattern("padding")
_HOLLOW = 4  # content words left; "I made a list for the post" keeps five
_LONGEST = 26
_SMALL = word_list("around_nothing")


def is_empty(text: str) -> bool:
    """Whether an answer says nothing, or only that it has nothing to say."""
    words = words_in(text)
    said = " ".join(words)
    nothing = bool(_NOTHING.search(said))
    rest = _PADDING.sub(" ", _NOTHING.sub(" ", said)).split()
    left = [word for word in rest if word not in _SMALL]
    if not nothing:
        return not left or (len(left) < _HOLLOW - 1 and _is_flat(words))
    return len(words) <= _LONGEST and len(left) < _HOLLOW


def _is_flat(words: list[str]) -> bool:
    """Whether so few words tell of nothing that was done or wanted."""
    told = re.search(r"\b(?:i(?:'d|'ll)?|we) \w{3,}|\w{3,}ed\b|\d", " ".join(words))
    return len(words) <= _HOLLOW and not told
