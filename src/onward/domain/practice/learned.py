"""What a person's corrections say about how their next take is to be marked."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

# So often a person must say something of a word before it holds for every take.
TOLD_OFTEN = 3


class Marked(StrEnum):
    """What a mark on the words is about."""

    FILLER = "filler"
    PAUSE = "pause"
    PART = "part"
    HEDGE = "hedge"
    REPETITION = "repetition"


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing a person said about a mark: it is not so, or here is one."""

    marked: Marked
    is_added: bool
    text: str = ""
    seconds: float = 0.0
    was_sure: bool = True


@dataclass(frozen=True, slots=True)
class Learned:
    """How this person's takes are marked: their words, and what they let pass.

    `least_pause` is 0 where the usual length holds.
    """

    fillers: frozenset[str] = frozenset()
    no_fillers: frozenset[str] = frozenset()
    only_sure: bool = False
    least_pause: float = 0.0


def learned(corrections: Iterable[Correction]) -> Learned:
    """Return what all corrections together say, however old they are."""
    told = list(corrections)
    taken_off = [one for one in told if not one.is_added]
    words = _often(one for one in taken_off if one.marked is Marked.FILLER)
    added = _often(one for one in told if one.is_added and one.marked is Marked.FILLER)
    unsure = [one for one in taken_off if _is_unsure_filler(one)]
    return Learned(
        fillers=frozenset(added),
        no_fillers=frozenset(words - added),
        only_sure=len(unsure) >= TOLD_OFTEN,
        least_pause=_least_pause(taken_off),
    )


def _often(corrections: Iterable[Correction]) -> set[str]:
    counts = Counter(one.text.casefold() for one in corrections if one.text)
    return {word for word, count in counts.items() if count >= TOLD_OFTEN}


def _is_unsure_filler(one: Correction) -> bool:
    return one.marked is Marked.FILLER and not one.was_sure


def _least_pause(taken_off: Iterable[Correction]) -> float:
    """Return the longest pause they let pass, once they did so often."""
    lengths = [one.seconds for one in taken_off if one.marked is Marked.PAUSE]
    return max(lengths) if len(lengths) >= TOLD_OFTEN else 0.0
