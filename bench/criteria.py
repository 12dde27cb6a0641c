"""Measures how adverts are read into criteria, on adverts that built nothing.

Run as `python -m bench.criteria [PART ...]`.

  judge     adverts to judge with, as shipped
  held      adverts to build with, a sixth held out in its turn
  baseline  adverts to judge with, each list item taken for a criterion
  speed     how long an advert takes, and what the first one brings into memory
"""

import argparse
import time
from collections.abc import Callable, Iterator, Sequence

import numpy as np
import psutil

from onward.domain.interview.adverts.criterion import Criterion, Kind
from onward.domain.interview.adverts.lines import lines_of
from onward.domain.interview.adverts.reading import read_advert
from tools.advert_examples import OWN, Example, examples_in
from tools.advert_figures import figures
from tools.advert_training import LINE, SEED, taught_by, train

_PARTS, _MEGABYTE = 6, 1e6
Answers = Sequence[tuple[Example, Sequence[Criterion]]]
Lines = Iterator[str]


def judged() -> Lines:
    """Read the adverts to judge with."""
    answers = [(each, read_advert(each.text)) for each in examples_in(OWN / "judge")]
    yield _row("adverts to judge with", answers)
    for shared in (0.3, 0.7):
        yield _row(f"the same, {shared:.0%} shared", answers, shared=shared)


def held_out() -> Lines:
    """Read each sixth of the adverts to build with by a model that never saw it."""
    examples = examples_in(OWN / "build")
    lessons = [taught_by(number, example) for number, example in enumerate(examples)]
    adverts = [n for n, each in enumerate(examples) if each.manner != LINE]
    answers: list[tuple[Example, Sequence[Criterion]]] = []
    shuffled = np.random.default_rng(SEED).permutation(adverts)
    for part in np.array_split(shuffled, _PARTS):
        asked = set(part.tolist())
        known = [lesson for n, lesson in enumerate(lessons) if n not in asked]
        weights = train(known).weights
        answers += [(examples[n], read_advert(examples[n].text, weights)) for n in part]
    yield _row("adverts to build with, held out", answers)


def baseline() -> Lines:
    """Take each list item of the adverts to judge with for something asked for."""
    answers = [(each, _items(each.text)) for each in examples_in(OWN / "judge")]
    yield _row("each list item", answers)


def speed() -> Lines:
    """Say what an advert costs."""
    process = psutil.Process()
    texts = [each.text for each in examples_in(OWN / "judge")]
    before = process.memory_info().rss
    read_advert(texts[0])
    grown = (process.memory_info().rss - before) / _MEGABYTE
    begun = time.process_time()
    for text in texts:
        read_advert(text)
    spent = (time.process_time() - begun) / len(texts)
    yield f"{spent * 1000:.0f} ms of processor time an advert, {grown:.0f} MB more"


def _items(text: str) -> list[Criterion]:
    return [
        Criterion(
            quote=text[line.start : line.end],
            start=line.start,
            end=line.end,
            kind=Kind.SKILL,
            skills=(),
            must_have=True,
        )
        for line in lines_of(text)
        if line.is_item
    ]


def _row(name: str, answers: Answers, *, shared: float = 0.5) -> str:
    told = figures(answers, shared=shared)
    return (
        f"{name:<34} {told.there:>4} criteria, precision {told.precision:.2f}, "
        f"recall {told.recall:.2f}, F1 {told.f1:.2f}; of those found kind "
        f"{told.kinds / max(1, told.found):.2f}, "
        f"need {told.needs / max(1, told.found):.2f}"
    )


PARTS: dict[str, Callable[[], Lines]] = {
    "judge": judged,
    "held": held_out,
    "baseline": baseline,
    "speed": speed,
}


def main() -> None:
    """Measure the parts that were asked for, or all."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("parts", nargs="*", metavar="PART")
    for name in asked.parse_args().parts or PARTS:
        for line in PARTS[name]():
            print(line)


if __name__ == "__main__":
    main()
