"""Compares notes with the points a careful reader marked, and counts what agrees.

A note and a point are a pair if they share at least half of the shorter one. Pairs are
taken one to one, the greatest share of what both cover together first. Everything
without a partner counts: a point as missed, a note as one too many.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from onward.domain.feedback.note import Kind, Note
from tools.feedback_examples import Example, Point

_SHARED = 0.5
_ROUNDS, _SEED = 1_000, 20261125
_LOW, _HIGH = 2.5, 97.5


@dataclass(frozen=True, slots=True)
class Answer:
    """A text's points, the notes read from it, and which of both belong together."""

    example: Example
    notes: tuple[Note, ...]
    pairs: tuple[tuple[Point, Note], ...]


Figure = Callable[[Sequence[Answer]], float]


def answer(example: Example, notes: Sequence[Note]) -> Answer:
    """Pair the points of a text with notes."""
    shares = sorted(
        (
            (-_together(point, note), place, number)
            for place, point in enumerate(example.points)
            for number, note in enumerate(notes)
            if _is_pair(point, note)
        ),
    )
    points_taken: set[int] = set()
    notes_taken: set[int] = set()
    pairs: list[tuple[Point, Note]] = []
    for _, place, number in shares:
        if place not in points_taken and number not in notes_taken:
            points_taken.add(place)
            notes_taken.add(number)
            pairs.append((example.points[place], notes[number]))
    return Answer(example, tuple(notes), tuple(pairs))


def _overlap(point: Point, note: Note) -> int:
    return min(point.end, note.end) - max(point.start, note.start)


def _is_pair(point: Point, note: Note) -> bool:
    shorter = min(point.end - point.start, note.end - note.start)
    return _overlap(point, note) > 0 and _overlap(point, note) >= _SHARED * shorter


def _together(point: Point, note: Note) -> float:
    both = max(point.end, note.end) - min(point.start, note.start)
    return _overlap(point, note) / both


def macro_f1(answers: Sequence[Answer]) -> float:
    """Return the mean F1 of the kinds; missed points and extra notes count against."""
    return float(np.mean([f1_of(kind, answers) for kind in Kind]))


def paired_f1(answers: Sequence[Answer]) -> float:
    """Return the mean F1 of the kinds among pairs alone."""
    alone = [
        Answer(_only(each), tuple(n for _, n in each.pairs), each.pairs)
        for each in answers
    ]
    return macro_f1(alone)


def _only(given: Answer) -> Example:
    example = given.example
    points = tuple(point for point, _ in given.pairs)
    return Example(example.origin, example.place, example.manner, example.text, points)


def f1_of(kind: Kind, answers: Sequence[Answer]) -> float:
    """Return the F1 of one kind."""
    agreed, marked, read = counts_of(kind, answers)
    return 2 * agreed / (marked + read) if marked + read else 1.0


def counts_of(kind: Kind, answers: Sequence[Answer]) -> tuple[int, int, int]:
    """Return how many of a kind were agreed on, marked, and read."""
    return (
        sum(p.kind is n.kind is kind for each in answers for p, n in each.pairs),
        sum(point.kind is kind for each in answers for point in each.example.points),
        sum(note.kind is kind for each in answers for note in each.notes),
    )


def word_f1(answers: Sequence[Answer]) -> float:
    """Return the mean F1 of the kinds word by word, wherever points were cut."""
    agreed: Counter[Kind] = Counter()
    either: Counter[Kind] = Counter()
    for each in answers:
        for word in re.finditer(r"\w+", each.example.text):
            marked = _kind_at(word.start(), each.example.points)
            read = _kind_at(word.start(), each.notes)
            either.update(kind for kind in (marked, read) if kind)
            if marked and marked is read:
                agreed[marked] += 1
    shares = [2 * agreed[kind] / either[kind] for kind in Kind if either[kind]]
    return float(np.mean(shares))


def _kind_at(place: int, spans: Sequence[Point] | Sequence[Note]) -> Kind | None:
    found = (span.kind for span in spans if span.start <= place < span.end)
    return next(found, None)


def precision(answers: Sequence[Answer]) -> float:
    """Return the share of notes that are points."""
    return _pairs(answers) / max(1, sum(len(each.notes) for each in answers))


def recall(answers: Sequence[Answer]) -> float:
    """Return the share of points that were found."""
    return _pairs(answers) / max(1, sum(len(each.example.points) for each in answers))


def _pairs(answers: Sequence[Answer]) -> int:
    return sum(len(each.pairs) for each in answers)


def competency_accuracy(answers: Sequence[Answer]) -> float:
    """Return the share of strengths and improvements whose competency agrees."""
    asked = [
        (point, note)
        for each in answers
        for point, note in each.pairs
        if point.kind in {Kind.STRENGTH, Kind.IMPROVEMENT} and point.kind is note.kind
    ]
    return sum(p.competency == n.competency for p, n in asked) / max(1, len(asked))


def named_accuracy(answers: Sequence[Answer]) -> float:
    """Return the same where the reader named a competency."""
    asked = [
        (point, note)
        for each in answers
        for point, note in each.pairs
        if point.competency and note.kind is point.kind
    ]
    return sum(p.competency == n.competency for p, n in asked) / max(1, len(asked))


def specific_order(answers: Sequence[Answer]) -> float:
    """Return how often a specific point scores above a general one, ties as half."""
    asked = [
        (point.is_specific, note.specific)
        for each in answers
        for point, note in each.pairs
        if point.kind in {Kind.STRENGTH, Kind.IMPROVEMENT, Kind.ADVICE}
    ]
    high = np.array([score for is_specific, score in asked if is_specific])
    low = np.array([score for is_specific, score in asked if not is_specific])
    above = (high[:, None] > low).mean() + (high[:, None] == low).mean() / 2
    return float(above)


def asked_share(answers: Sequence[Answer]) -> float:
    """Return the share of notes on which the person is asked."""
    notes = [note for each in answers for note in each.notes]
    return sum(note.needs_asking for note in notes) / max(1, len(notes))


def sure_accuracy(answers: Sequence[Answer]) -> float:
    """Return the share of the sure notes that are points of that kind."""
    sure = sum(not note.needs_asking for each in answers for note in each.notes)
    right = sum(
        point.kind is note.kind and not note.needs_asking
        for each in answers
        for point, note in each.pairs
    )
    return right / max(1, sure)


def interval(figure: Figure, answers: Sequence[Answer]) -> tuple[float, float]:
    """Return where a figure lies in 95 of 100 drawings of texts with replacement."""
    chance = np.random.default_rng(_SEED)
    drawn = chance.integers(len(answers), size=(_ROUNDS, len(answers)))
    figures = [figure([answers[place] for place in row]) for row in drawn]
    low, high = np.percentile(figures, [_LOW, _HIGH])
    return float(low), float(high)


FIGURES: dict[str, Figure] = {
    "kind, macro-F1": macro_f1,
    "kind, macro-F1 among pairs": paired_f1,
    "kind, macro-F1 word by word": word_f1,
    "notes that are points": precision,
    "points that were found": recall,
    "competency right": competency_accuracy,
    "competency right where one was marked": named_accuracy,
    "specific above general": specific_order,
    "asks the person": asked_share,
    "right where it is sure": sure_accuracy,
}


def table(answers: Sequence[Answer], *, only_kinds: bool) -> Iterator[str]:
    """Yield the figures with their intervals, then each kind."""
    yield "| figure | value | 95 % interval |"
    yield "| --- | --- | --- |"
    for name, figure in FIGURES.items():
        if only_kinds and figure not in _OF_KINDS:
            continue
        low, high = interval(figure, answers)
        yield f"| {name} | {figure(answers):.3f} | {low:.3f} to {high:.3f} |"
    yield ""
    yield "| kind | marked | read | agreed | F1 |"
    yield "| --- | --- | --- | --- | --- |"
    for kind in Kind:
        agreed, marked, read = counts_of(kind, answers)
        yield f"| {kind} | {marked} | {read} | {agreed} | {f1_of(kind, answers):.3f} |"


_OF_KINDS = (macro_f1, paired_f1, word_f1, precision, recall)


def mistaken(answers: Sequence[Answer]) -> Iterator[str]:
    """Yield which kinds were taken for which, the most frequent first."""
    taken = Counter(
        (point.kind.value, note.kind.value)
        for each in answers
        for point, note in each.pairs
        if point.kind is not note.kind
    )
    for (marked, read), number in taken.most_common():
        yield f"{number} {marked} read as {read}"
