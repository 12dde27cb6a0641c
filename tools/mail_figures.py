"""Counts how well mail was understood: precision, recall, F1, with intervals."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onward.domain.mail.meaning.weights import MEANINGS
from onward.domain.mail.verdict import Meaning

_DRAWS = 1000
_SEED = 20261124
Labels = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said of one held-out message, and what it is."""

    group: str
    origin: str
    kind: str
    truth: Meaning
    said: Meaning
    confidence: float
    needs_asking: bool


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure and where it lies in 95 of 100 draws of the same mail."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        """Show it as .95 (.90 to .98)."""
        shown = (f"{part:.3f}".lstrip("0") or "0" for part in (self.low, self.high))
        return f"{self.value:.3f} ({' to '.join(shown)})"


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one meaning."""

    meaning: Meaning
    precision: Interval
    recall: Interval
    f1: Interval
    there: int
    said: int


def rows_of(answers: Sequence[Answer]) -> list[Row]:
    """Return one row for each meaning that is there or was said."""
    return [
        _row(meaning, answers)
        for meaning in MEANINGS
        if any(meaning in (answer.truth, answer.said) for answer in answers)
    ]


def _row(meaning: Meaning, answers: Sequence[Answer]) -> Row:
    there = np.array([answer.truth is meaning for answer in answers])
    said = np.array([answer.said is meaning for answer in answers])
    counts = np.stack([there & said, there & ~said, ~there & said]).astype(float)
    draws = _drawn(answers)
    precision, recall, f1 = (_interval(figure, counts, draws) for figure in _FIGURES)
    return Row(meaning, precision, recall, f1, int(there.sum()), int(said.sum()))


def _precision(hit: float, _missed: float, wrong: float) -> float:
    return hit / (hit + wrong) if hit + wrong else 0.0


def _recall(hit: float, missed: float, _wrong: float) -> float:
    return hit / (hit + missed) if hit + missed else 0.0


def _f1(hit: float, missed: float, wrong: float) -> float:
    return 2 * hit / (2 * hit + missed + wrong) if hit else 0.0


_FIGURES = (_precision, _recall, _f1)


def _drawn(answers: Sequence[Answer]) -> npt.NDArray[np.float64]:
    """Draw groups of copies with replacement; return how often each message came."""
    names = {name: place for place, name in enumerate({a.group: 0 for a in answers})}
    belongs = np.array([names[answer.group] for answer in answers])
    rng = np.random.default_rng(_SEED)
    drawn = rng.multinomial(len(names), np.full(len(names), 1 / len(names)), _DRAWS)
    return drawn[:, belongs].astype(float)


def _interval(
    figure: Callable[[float, float, float], float],
    counts: npt.NDArray[np.float64],
    draws: npt.NDArray[np.float64],
) -> Interval:
    values = [figure(*totals) for totals in draws @ counts.T]
    low, high = np.percentile(values, [2.5, 97.5])
    return Interval(figure(*counts.sum(axis=1)), float(low), float(high))


def table(answers: Sequence[Answer]) -> list[str]:
    """Return the rows as lines of a markdown table."""
    lines = [
        "| meaning | there | said | precision | recall | F1 |",
        "| --- | ---: | ---: | --- | --- | --- |",
    ]
    lines += [
        f"| {row.meaning.value} | {row.there} | {row.said} | {row.precision} "
        f"| {row.recall} | {row.f1} |"
        for row in rows_of(answers)
    ]
    return lines


def ordinary_line(answers: Sequence[Answer]) -> str:
    """Return how many ordinary messages were taken for job mail, in one line."""
    ordinary = [a for a in answers if a.truth is Meaning.NOT_JOB_RELATED]
    taken = [a for a in ordinary if a.said is not Meaning.NOT_JOB_RELATED]
    sure = sum(not answer.needs_asking for answer in taken)
    return (
        f"Ordinary mail taken for job mail: {len(taken)} of {len(ordinary)},"
        f" {sure} of them without asking."
    )


def asking_line(answers: Sequence[Answer]) -> str:
    """Return how often would be asked and how right the rest is, in one line."""
    sure = [answer for answer in answers if not answer.needs_asking]
    right = sum(answer.said is answer.truth for answer in sure)
    asked = len(answers) - len(sure)
    share = right / len(sure) if sure else 0.0
    return (
        f"Asked about {asked} of {len(answers)} ({asked / max(1, len(answers)):.1%});"
        f" right without asking: {right} of {len(sure)} ({share:.1%})."
    )
