"""How much mail is taken to be about the search."""

from onward.journey.people.models import Width

# How likely a message must be about the search. Narrow takes what is nearly certain;
# wide takes what is just possible, and asks nothing about what it adds.
NEEDED = {Width.NARROW: 0.9, Width.USUAL: 0.5, Width.WIDE: 0.1}
ASKED_ABOUT = NEEDED[Width.USUAL]


def is_kept(chance: float, width: str) -> bool:
    """Tell whether a message this likely is kept at a width."""
    return chance >= NEEDED[Width(width)]
