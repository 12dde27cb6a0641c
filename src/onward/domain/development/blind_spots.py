"""What others see and one does not, and the other way round; said kindly, unscored."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onward.domain.development.patterns import Leaning, Origin, Pattern

# Before two others have been heard, that nobody mentions a thing says nothing.
_ENOUGH_OTHERS = 2
# With fewer forecasts, how far they hold is chance.
ENOUGH_FORECASTS = 10
_LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class BlindSpots:
    """Three comparisons of what the person sees with what others see.

    `unseen` others say and the person does not; `unshared` the person blames and nobody
    mentions; `unnoticed` others praise and the person does not. `can_tell` says whether
    enough others were heard for `unshared` to mean anything.
    """

    unseen: tuple[Pattern, ...]
    unshared: tuple[Pattern, ...]
    unnoticed: tuple[Pattern, ...]
    can_tell: bool


def blind_spots(patterns: Iterable[Pattern]) -> BlindSpots:
    """Return where the person's view and that of others part."""
    rows = list(patterns)
    to_build = [row for row in rows if row.leaning is Leaning.BUILD]
    to_keep = [row for row in rows if row.leaning is Leaning.KEEP]
    can_tell = len(_other_voices(rows)) >= _ENOUGH_OTHERS
    return BlindSpots(
        unseen=tuple(row for row in to_build if not row.cell(Origin.SELF)),
        unshared=tuple(row for row in to_build if can_tell and _only_own(row)),
        unnoticed=tuple(row for row in to_keep if not row.cell(Origin.SELF)),
        can_tell=can_tell,
    )


def _only_own(row: Pattern) -> bool:
    return {cell.origin for cell in row.cells} == {Origin.SELF}


def _other_voices(rows: Iterable[Pattern]) -> set[str]:
    return {
        point.voice
        for row in rows
        for cell in row.cells
        if cell.origin is not Origin.SELF
        for point in cell.points
    }


@dataclass(frozen=True, slots=True)
class Forecast:
    """How likely the person thought a yes, from 0 to 1, and whether one came."""

    likely: float
    went_on: bool


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What came of talks that felt likely, and of those that did not."""

    hopeful: int
    hopeful_went_on: int
    doubtful: int
    doubtful_went_on: int

    @property
    def is_enough(self) -> bool:
        """Whether there are enough of them to look at together."""
        return self.hopeful + self.doubtful >= ENOUGH_FORECASTS


def foreseen(forecasts: Sequence[Forecast]) -> Foreseen:
    """Return how forecasts and what came stand beside each other, as plain counts."""
    hopeful = [one.went_on for one in forecasts if one.likely >= _LIKELY]
    doubtful = [one.went_on for one in forecasts if one.likely < _LIKELY]
    return Foreseen(len(hopeful), sum(hopeful), len(doubtful), sum(doubtful))
