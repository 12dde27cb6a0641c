"""What the history of an application makes of it; never stored by hand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from onward.domain.applications.events import EventKind, Happened

# Without a word for this long an application is quiet; most answers come sooner
# (median 10 to 24 days by sector, Glassdoor Economic Research 2017).
QUIET_AFTER = timedelta(days=21)


class Stage(StrEnum):
    """How far an application has come; the columns of the board."""

    APPROACHED = "approached"
    APPLIED = "applied"
    ASSESSMENT = "assessment"
    INTERVIEW = "interview"
    OFFER = "offer"


class Ending(StrEnum):
    """How an application ended."""

    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    SILENT = "silent"
    OFFER_ACCEPTED = "offer_accepted"
    OFFER_DECLINED = "offer_declined"
    OFFER_WITHDRAWN = "offer_withdrawn"


REACHED = {
    EventKind.APPROACHED: Stage.APPROACHED,
    EventKind.APPLIED: Stage.APPLIED,
    EventKind.ACKNOWLEDGED: Stage.APPLIED,
    EventKind.ASSESSMENT: Stage.ASSESSMENT,
    EventKind.INVITED: Stage.INTERVIEW,
    EventKind.INTERVIEW_SCHEDULED: Stage.INTERVIEW,
    EventKind.INTERVIEW_HELD: Stage.INTERVIEW,
    EventKind.OFFER: Stage.OFFER,
    EventKind.OFFER_ACCEPTED: Stage.OFFER,
    EventKind.OFFER_DECLINED: Stage.OFFER,
    EventKind.OFFER_WITHDRAWN: Stage.OFFER,
}
ENDED = {
    EventKind.REJECTED: Ending.REJECTED,
    EventKind.WITHDRAWN: Ending.WITHDRAWN,
    EventKind.CLOSED_SILENT: Ending.SILENT,
    EventKind.OFFER_ACCEPTED: Ending.OFFER_ACCEPTED,
    EventKind.OFFER_DECLINED: Ending.OFFER_DECLINED,
    EventKind.OFFER_WITHDRAWN: Ending.OFFER_WITHDRAWN,
}
# A late step forward opens what had ended; any word at all opens a silence. A talk that
# was only planned does not: its day may lie after the no that cancelled it.
_REOPENS = frozenset(
    {
        EventKind.ASSESSMENT,
        EventKind.INVITED,
        EventKind.INTERVIEW_HELD,
        EventKind.OFFER,
    }
)
_ANSWERS = _REOPENS | {EventKind.ACKNOWLEDGED, EventKind.HEARD}
_ORDER = tuple(Stage)


@dataclass(frozen=True, slots=True)
class State:
    """Where an application stands.

    `stage` is the furthest reached, also once it has ended. `ending` is None while
    it is open. `interviews` counts days with one, held or at least planned and over.
    """

    stage: Stage = Stage.APPLIED
    ending: Ending | None = None
    applied_at: datetime | None = None
    last_at: datetime | None = None
    next_at: datetime | None = None
    ended_at: datetime | None = None
    interviews: int = 0

    def is_quiet(self, now: datetime) -> bool:
        """Tell whether nothing was heard for long and nothing lies ahead."""
        if self.ending or self.last_at is None or (self.next_at or now) > now:
            return False
        return now - self.last_at > QUIET_AFTER


def counting(history: Iterable[Happened]) -> list[Happened]:
    """Return the events that count, in the order they happened.

    An event that a later one supersedes does not; nor does a retraction itself.
    """
    events = list(history)
    replaced = {event.supersedes for event in events if event.supersedes}
    kept = [
        event
        for event in events
        if event.id not in replaced and event.kind is not EventKind.RETRACTED
    ]
    return sorted(kept, key=lambda event: (event.happened_at, event.id))


def state_of(history: Iterable[Happened], now: datetime) -> State:
    """Return what the events make of an application."""
    events = counting(history)
    stages = [REACHED[event.kind] for event in events if event.kind in REACHED]
    past = [event for event in events if event.happened_at <= now]
    ending = _ending_of(events)
    return State(
        stage=max(stages, key=_ORDER.index, default=Stage.APPLIED),
        ending=ENDED[ending.kind] if ending else None,
        applied_at=_first(events, EventKind.APPLIED),
        last_at=past[-1].happened_at if past else None,
        next_at=_next_interview(events, now) if ending is None else None,
        ended_at=ending.happened_at if ending else None,
        interviews=_interviews(events, ending.happened_at if ending else now),
    )


def _ending_of(events: Sequence[Happened]) -> Happened | None:
    ending: Happened | None = None
    for event in events:
        if event.kind in ENDED:
            ending = event
        elif ending and event.kind in _opened_by(ending):
            ending = None
    return ending


def _opened_by(ending: Happened) -> frozenset[EventKind]:
    return _ANSWERS if ending.kind is EventKind.CLOSED_SILENT else _REOPENS


def _first(events: Sequence[Happened], kind: EventKind) -> datetime | None:
    return next((e.happened_at for e in events if e.kind is kind), None)


def _next_interview(events: Sequence[Happened], now: datetime) -> datetime | None:
    ahead = [
        event.happened_at
        for event in events
        if event.kind is EventKind.INTERVIEW_SCHEDULED and event.happened_at > now
    ]
    return min(ahead, default=None)


def _interviews(events: Sequence[Happened], until: datetime) -> int:
    """Count days with an interview, so that one scheduled and held counts once."""
    kinds = {EventKind.INTERVIEW_SCHEDULED, EventKind.INTERVIEW_HELD}
    days = {
        event.happened_at.date()
        for event in events
        if event.kind in kinds and event.happened_at <= until
    }
    return len(days)
