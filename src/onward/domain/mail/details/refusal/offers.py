"""Tells by its wording how much a sentence looks like an offer to say how it went.

No wording makes an offer by itself: what would be told, whether it is wanted, that it
is given gladly and how to get at it count together; another matter counts against it.
"""

from functools import lru_cache

from onward.domain.mail.details.patterns.read import speaks_of

_POINTS = {
    "offer_tells": 2.0,
    "offer_talks": 1.5,
    "offer_if": 1.0,
    "offer_glad": 1.5,
    "offer_willing": 1.0,
    "offer_ways": 1.0,
    "offer_elsewhere": -3.0,
}
# Points from which few sentences of a no are anything else.
PLAIN_OFFER = 3.5


@lru_cache(maxsize=256)  # three ask about each sentence of a no
def offer_signs(said: str) -> tuple[str, ...]:
    """Return the names of the signs that a sentence bears."""
    return tuple(name for name in _POINTS if speaks_of(name, said))


def offer_points(said: str) -> float:
    """Return what the signs of an offer in a sentence add up to."""
    return sum(_POINTS[name] for name in offer_signs(said))
