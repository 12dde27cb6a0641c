"""Who else makes points about a person's interviews: later steps of the journey."""

from collections.abc import Callable, Iterable

from onward.domain.development.patterns import Point
from onward.journey.people.models import Person

PointSource = Callable[[Person], Iterable[Point]]
others: list[PointSource] = []


def also_hear(*sources: PointSource) -> None:
    """Let these add their points too; who stands above in the journey joins here."""
    others.extend(source for source in sources if source not in others)
