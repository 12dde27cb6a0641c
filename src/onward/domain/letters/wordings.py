"""The wordings in the folder `wordings`, and where a letter says one of them."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from onward.domain.letters.flags import Kind
from onward.domain.letters.sentences import Sentence
from onward.domain.letters.wording import Groups, Index, Wording, index_of, wording

# The kinds that are known by wordings, each with a file of them.
WORDED = (
    Kind.BLAME,
    Kind.DEMAND,
    Kind.SARCASM,
    Kind.PLEADING,
    Kind.LEGAL_THREAT,
    Kind.COMPARISON,
    Kind.WHY_QUESTION,
    Kind.ABSOLUTE,
)


class Reach(StrEnum):
    """How much of a sentence a hit is about."""

    WORDS = "words"
    REST = "rest"
    CLAUSE = "clause"
    SENTENCE = "sentence"
    BUT = "but"


@dataclass(frozen=True, slots=True)
class Saying:
    """Wordings that are at fault for one reason and can be put better in one way."""

    kind: Kind
    why: str
    reach: Reach
    instead: tuple[str, ...]
    wordings: tuple[Wording, ...]
    unless: tuple[Wording, ...]
    only: tuple[Wording, ...]
    examples: tuple[str, ...]
    fine: tuple[str, ...]

    def counts_in(self, said: str) -> bool:
        """Tell whether nothing in the sentence excuses the wording."""
        if self.only and not any(each.is_in(said) for each in self.only):
            return False
        return not any(each.is_in(said) for each in self.unless)


@dataclass(frozen=True, slots=True)
class Hit:
    """A saying found in a sentence, from its first to its last word."""

    saying: Saying
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Sayings:
    """All sayings, in the order of the file, with an index of their wordings."""

    sayings: tuple[Saying, ...]
    rows: tuple[tuple[Wording, Saying], ...]
    index: Index


def hits_in(sentence: Sentence) -> Iterator[Hit]:
    """Yield what a sentence says that is worth a second look."""
    known = all_sayings()
    excused: dict[int, bool] = {}
    for place in known.index.worth_trying(word.said for word in sentence.words):
        each, saying = known.rows[place]
        for span in each.spans_in(sentence.said):
            if id(saying) not in excused:
                excused[id(saying)] = not saying.counts_in(sentence.said)
            if not excused[id(saying)]:
                yield Hit(saying, *sentence.words_between(*span))


@cache
def all_sayings() -> Sayings:
    """Return the sayings that come with the package, read on first use."""
    shared = _stored("shared")["groups"]
    sayings = tuple(
        saying for kind in WORDED for saying in _sayings(kind, _stored(kind), shared)
    )
    rows = tuple((each, saying) for saying in sayings for each in saying.wordings)
    return Sayings(sayings, rows, index_of(each for each, _ in rows))


def _stored(name: str) -> Mapping[str, Any]:
    folder = files("onward.domain.letters") / "wordings"
    return tomllib.loads((folder / f"{name}.toml").read_text("utf-8"))


def _sayings(kind: Kind, stored: Mapping[str, Any], shared: Groups) -> Iterator[Saying]:
    groups = {**shared, **stored.get("groups", {})}
    for each in stored["say"]:
        yield Saying(
            kind=kind,
            why=stored["why"][each["why"]],
            reach=Reach(each["reach"]),
            instead=tuple(each["instead"]),
            wordings=_wordings(each["words"], groups),
            unless=_wordings(each.get("unless", ()), groups),
            only=_wordings(each.get("only", ()), groups),
            examples=tuple(each["examples"]),
            fine=tuple(each["fine"]),
        )


def _wordings(lines: Sequence[str], groups: Groups) -> tuple[Wording, ...]:
    return tuple(wording(line, groups) for line in lines)
