"""Repetitions, restarts and hedges: counted with their places, never scored."""

import re
from collections.abc import Iterator, Sequence

from onward.domain.speech.heard import Word
from onward.domain.speech.spoken import Mark, Slip

_PLAIN = re.compile(r"[^\w']+")
# Said twice on purpose.
_TWICE = {"very", "really", "so", "much", "no", "yes", "had", "that", "more", "again"}
_LONGEST_ROW = 3
_BROKEN = re.compile(r"\w+-+$|^\w{1,3}-\w")
_HEDGES = (
    "i think", "i guess", "i suppose", "sort of", "kind of", "a bit", "a little bit",
    "maybe", "perhaps", "probably", "hopefully", "just", "basically", "actually",
    "to be honest", "i don't know", "or something", "you know", "i mean", "i feel like",
)  # fmt: skip


def slips_in(words: Sequence[Word]) -> tuple[Mark, ...]:
    """Return all of them in order."""
    plain = [_PLAIN.sub("", word.text.lower()) for word in words]
    found = [*_repeated(words, plain), *_broken(words), *_hedged(words, plain)]
    return tuple(sorted(found, key=lambda mark: mark.start))


def _repeated(words: Sequence[Word], plain: Sequence[str]) -> Iterator[Mark]:
    number = 0
    while number < len(plain):
        size = _row(plain, number)
        if size == 0:
            number += 1
            continue
        after = number + size
        while plain[after : after + size] == plain[number : number + size]:
            after += size
        yield _mark(Slip.REPETITION, words, number, after)
        number = after


def _row(plain: Sequence[str], number: int) -> int:
    """Return how many words are said again right away, or none."""
    for size in range(_LONGEST_ROW, 0, -1):
        once = plain[number : number + size]
        again = plain[number + size : number + 2 * size]
        if once == again and len(again) == size and all(once):
            return 0 if size == 1 and once[0] in _TWICE else size
    return 0


def _broken(words: Sequence[Word]) -> Iterator[Mark]:
    for number, word in enumerate(words):
        if _BROKEN.search(word.text.rstrip(".,?!")) and word.text[0].isalpha():
            yield _mark(Slip.RESTART, words, number, number + 1)


def _hedged(words: Sequence[Word], plain: Sequence[str]) -> Iterator[Mark]:
    for number in range(len(plain)):
        for hedge in _HEDGES:
            parts = hedge.split()
            if list(plain[number : number + len(parts)]) == parts:
                yield _mark(Slip.HEDGE, words, number, number + len(parts))
                break


def _mark(slip: Slip, words: Sequence[Word], first: int, after: int) -> Mark:
    said = words[first:after]
    text = " ".join(word.text for word in said)
    return Mark(slip, text, said[0].start, said[-1].end, first, after)
