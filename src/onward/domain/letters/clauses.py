"""Where in a sentence one statement ends and the next begins."""

import re
from collections.abc import Iterator

from onward.domain.letters.sentences import Sentence
from onward.domain.letters.word_lists import listed

_ALWAYS = re.compile(r"[;:()\u2013\u2014]|\s-+\s|\.\.\.|…")


def clauses_of(sentence: Sentence) -> list[tuple[int, int]]:
    """Return the clauses of a sentence as the places of their first and last words."""
    starts = [0, *_starts(sentence)]
    ends = [start - 1 for start in starts[1:]] + [len(sentence.words) - 1]
    return list(zip(starts, ends, strict=True))


def clause_around(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Return the first and last word of the clauses that some words stand in.

    A clause that leans on the one before it takes that one along; "and" stays outside.
    """
    clauses = clauses_of(sentence)
    touched = [
        number
        for number, (begin, end) in enumerate(clauses)
        if begin <= last and first <= end
    ]
    number = touched[0]
    while number > 0 and _begins_with(sentence, clauses[number], "leaning"):
        number -= 1
    begin, end = clauses[number][0], clauses[touched[-1]][1]
    if begin < first and sentence.words[begin].said in listed("joining"):
        begin += 1
    return begin, end


def _begins_with(sentence: Sentence, clause: tuple[int, int], words: str) -> bool:
    return sentence.words[clause[0]].said in listed(words)


def _starts(sentence: Sentence) -> Iterator[int]:
    for place in range(1, len(sentence.words)):
        if _begins(sentence, place):
            yield place


def _begins(sentence: Sentence, place: int) -> bool:
    word = sentence.words[place].said
    between = sentence.gaps[place]
    if _ALWAYS.search(between):
        return True
    if "," in between:
        return any(word in listed(name) for name in ("joining", "leaning", "subjects"))
    if word in listed("joining"):
        return _joins(sentence, place)
    return word in listed("parting")


def _joins(sentence: Sentence, place: int) -> bool:
    """Tell whether "and" or the like joins statements: a subject follows it."""
    before, following = sentence.words[place - 1], sentence.words[place + 1 : place + 2]
    excepts = sentence.words[place].said == "but" and before.said in listed("excepting")
    return bool(following) and following[0].said in listed("subjects") and not excepts
