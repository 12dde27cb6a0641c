"""The one useful next step of an application, as a value; its words are the page's."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from onward.domain.applications.events import EventKind, Happened
from onward.domain.applications.loop import (
    NOTHING_TAKEN,
    LoopStep,
    Taken,
    loop_step,
)
from onward.domain.applications.state import Stage, State

# An interview is told best while it is fresh; later the page asks no more.
FRESH = timedelta(days=14)


class StepKind(StrEnum):
    """What would help now."""

    APPLY = "apply"
    TAKE_TEST = "take_test"
    ANSWER_INVITATION = "answer_invitation"
    MEET = "meet"
    TELL = "tell"
    ANSWER_OFFER = "answer_offer"
    TELL_ANSWER = "tell_answer"
    WAIT = "wait"
    FOLLOW_UP = "follow_up"
    LAND = "land"
    ASK = "ask"
    WAIT_FOR_FEEDBACK = "wait_for_feedback"
    REFLECT = "reflect"
    WEIGH = "weigh"
    DEVELOP = "develop"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class NextStep:
    """One step; `at` is the moment it is about, `event` what it follows from."""

    kind: StepKind
    at: datetime | None = None
    event: int | None = None


# Steps of an open application that have nothing to do with closing it.
UNDER_WAY = frozenset(
    {
        StepKind.APPLY,
        StepKind.TAKE_TEST,
        StepKind.ANSWER_INVITATION,
        StepKind.MEET,
        StepKind.TELL,
        StepKind.ANSWER_OFFER,
        StepKind.TELL_ANSWER,
        StepKind.WAIT,
    }
)
_OF_LOOP = {
    LoopStep.LAND: StepKind.LAND,
    LoopStep.ASK: StepKind.ASK,
    LoopStep.WAITING: StepKind.WAIT_FOR_FEEDBACK,
    LoopStep.REFLECT: StepKind.REFLECT,
    LoopStep.WEIGH: StepKind.WEIGH,
    LoopStep.DEVELOP: StepKind.DEVELOP,
    LoopStep.DONE: StepKind.NOTHING,
}
_ASKED_OF_ONE = {
    EventKind.ASSESSMENT: StepKind.TAKE_TEST,
    EventKind.INVITED: StepKind.ANSWER_INVITATION,
}


def next_step(
    counted: Iterable[Happened],
    state: State,
    now: datetime,
    taken: Taken = NOTHING_TAKEN,
) -> NextStep:
    """Return what would help now, given the events that count in their order."""
    events = list(counted)
    step = loop_step(state, now, taken)
    if step is not None:
        return NextStep(_OF_LOOP[step], _moment(step, state), state.ended_by)
    if state.next_at is not None and state.next_at > now:
        return NextStep(StepKind.MEET, state.next_at)
    return _open_step([e for e in events if e.happened_at <= now], state, now)


def _moment(step: LoopStep, state: State) -> datetime | None:
    of = {LoopStep.WAITING: state.asked_at, LoopStep.WEIGH: state.feedback_at}
    return of.get(step, state.ended_at)


def _open_step(past: Sequence[Happened], state: State, now: datetime) -> NextStep:
    last = past[-1] if past else None
    if state.stage is Stage.APPROACHED or last is None:
        return NextStep(StepKind.APPLY, state.last_at)
    if state.stage is Stage.OFFER:
        return _answer(past, state)
    if state.is_quiet(now):
        return NextStep(StepKind.FOLLOW_UP, state.last_at)
    kind = _asked_by(last, now)
    if kind is None:
        return NextStep(StepKind.WAIT, state.last_at)
    return NextStep(kind, last.happened_at, last.id)


def _asked_by(last: Happened, now: datetime) -> StepKind | None:
    """Return what the latest event asks of the person."""
    if last.kind is EventKind.INTERVIEW_SCHEDULED:
        return StepKind.TELL if now - last.happened_at <= FRESH else None
    return _ASKED_OF_ONE.get(last.kind)


def _answer(past: Sequence[Happened], state: State) -> NextStep:
    """Return the offer to answer; if the person has written since, what they said."""
    for event in reversed(past):
        if event.kind is EventKind.OFFER:
            return NextStep(StepKind.ANSWER_OFFER, event.happened_at, event.id)
        if event.kind is EventKind.WROTE:
            return NextStep(StepKind.TELL_ANSWER, event.happened_at, event.id)
    return NextStep(StepKind.WAIT, state.last_at)
