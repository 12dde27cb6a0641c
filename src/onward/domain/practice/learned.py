"""What a person's corrections say about how their next take is to be marked."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

# So often a person must say something of a mark before it holds for every take.
TOLD_OFTEN = 3


class Marked(StrEnum):
    """What a mark on the words is about."""

    FILLER = "filler"
    PAUSE = "pause"
    PART = "part"
    HEDGE = "hedge"
    REPETITION = "repetition"


_SLIPS = (Marked.HEDGE, Marked.REPETITION)
_WORDS = re.compile(r"[\w'\u2019]+")


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing a person said about a mark: it is not so, or here is one.

    `key` is how whoever keeps it finds it again.
    """

    marked: Marked
    is_added: bool
    text: str = ""
    seconds: float = 0.0
    was_sure: bool = True
    key: int = 0


class Teaches(StrEnum):
    """What is marked otherwise from then on."""

    OWN_FILLER = "own_filler"
    NO_FILLER = "no_filler"
    ONLY_SURE = "only_sure"
    LONGER_PAUSES = "longer_pauses"
    NO_SLIP = "no_slip"


@dataclass(frozen=True, slots=True)
class Lesson:
    """One thing that holds for the next takes, and the corrections it comes from.

    `text` is the word it is about, `seconds` what a pause must last longer than.
    """

    teaches: Teaches
    corrections: tuple[Correction, ...]
    text: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Learned:
    """How this person's takes are marked: their words, and what they let pass.

    `least_pause` is 0 where the usual length holds; `let_pass` are hedges and words
    said twice that stay without a mark.
    """

    fillers: frozenset[str] = frozenset()
    no_fillers: frozenset[str] = frozenset()
    only_sure: bool = False
    least_pause: float = 0.0
    let_pass: frozenset[str] = frozenset()


def lessons(corrections: Iterable[Correction]) -> tuple[Lesson, ...]:
    """Return what all corrections together teach, however old they are."""
    told = list(corrections)
    off = [one for one in told if not one.is_added]
    added = [one for one in told if one.is_added and one.marked is Marked.FILLER]
    own = tuple(_of_words(Teaches.OWN_FILLER, added))
    named = {one.text for one in own}
    fillers = [one for one in off if one.marked is Marked.FILLER]
    others = [one for one in fillers if one.was_sure and plain(one.text) not in named]
    slips = [one for one in off if one.marked in _SLIPS]
    return (
        *own,
        *_of_words(Teaches.NO_FILLER, others),
        *_of_all(Teaches.ONLY_SURE, fillers, lambda one: not one.was_sure),
        *_of_all(Teaches.LONGER_PAUSES, off, lambda one: one.marked is Marked.PAUSE),
        *_of_words(Teaches.NO_SLIP, slips),
    )


def plain(text: str) -> str:
    """Return words as they are counted: small letters, and nothing around them."""
    return " ".join(_WORDS.findall(text.casefold()))


def learned(corrections: Iterable[Correction]) -> Learned:
    """Return how takes are marked after all corrections."""
    found = lessons(corrections)
    kinds = {one.teaches for one in found}
    return Learned(
        fillers=_texts(found, Teaches.OWN_FILLER),
        no_fillers=_texts(found, Teaches.NO_FILLER),
        only_sure=Teaches.ONLY_SURE in kinds,
        least_pause=max((one.seconds for one in found), default=0.0),
        let_pass=_texts(found, Teaches.NO_SLIP),
    )


def _of_words(teaches: Teaches, told: Sequence[Correction]) -> Iterator[Lesson]:
    """Yield a lesson for each word that was told often enough."""
    by_word: dict[str, list[Correction]] = {}
    for one in told:
        if word := plain(one.text):
            by_word.setdefault(word, []).append(one)
    for word, about in by_word.items():
        if len(about) >= TOLD_OFTEN:
            yield Lesson(teaches, tuple(about), word)


def _of_all(
    teaches: Teaches, told: Sequence[Correction], fits: Callable[[Correction], bool]
) -> Iterator[Lesson]:
    """Yield one lesson of all that fit, if they are often enough."""
    about = tuple(one for one in told if fits(one))
    if len(about) >= TOLD_OFTEN:
        yield Lesson(teaches, about, seconds=_longest(about))


def _longest(about: Iterable[Correction]) -> float:
    """Return the longest pause they let pass; 0 where it is not about pauses."""
    pauses = [one.seconds for one in about if one.marked is Marked.PAUSE]
    return max(pauses, default=0.0)


def _texts(found: Iterable[Lesson], teaches: Teaches) -> frozenset[str]:
    return frozenset(one.text for one in found if one.teaches is teaches)
