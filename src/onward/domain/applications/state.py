"""What the history of an application makes of it; never stored by hand."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from onward.domain.applications.counting import counting
from onward.domain.applications.events import EventKind, Happened

# Without a word for this long an application is quiet; most answers come sooner
# (median 10 to 24 days by sector, Glassdoor Economic Research 2017).
QUIET_AFTER = timedelta(days=21)
USUAL_WAIT_DAYS = (10, 24)


class Stage(StrEnum):
    """How far an application has come; the columns of the board.

    `APPROACHED` stands for everything before applying: an advert found, a mail of
    theirs that came first.
    """

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


# Before applying nobody owes an answer, and an offer waits for the person's.
OWED = (Stage.APPLIED, Stage.ASSESSMENT, Stage.INTERVIEW)
REACHED = {
    EventKind.FOUND: Stage.APPROACHED,
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
# A late step forward opens what they had ended. A talk that was only planned does not:
# its day may lie after the no that cancelled it.
_STEPS_FORWARD = frozenset(
    {
        EventKind.ASSESSMENT,
        EventKind.INVITED,
        EventKind.INTERVIEW_HELD,
        EventKind.OFFER,
    }
)
# What the person ended, no mail that crossed it opens; after an offer accepted, tests
# and invitations belong to the new work.
_OPENED_BY = {
    EventKind.REJECTED: _STEPS_FORWARD,
    EventKind.OFFER_WITHDRAWN: _STEPS_FORWARD,
    EventKind.CLOSED_SILENT: _STEPS_FORWARD
    | {EventKind.ACKNOWLEDGED, EventKind.HEARD, EventKind.FEEDBACK_RECEIVED},
    EventKind.WITHDRAWN: frozenset({EventKind.INTERVIEW_HELD, EventKind.OFFER}),
    EventKind.OFFER_DECLINED: frozenset({EventKind.INTERVIEW_HELD, EventKind.OFFER}),
    EventKind.OFFER_ACCEPTED: frozenset[EventKind](),
}
# Words about this person; an acknowledgement is sent to everybody, by a machine.
_ANSWERS = frozenset(
    {
        EventKind.ASSESSMENT,
        EventKind.INVITED,
        EventKind.INTERVIEW_HELD,
        EventKind.OFFER,
        EventKind.OFFER_WITHDRAWN,
        EventKind.REJECTED,
        EventKind.FEEDBACK_RECEIVED,
        EventKind.HEARD,
    }
)
_ORDER = tuple(Stage)


@dataclass(frozen=True, slots=True)
class State:
    """Where an application stands.

    `stage` is the furthest reached, also once it has ended. `ending` is None while
    it is open; `ended_by` is the event that made it. `applied_at` is the day of the
    acknowledgement where nothing tells of the application itself. `answered_at` is
    their first word after it that a machine does not send to all. `interviews` counts
    days with one, held or at least planned and over.
    """

    stage: Stage = Stage.APPROACHED
    ending: Ending | None = None
    applied_at: datetime | None = None
    answered_at: datetime | None = None
    last_at: datetime | None = None
    next_at: datetime | None = None
    ended_at: datetime | None = None
    ended_by: int | None = None
    asked_at: datetime | None = None
    feedback_at: datetime | None = None
    interviews: int = 0

    def is_quiet(self, now: datetime) -> bool:
        """Tell whether nothing was heard for long and nothing lies ahead.

        Where they owe no answer it is never quiet.
        """
        if self.ending or self.last_at is None or self.stage not in OWED:
            return False
        return now - max(self.last_at, self.next_at or self.last_at) > QUIET_AFTER


def state_of(history: Iterable[Happened], now: datetime) -> State:
    """Return what the events make of an application."""
    events = counting(history)
    past = [event.happened_at for event in events if event.happened_at <= now]
    ending = _ending_of(events)
    applied = _applied(events)
    return State(
        stage=_stage(events),
        ending=ENDED[ending.kind] if ending else None,
        applied_at=_at(applied),
        answered_at=_at(_answer_to(applied, events)),
        last_at=max(past, default=None),
        next_at=_next_interview(events, now) if ending is None else None,
        ended_at=_at(ending),
        ended_by=ending.id if ending else None,
        asked_at=_at(_first(events[::-1], {EventKind.FEEDBACK_REQUESTED})),
        feedback_at=_at(_first(events[::-1], {EventKind.FEEDBACK_RECEIVED})),
        interviews=_interviews(events, now, ending),
    )


def _stage(events: Sequence[Happened]) -> Stage:
    """Return the furthest stage; who only exchanged words is taken to have applied."""
    reached = [REACHED[event.kind] for event in events if event.kind in REACHED]
    unknown = Stage.APPLIED if events else Stage.APPROACHED
    return max(reached, key=_ORDER.index, default=unknown)


def _ending_of(events: Sequence[Happened]) -> Happened | None:
    """Return what ended it: the first of several alike, and no mere silence after."""
    ending: Happened | None = None
    for event in events:
        if event.kind in ENDED:
            ending = _later_ending(ending, event)
        elif ending and event.kind in _OPENED_BY[ending.kind]:
            ending = None
    return ending


def _later_ending(before: Happened | None, event: Happened) -> Happened:
    if before is None:
        return event
    is_news = event.kind not in (before.kind, EventKind.CLOSED_SILENT)
    return event if is_news else before


def _applied(events: Sequence[Happened]) -> Happened | None:
    first = _first(events, {EventKind.APPLIED})
    return first or _first(events, {EventKind.ACKNOWLEDGED})


def _answer_to(applied: Happened | None, events: Sequence[Happened]) -> Happened | None:
    return _first(events[events.index(applied) :], _ANSWERS) if applied else None


def _first(events: Sequence[Happened], kinds: Collection[EventKind]) -> Happened | None:
    return next((event for event in events if event.kind in kinds), None)


def _at(event: Happened | None) -> datetime | None:
    return event.happened_at if event else None


def _next_interview(events: Sequence[Happened], now: datetime) -> datetime | None:
    ahead = [
        event.happened_at
        for event in events
        if event.kind is EventKind.INTERVIEW_SCHEDULED and event.happened_at > now
    ]
    return min(ahead, default=None)


def _interviews(
    events: Sequence[Happened], now: datetime, ending: Happened | None
) -> int:
    """Count days with an interview, so that one scheduled and held counts once.

    One that was only planned counts if the application had not ended before its day.
    """
    until = {
        EventKind.INTERVIEW_HELD: now,
        EventKind.INTERVIEW_SCHEDULED: min(now, ending.happened_at) if ending else now,
    }
    days = {
        event.happened_at.date()
        for event in events
        if event.kind in until and event.happened_at <= until[event.kind]
    }
    return len(days)
