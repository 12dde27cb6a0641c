"""Events: a service announces what happened, and what follows is listed elsewhere.

Followers run at once and inside the announcer's transaction. The price is that a
follower that fails undoes the whole; in return a killed process can never have kept
the one and lost the other.
"""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

Follower = Callable[[Any], object]
_followers: dict[type, list[Follower]] = defaultdict(list)


def follow(event: type, *followers: Follower) -> None:
    """Let these be called whenever such an event is announced, once each."""
    known = _followers[event]
    known += [follower for follower in followers if follower not in known]


def announce(event: object) -> None:
    """Tell all that follow such an event, in the order they were listed."""
    for follower in _followers[type(event)]:
        follower(event)
