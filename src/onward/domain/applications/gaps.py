"""The quiet stretches of a timeline, and how they compare with the person's own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from onward.domain.applications.events import EventKind, Happened
from onward.domain.applications.state import State

# Shorter ones are the usual pace of things and would only fill the page.
SHORTEST = timedelta(days=7)
# With fewer answers of one's own a share of them would be chance.
ENOUGH_ANSWERS = 8
# The time before a talk is not silence: both knew the day.
_MEETINGS = frozenset({EventKind.INTERVIEW_SCHEDULED, EventKind.INTERVIEW_HELD})
_BEFORE_AN_ANSWER = frozenset({EventKind.APPLIED, EventKind.ACKNOWLEDGED})


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch without a word, after the event `after`.

    `is_open` means it still lasts. `is_first_wait` means that nothing but the
    application came before it.
    """

    after: int
    days: int
    is_open: bool = False
    is_first_wait: bool = False


def gaps(counted: Iterable[Happened], state: State, now: datetime) -> tuple[Gap, ...]:
    """Return the quiet stretches, oldest first; the last may still be open."""
    events = list(counted)
    past = [event for event in events if event.happened_at <= now]
    found = [
        _gap(past[: place + 1], later.happened_at)
        for place, (earlier, later) in enumerate(pairwise(past))
        if later.happened_at - earlier.happened_at >= SHORTEST
        and later.kind not in _MEETINGS
    ]
    if past and _is_waiting(state, now) and now - past[-1].happened_at >= SHORTEST:
        found.append(_gap(past, now, is_open=True))
    return tuple(found)


def share_of_shorter(days: int, own_waits: Sequence[float]) -> float | None:
    """Return which share of one's own waits was shorter; None if there are too few."""
    if len(own_waits) < ENOUGH_ANSWERS:
        return None
    return sum(wait < days for wait in own_waits) / len(own_waits)


def _gap(before: Sequence[Happened], until: datetime, *, is_open: bool = False) -> Gap:
    kinds = {event.kind for event in before}
    return Gap(
        after=before[-1].id,
        days=(until.date() - before[-1].happened_at.date()).days,
        is_open=is_open,
        is_first_wait=bool(kinds) and kinds <= _BEFORE_AN_ANSWER,
    )


def _is_waiting(state: State, now: datetime) -> bool:
    return state.ending is None and (state.next_at is None or state.next_at <= now)
