"""How well adverts are read: precision, recall and F1 of criteria against marks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onward.domain.interview.adverts.criterion import Criterion
from tools.advert_examples import Example, Expected

# A criterion is found if its quote and the mark share this much of both together.
SHARED = 0.5


@dataclass(frozen=True, slots=True)
class Figures:
    """What was found of what there is; `kinds` and `needs` are right among found."""

    found: int
    said: int
    there: int
    kinds: int
    needs: int

    @property
    def precision(self) -> float:
        """How many of the criteria said are there."""
        return self.found / max(1, self.said)

    @property
    def recall(self) -> float:
        """How many of the criteria that are there were said."""
        return self.found / max(1, self.there)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.found / max(1, self.said + self.there)


def figures(
    answers: Iterable[tuple[Example, Sequence[Criterion]]], *, shared: float = SHARED
) -> Figures:
    """Return how well adverts were read."""
    found = said = there = kinds = needs = 0
    for example, criteria in answers:
        pairs = matched(example, criteria, shared=shared)
        found += len(pairs)
        said += len(criteria)
        there += len(example.expected)
        kinds += sum(one.kind is other.kind for one, other in pairs)
        needs += sum(one.must_have == other.must_have for one, other in pairs)
    return Figures(found, said, there, kinds, needs)


def matched(
    example: Example, criteria: Sequence[Criterion], *, shared: float = SHARED
) -> list[tuple[Expected, Criterion]]:
    """Return each mark with the criterion that is the same, the nearest pairs first."""
    ways = sorted(
        (
            (_overlap(one, other), i, j)
            for i, one in enumerate(example.expected)
            for j, other in enumerate(criteria)
        ),
        reverse=True,
    )
    ones: set[int] = set()
    others: set[int] = set()
    pairs: list[tuple[Expected, Criterion]] = []
    for overlap, i, j in ways:
        if overlap >= shared and i not in ones and j not in others:
            pairs.append((example.expected[i], criteria[j]))
            ones.add(i)
            others.add(j)
    return pairs


def _overlap(one: Expected, other: Criterion) -> float:
    both = min(one.end, other.end) - max(one.start, other.start)
    return max(0, both) / (max(one.end, other.end) - min(one.start, other.start))
