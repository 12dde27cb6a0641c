"""Lets all messages agree on what a name is: an employer, an agency, another name.

One message alone may take who hires for an agency, or does not know the name that an
employer bears from next month on; the others tell.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onward.domain.mail.linking.called import Called
from onward.domain.mail.linking.clue import Clue
from onward.domain.mail.senders import is_agency_name

# A client beside it tells more than an agency alone, and a name that says so most.
_ALONE, _BESIDE, _SAID = 1, 2, 6


def agreed(clues: Iterable[Clue]) -> list[Clue]:
    """Return the messages with each name in the part that most of them give it."""
    many = list(clues)
    parts, others = _Parts(many), _Others(many)
    return [others.added_to(parts.mended(clue)) for clue in many]


class _Parts:
    """How often a name, however spelled, is that of an employer or an agency."""

    def __init__(self, clues: Sequence[Clue]) -> None:
        self._called = Called()
        self._points: list[int] = []
        self._summed: dict[str, int] = {}
        for name, points in _told(clues):
            self._called.enter(name, len(self._points))
            self._points.append(points)

    def mended(self, clue: Clue) -> Clue:
        if clue.agency and not clue.employer and self._hires(clue.agency) > 0:
            return replace(clue, employer=clue.agency, agency="")
        if clue.employer and not clue.agency and self._hires(clue.employer) < 0:
            return replace(clue, employer="", agency=clue.employer, domain="")
        return clue

    def _hires(self, name: str) -> int:
        if name not in self._summed:
            self._summed[name] = self._sum(name)
        return self._summed[name]

    def _sum(self, name: str) -> int:
        return sum(self._points[one] for one in self._called.spelled_like(name))


def _told(clues: Iterable[Clue]) -> Iterator[tuple[str, int]]:
    """Yield each name told, with points for an employer, or below zero an agency."""
    for clue in clues:
        if clue.employer:
            yield clue.employer, _ALONE
        if clue.agency:
            beside = _BESIDE if clue.employer else _ALONE
            yield clue.agency, -(_SAID if is_agency_name(clue.agency) else beside)


class _Others:
    """Names that messages say are another's: borne before, or from now on."""

    def __init__(self, clues: Iterable[Clue]) -> None:
        self._names: dict[str, set[str]] = defaultdict(set)
        for clue in clues:
            for name in clue.also if clue.employer else ():
                self._names[name].add(clue.employer)
                self._names[clue.employer].add(name)

    def added_to(self, clue: Clue) -> Clue:
        further = self._names.get(clue.employer, set()) - {*clue.also, clue.employer}
        if not further:
            return clue
        return replace(clue, also=(*clue.also, *sorted(further)))
