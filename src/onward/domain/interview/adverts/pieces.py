"""Where a sentence of an advert may be cut: it often asks for several things."""

import re
from collections.abc import Sequence

from onward.domain.interview.adverts.units import Unit

_BORDER = re.compile(
    r"\s*[;:]\s+"
    r"|\s*,\s+(?:(?:and|but|though|although|plus|while|so|as (?:is|are)|with)\s+)?"
    r"|\s+(?:and|but|though|although|plus|as well as|along with|together with|with|who"
    r"|if you|while)\s+"
    r"|\s+[-\u2013\u2014]\s+|(?<=\))\s+|\s+(?=\()"
)
# What leads up to the thing itself and is no part of it.
_LEAD = re.compile(
    r"(?:(?:and|but|also|so|then|or|plus|as well as|ideally|we(?: are|'re|\u2019re)?"
    r"(?: looking| after| look)(?: for)?(?: someone| a person| people)?(?: who| with)?"
    r"|you(?:'ll| will|\u2019ll)(?: also| then)?(?: need to| be able to)?"
    r"(?: have| need| be)?"
    r"|they(?:'ll| will) (?:also )?|(?:the )?duties (?:will )?include|your duties:?"
    r"|the successful candidate will|in this role,?"
    r")\s+)+",
    re.IGNORECASE,
)
_MOST = 14
Place = tuple[int, int]


def pieces_of(text: str, unit: Unit) -> list[Place]:
    """Return the smallest pieces that a unit may be cut into, in order."""
    found: list[Place] = []
    begun = unit.start
    for border in _BORDER.finditer(text, unit.start, unit.end):
        if begun < border.start() and border.end() < unit.end:
            found.append((begun, border.start()))
            begun = border.end()
    found.append((begun, unit.end))
    return found if len(found) <= _MOST else _fewer(found)


def without_lead(text: str, start: int, end: int) -> Place:
    """Return the place of the thing itself, without the words that lead up to it."""
    lead = _LEAD.match(text, start, end)
    return (lead.end(), end) if lead and lead.end() < end else (start, end)


def _fewer(pieces: Sequence[Place]) -> list[Place]:
    """Return the pieces joined until they are few enough to try all ways to cut."""
    size = -(-len(pieces) // _MOST)
    groups = [pieces[n : n + size] for n in range(0, len(pieces), size)]
    return [(group[0][0], group[-1][1]) for group in groups]
