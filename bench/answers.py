"""Measures how answers are read, on written ones that played no part in building.

Run as `python -m bench.answers [PART ...] [--markdown FILE]`.

  judge      answers written to judge with, as shipped
  later      answers written later by the same hand, and looked at since
  held       answers to build with, a fifth held out in its turn
  checklist  what is said to keep and to try, beside what a plain checklist would say
"""

import random
import time
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from bench.telling import parser_of, tell
from onward.domain.interview.answers.reading import review_answer
from onward.domain.interview.answers.review import Band, Review, Side
from tools.answer_examples import OWN, Example, examples_in
from tools.answer_figures import (
    Agreement,
    Read,
    band_pairs,
    kappa,
    off_scale_agrees,
    parts_agree,
    parts_present,
)
from tools.answer_training import is_taught, train

_PARTS, _SEED, _COMPARED = 5, 20261125, 20
_DRAWS, _HALF = 500, 0.5
Lines = Iterator[str]


def judged() -> Lines:
    """Read the answers to judge with."""
    yield from _shown("Answers to judge with, as shipped", _read(_judge()))


def later() -> Lines:
    """Read the answers that were written when all the rest was done."""
    yield from _shown("Answers written later, as shipped", _read(_later()))


def held_out() -> Lines:
    """Read each fifth of the answers to build with, by what never saw it."""
    examples = examples_in(OWN / "build")
    read: list[Read] = []
    order = np.random.default_rng(_SEED).permutation(len(examples))
    for part in np.array_split(order, _PARTS):
        asked = set(part.tolist())
        known = [e for n, e in enumerate(examples) if n not in asked and is_taught(e)]
        weights = train(known).weights
        for number in asked:
            example = examples[number]
            review = review_answer(example.question, example.text, weights=weights)
            read.append((example, review))
    yield from _shown("Answers to build with, a fifth held out", read)


def checklist() -> Lines:
    """Set what is said beside what a plain checklist says, which is which hidden."""
    chosen = random.Random(_SEED).sample(  # noqa: S311 - a draw to be repeated
        [each for each in _judge() if not each.is_unread], _COMPARED
    )
    yield "| answer | the one | the other |"
    yield "| --- | --- | --- |"
    sides, draw = [], random.Random(_SEED + 1)  # noqa: S311 - to be repeated
    for example, review in _read(chosen):
        answer = " ".join(example.text.split())
        both = [_by_onward(review), _by_checklist(example)]
        is_first = draw.random() < _HALF
        sides.append("the one" if is_first else "the other")
        cells = " | ".join(both if is_first else reversed(both))
        yield f"| *{example.question}* {answer} | {cells} |"
    yield ""
    yield f"Onward, from the top: {', '.join(sides)}."


def _by_onward(review: Review) -> str:
    keep = f"Keep: {review.keep.said} " if review.keep else ""
    return f"{keep}Try: {review.attempt.said}" if review.attempt else keep


def _by_checklist(example: Example) -> str:
    words = example.text.lower().split()
    said = [
        "Good length." if 80 <= len(words) <= 250 else "Aim for one to two minutes."
    ]
    said.append(
        "Good use of numbers."
        if any(map(str.isdigit, example.text))
        else "Quantify your impact."
    )
    said.append("Use the STAR method: situation, task, action, result.")
    if words.count("we") > words.count("i"):
        said.append("Say I instead of we.")
    return " ".join(said)


def _judge() -> list[Example]:
    return examples_in(OWN / "judge")


def _later() -> list[Example]:
    return examples_in(OWN / "later")


def _read(examples: Sequence[Example]) -> list[Read]:
    return [(each, review_answer(each.question, each.text)) for each in examples]


def _shown(title: str, read: Sequence[Read]) -> Lines:
    yield f"### {title}"
    yield ""
    yield f"{len(read)} answers with {sum(len(e.parts) for e, _ in read)} parts."
    yield ""
    yield "| part | marked | read | both | F1 |"
    yield "| --- | --- | --- | --- | --- |"
    agree = parts_agree(read)
    for name, one in agree.items():
        yield _row(name.value, one)
    yield _row("**all**", sum(agree.values(), Agreement()))
    yield _row("which parts there are at all", parts_present(read))
    yield ""
    yield from _bands(read)
    yield from _nothing(read)


def _row(name: str, one: Agreement) -> str:
    return f"| {name} | {one.marked} | {one.read} | {one.both} | {_short(one.f1)} |"


def _bands(read: Sequence[Read]) -> Lines:
    yield "| side | answers | quadratic kappa | same band |"
    yield "| --- | --- | --- | --- |"
    everything = []
    for side in Side:
        pairs = band_pairs(read, side)
        everything += pairs
        if pairs:
            yield _band_row(side.value, pairs)
    yield _band_row("**all**", everything)
    low, high = _interval(read)
    off, both = off_scale_agrees(everything)
    yield ""
    yield f"All: {_short(low)} to {_short(high)} by drawing answers with replacement."
    yield f'"Not asked" or "cannot tell" by one or the other: {off}, by both: {both}.'
    yield ""


def _band_row(name: str, pairs: Sequence[tuple[Band, Band]]) -> str:
    same = sum(a is b for a, b in pairs) / len(pairs)
    return f"| {name} | {len(pairs)} | {_short(kappa(pairs))} | {same:.0%} |"


def _interval(read: Sequence[Read]) -> tuple[float, float]:
    draw = random.Random(_SEED)  # noqa: S311 - a draw to be repeated
    found = []
    for _ in range(_DRAWS):
        again = draw.choices(read, k=len(read))
        found.append(kappa([p for side in Side for p in band_pairs(again, side)]))
    low, high = np.quantile(found, [0.025, 0.975])
    return float(low), float(high)


def _nothing(read: Sequence[Read]) -> Lines:
    empty = [review for example, review in read if example.is_empty]
    unread = [review for example, review in read if example.is_unread]
    told = [review for example, review in read if is_taught(example)]
    praised = sum(review.keep is not None for review in empty)
    known_empty = sum(review.is_empty for review in empty)
    wrongly = sum(review.is_empty for review in told)
    yield f"Empty answers: {len(empty)}, known as such {known_empty},"
    yield f"praised {praised}."
    yield f"Of {len(told)} others taken for empty: {wrongly}."
    known = sum(Band.CANNOT_TELL in {b.band for b in r.bands} for r in unread)
    yield f'Other languages: {len(unread)}, "cannot tell" {known}.'
    again = sum(
        review_answer(e.question, e.text) == review_answer(e.question, e.text)
        for e, _ in read
    )
    yield f"The same answer twice, the same review: {again} of {len(read)}."
    yield ""


def _short(number: float) -> str:
    return f"{number:.3f}".removeprefix("0")


def speed() -> str:
    """Say how long reading an answer takes, once the weights are there."""
    examples = _judge()
    _read(examples[:1])
    began = time.process_time()
    _read(examples)
    spent = (time.process_time() - began) / len(examples)
    words = sum(len(each.text.split()) for each in examples) / len(examples)
    return (
        f"{spent * 1000:.1f} ms of processor time for an answer of {words:.0f} words."
    )


PARTS: dict[str, Callable[[], Lines]] = {
    "judge": judged,
    "later": later,
    "held": held_out,
    "checklist": checklist,
}


def main() -> None:
    """Measure the parts asked for, print the tables and keep them if asked to."""
    told = parser_of(__doc__, PARTS).parse_args()
    lines = [line for part in told.parts or PARTS for line in PARTS[part]()]
    lines.append(speed())
    tell(lines, told.markdown)


if __name__ == "__main__":
    main()
