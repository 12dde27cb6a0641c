"""Counts what a person did, as a list of steps."""

import re

from onward.domain.interview.answers.pieces import Piece
from onward.domain.interview.answers.word_lists import word_list

# What may stand between "I", "and" or a comma and the verb.
_BETWEEN = word_list("between")
_OPENS = word_list("opens_a_step")
_DOING = word_list("doing")
_FELT = word_list("felt")
_ED = re.compile(r"^[a-z]{2,}(?<!e)ed$")
_COMMA = ","


def steps_in(piece: Piece, text: str) -> int:
    """Return how many things the person did in a piece; one at the least."""
    count, open_now = 0, True
    last = piece.start
    for token in piece.tokens:
        between = text[last : token.start]
        open_now = open_now or _COMMA in between or token.word in _OPENS
        if open_now and token.word not in _BETWEEN | _OPENS:
            is_adverb = token.word.endswith("ly")
            count += is_doing(token.word)
            open_now = is_adverb
        last = token.end
    return max(1, count)


def is_doing(word: str) -> bool:
    """Whether a word is something one does, not something one is or feels."""
    return word in _DOING or bool(_ED.match(word) and word not in _FELT)
