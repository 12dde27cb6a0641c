"""Measures how cards are found for criteria, by meaning and by shared words.

Run as `python -m bench.matching`. People, cards and criteria are made up, and each card
is labelled for each criterion; those in `judge` were written before anything was tuned.
"""

import time
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from onward.adapters.embedding.minilm import MiniLm
from onward.domain.interview.cards.card import Card
from onward.domain.interview.matching.suggesting import VectorsOf, suggestions

OWN = Path(__file__).resolve().parents[1] / "training" / "matching"
_FIRST, _FEW, _MEGABYTE = 1, 3, 1e6


@dataclass(frozen=True, slots=True)
class Pairs:
    """A person's cards, and the cards that serve each criterion."""

    cards: tuple[Card, ...]
    criteria: tuple[str, ...]
    served_by: tuple[frozenset[str], ...]

    @property
    def count(self) -> int:
        """How many pairs of a criterion and a card are labelled."""
        return len(self.cards) * len(self.criteria)


def people_in(folder: Path) -> list[Pairs]:
    """Return the people of a folder."""
    return [
        _pairs(person)
        for path in sorted(folder.glob("*.toml"))
        for person in tomllib.loads(path.read_text("utf-8"))["person"]
    ]


def _pairs(person: dict[str, Any]) -> Pairs:
    cards = tuple(
        Card(
            key=str(number),
            headline=told["headline"],
            situation=told["situation"],
            actions=tuple(told["actions"]),
            result=told["result"],
        )
        for number, told in enumerate(person["card"], start=1)
    )
    asked = person["criterion"]
    return Pairs(
        cards,
        tuple(each["text"] for each in asked),
        tuple(frozenset(map(str, each["served_by"])) for each in asked),
    )


def recall(people: Sequence[Pairs], at: int, vectors_of: VectorsOf | None) -> float:
    """Return what share of the serving cards is among the first suggested."""
    shares = [
        len(served & {each.card.key for each in found}) / min(at, len(served))
        for person in people
        for served, found in zip(
            person.served_by,
            suggestions(person.criteria, person.cards, vectors_of, most=at),
            strict=True,
        )
    ]
    return sum(shares) / len(shares)


def _rows() -> Iterator[str]:
    for name in ("build", "judge"):
        people = people_in(OWN / name)
        pairs = sum(person.count for person in people)
        criteria = sum(len(person.criteria) for person in people)
        yield f"{name}: {pairs} labelled pairs, {criteria} criteria"
        for way, vectors_of in (("words", None), ("meaning", MiniLm().vectors_of)):
            first = recall(people, _FIRST, vectors_of)
            few = recall(people, _FEW, vectors_of)
            yield f"  by {way:<8} recall at 1 {first:.2f}, recall at 3 {few:.2f}"


def _cost() -> str:
    process, model = psutil.Process(), MiniLm()
    before = process.memory_info().rss
    model.vectors_of(["The first sentence brings the weights."])
    grown = (process.memory_info().rss - before) / _MEGABYTE
    told = [card.told for person in people_in(OWN / "judge") for card in person.cards]
    begun = time.process_time()
    model.vectors_of(told)
    spent = (time.process_time() - begun) / len(told) * 1000
    return f"{grown:.0f} MB more with the first sentence, {spent:.0f} ms a card"


def main() -> None:
    """Print what was measured."""
    print(_cost())
    for row in _rows():
        print(row)


if __name__ == "__main__":
    main()
