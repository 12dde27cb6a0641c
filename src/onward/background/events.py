"""Events: a service announces what happened, and what follows is listed elsewhere.

Followers run at once and inside the announcer's transaction. The price is that a
follower that fails undoes the whole; in return a killed process can never have kept
the one and lost the other.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

Follower = Callable[[Any], object]
ManyFollower = Callable[[Sequence[Any]], object]
Check = Callable[[Any], bool]
_followers: dict[type, list[Follower]] = defaultdict(list)
_many_followers: dict[type, list[ManyFollower]] = defaultdict(list)
_checks: dict[Follower, Check] = {}


def follow(event: type, *followers: Follower, where: Check | None = None) -> None:
    """Let these be called whenever such an event is announced, once each.

    `where` tells of a person whether the followers could have anything to do at all;
    it is asked where much is announced at once.
    """
    known = _followers[event]
    known += [follower for follower in followers if follower not in known]
    if where is not None:
        _checks.update(dict.fromkeys(followers, where))


def follow_many(event: type, *followers: ManyFollower) -> None:
    """Let these be called with all such events announced at once, before any other."""
    known = _many_followers[event]
    known += [follower for follower in followers if follower not in known]


def announce(event: object) -> None:
    """Tell all that follow such an event, in the order they were listed."""
    for follower in _many_followers[type(event)]:
        follower([event])
    for follower in _followers[type(event)]:
        follower(event)


def announce_all(events: Sequence[object], person: object) -> None:
    """Announce many events of one kind about one person: all at once, then each."""
    if not events:
        return
    for follower in _many_followers[type(events[0])]:
        follower(events)
    concerned = [
        follower
        for follower in _followers[type(events[0])]
        if follower not in _checks or _checks[follower](person)
    ]
    for event in events:
        for follower in concerned:
            follower(event)
