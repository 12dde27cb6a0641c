"""Says how far what is read of answers agrees with what their writers marked."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onward.domain.interview.answers.review import Band, Part, PartName, Review, Side
from tools.answer_examples import Example, Marked

SCALE = (Band.EMERGING, Band.CLEAR, Band.STRONG)
Read = tuple[Example, Review]
# Of the shorter of two stretches, what they must share to be the same part.
_SHARED = 0.5


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often something was marked, read, and both at once."""

    marked: int = 0
    read: int = 0
    both: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there was nothing."""
        total = self.marked + self.read
        return 2 * self.both / total if total else 1.0

    def __add__(self, other: "Agreement") -> "Agreement":
        return Agreement(
            self.marked + other.marked, self.read + other.read, self.both + other.both
        )


def parts_agree(read: Iterable[Read]) -> dict[PartName, Agreement]:
    """Return for each part how far it was found where it was marked."""
    found = {name: Agreement() for name in PartName}
    for example, review in read:
        for name in PartName:
            marked = [each for each in example.parts if each.part is name]
            parts = [each for each in review.parts if each.part is name]
            both = _pairs(marked, parts)
            found[name] += Agreement(len(marked), len(parts), both)
    return found


def _pairs(marked: Sequence[Marked], parts: Sequence[Part]) -> int:
    left = list(marked)
    count = 0
    for part in parts:
        for each in left:
            if _is_same(each, part):
                left.remove(each)
                count += 1
                break
    return count


def _is_same(marked: Marked, part: Part) -> bool:
    place = part.place
    shared = min(marked.end, place.end) - max(marked.start, place.start)
    shorter = min(marked.end - marked.start, place.end - place.start)
    return shared >= _SHARED * shorter


def parts_present(read: Iterable[Read]) -> Agreement:
    """Return how far it was known which parts an answer has at all."""
    total = Agreement()
    for example, review in read:
        marked = {each.part for each in example.parts}
        parts = {each.part for each in review.parts}
        total += Agreement(len(marked), len(parts), len(marked & parts))
    return total


def band_pairs(read: Iterable[Read], side: Side) -> list[tuple[Band, Band]]:
    """Return what was marked and what was read of one side."""
    return [
        (example.bands[side], review.band(side))
        for example, review in read
        if side in example.bands
    ]


def kappa(pairs: Sequence[tuple[Band, Band]]) -> float:
    """Return the agreement beyond chance, a step of two counting four times."""
    on_scale = [pair for pair in pairs if set(pair) <= set(SCALE)]
    counts = Counter(on_scale)
    rows, columns = Counter(a for a, _ in on_scale), Counter(b for _, b in on_scale)
    seen = sum(_apart(*pair) * count for pair, count in counts.items())
    by_chance = sum(
        _apart(a, b) * rows[a] * columns[b] / len(on_scale)
        for a in rows
        for b in columns
    )
    return 1 - seen / by_chance if by_chance else 1.0


def _apart(one: Band, other: Band) -> int:
    return (SCALE.index(one) - SCALE.index(other)) ** 2


def off_scale_agrees(pairs: Sequence[tuple[Band, Band]]) -> tuple[int, int]:
    """Return how often "not asked" or "cannot tell" was marked or read, and by both."""
    off = [pair for pair in pairs if not set(pair) <= set(SCALE)]
    return len(off), sum(one is other for one, other in off)
