"""Parts what an address squeezes together: "hillfarmdairy" is a Hill Farm Dairy."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from math import inf

# What a part costs that no list knows, and each of its letters; chosen on names that
# had not taught the lists.
_UNKNOWN, _LETTER, _EACH, _NEXT_TO_UNKNOWN = 4.0, 1.8, 1.0, 4.0
_SHORTEST_UNKNOWN, _LONGEST = 4, 16
# What places end in is seldom a word of its own.
_OF_PLACES = frozenset(
    {"borough", "burgh", "bury", "caster", "cester", "ham", "mouth", "shire", "ton"}
    | {"ville", "wick", "worth"}
)
# A label longer than this is no name.
_MOST = 60


@dataclass(frozen=True, slots=True)
class LabelWords:
    """How rare words are in names of organisations, and as the last word of one."""

    anywhere: Mapping[str, float]
    last: Mapping[str, float]

    def cost(self, word: str, *, is_last: bool) -> float | None:
        """Return what a word costs at its place, None if nobody is known to bear it."""
        costs = [self.anywhere.get(word), self.last.get(word) if is_last else None]
        return min((cost for cost in costs if cost is not None), default=None)


@lru_cache(maxsize=4_096)
def parted(label: str) -> tuple[str, ...]:
    """Return the likeliest words of a label in small letters, together the label.

    The fewest and commonest words win (Viterbi, 1967); the label itself is one word
    where nothing is known of it.
    """
    return parted_by(_shipped(), label)


def parted_by(known: LabelWords, label: str) -> tuple[str, ...]:
    """Return the same by other words than those in the package."""
    if not (label.isascii() and label.isalpha() and len(label) <= _MOST):
        return (label,)
    ways: list[tuple[float, int, bool]] = [(0.0, 0, False)]
    for end in range(1, len(label) + 1):
        ways.append(_best_way(known, label, end, ways))
    words: list[str] = []
    end = len(label) if ways[-1][0] < inf else 0
    while end:
        start = ways[end][1]
        words.append(label[start:end])
        end = start
    return tuple(reversed(words)) or (label,)


def _best_way(
    known: LabelWords, label: str, end: int, ways: list[tuple[float, int, bool]]
) -> tuple[float, int, bool]:
    """Return what it costs to get to a place, from where, and whether by a guess."""
    best = (inf, 0, False)
    for start in range(max(0, end - _LONGEST), end):
        before, _, is_guess = ways[start]
        word = label[start:end]
        cost = known.cost(word, is_last=end == len(label) and start > 0)
        if start and word in _OF_PLACES:
            cost = None  # Marlborough is one word
        much = _guessed(word, is_next_to_guess=is_guess) if cost is None else cost
        if before + _EACH + much < best[0]:
            best = (before + _EACH + much, start, cost is None)
    return best


def _guessed(word: str, *, is_next_to_guess: bool) -> float:
    if len(word) < _SHORTEST_UNKNOWN:
        return inf
    return _UNKNOWN + _LETTER * len(word) + _NEXT_TO_UNKNOWN * is_next_to_guess


@cache
def _shipped() -> LabelWords:
    anywhere: dict[str, float] = {}
    last: dict[str, float] = {}
    with (files("onward.domain.mail") / "weights" / "label-words.txt").open(
        encoding="utf-8"
    ) as rows:
        for row in rows:  # one by one: all rows at once take 4 MB more
            word, cost, at_end = row.split()
            if cost != "-":
                anywhere[word] = float(cost)
            if at_end != "-":
                last[word] = float(at_end)
    return LabelWords(anywhere, last)
