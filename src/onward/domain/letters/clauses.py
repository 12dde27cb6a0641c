"""Where in a sentence one statement ends and the next begins."""

import re
from collections.abc import Iterator

from onward.domain.letters.sentences import Sentence

JOINING = frozenset({"and", "but", "so", "or", "yet", "plus"})
LEANING = frozenset(
    "because since although though while whereas unless if when which who whom whose"
    " that as after before until where".split()
)
_SUBJECTS = frozenset(
    "i im ive id ill you youve your youre we weve they it its he she my the this that"
    " there nobody noone no not none please what how could would can if when anyway"
    " everyone nothing one please thank thanks maybe perhaps then".split()
)
_ALWAYS = re.compile(r"[;:()\u2013\u2014]|\s-+\s|\.\.\.|…")


def clauses_of(sentence: Sentence) -> list[tuple[int, int]]:
    """Return the clauses of a sentence as the places of their first and last words."""
    starts = [0, *_starts(sentence)]
    ends = [start - 1 for start in starts[1:]] + [len(sentence.words) - 1]
    return list(zip(starts, ends, strict=True))


def _starts(sentence: Sentence) -> Iterator[int]:
    for place in range(1, len(sentence.words)):
        if _begins(sentence, place):
            yield place


def _begins(sentence: Sentence, place: int) -> bool:
    word = sentence.words[place].said
    between = sentence.gap_before(place)
    if _ALWAYS.search(between):
        return True
    if "," in between:
        return word in JOINING or word in LEANING or word in _SUBJECTS
    if word in JOINING:
        following = sentence.words[place + 1 : place + 2]
        return bool(following) and following[0].said in _SUBJECTS
    return word in {"because", "although", "whereas", "unless"}
