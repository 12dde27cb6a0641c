"""Where a closed application is in the loop: from the news to the next try."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from onward.domain.applications.state import Ending, Stage, State

# The news comes first; whatever there is to do can wait until the next morning.
LANDING = timedelta(hours=18)
# Advisers say to ask within a week or two; after a month few remember the talk.
ASKING = timedelta(days=28)
WAITING = timedelta(days=21)
# Older endings are history: nothing is asked of the person about them any more.
OVER_AFTER = timedelta(days=90)

_THEIRS = frozenset({Ending.REJECTED, Ending.OFFER_WITHDRAWN})


class LoopStep(StrEnum):
    """What a closed application is good for now."""

    LAND = "land"
    ASK = "ask"
    WAITING = "waiting"
    REFLECT = "reflect"
    WEIGH = "weigh"
    DEVELOP = "develop"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Taken:
    """What is known of an ending beside its events.

    Whether feedback was offered with it and somebody there had met the person, though
    no interview is known, or it was said that none is given; whether they took it in
    and looked back on it. `feedback_done_at` is when they had decided on all feedback
    there was, or knew that none would come.
    """

    is_offered: bool = False
    is_refused: bool = False
    is_met: bool = False
    has_landed: bool = False
    has_reflected: bool = False
    feedback_done_at: datetime | None = None


NOTHING_TAKEN = Taken()


def loop_step(
    state: State, now: datetime, taken: Taken = NOTHING_TAKEN
) -> LoopStep | None:
    """Return the step a closed application is on; None while it is open.

    Who never met them has little to ask or to reflect on, unless they offered. Once
    the no is taken in, what follows need not wait. Who has looked back goes on from
    there, with or without having asked; so does who has weighed what they said.
    """
    if state.ending is None or state.ended_at is None:
        return None
    if state.ending not in _THEIRS | {Ending.SILENT}:
        return LoopStep.DONE
    step = _in_the_loop(state, now, taken)
    is_seen = step is LoopStep.REFLECT and taken.has_reflected
    return LoopStep.DEVELOP if is_seen else step


def _in_the_loop(state: State, now: datetime, taken: Taken) -> LoopStep:
    if has_unread_feedback(state) and not _is_weighed(state, taken):
        return _unless_over(LoopStep.WEIGH, state.feedback_at, now)
    done_at = taken.feedback_done_at
    if done_at is not None and not _asked_since(state, done_at):
        step = LoopStep.REFLECT if _is_met(state, taken) else LoopStep.DEVELOP
        return _unless_over(step, done_at, now)
    if state.asked_at is not None and now - state.asked_at <= WAITING:
        return LoopStep.WAITING
    return _after_it(state, now, taken)


def _is_weighed(state: State, taken: Taken) -> bool:
    """Tell whether they have decided on the latest feedback."""
    at = taken.feedback_done_at
    return at is not None and (state.feedback_at is None or state.feedback_at <= at)


def _asked_since(state: State, moment: datetime) -> bool:
    return state.asked_at is not None and state.asked_at > moment


def _is_met(state: State, taken: Taken) -> bool:
    return state.interviews > 0 or state.stage is Stage.OFFER or taken.is_met


def has_unread_feedback(state: State) -> bool:
    """Tell whether feedback came and nothing further was asked since."""
    if state.feedback_at is None:
        return False
    return state.asked_at is None or state.feedback_at >= state.asked_at


def _after_it(state: State, now: datetime, taken: Taken) -> LoopStep:
    since = now - (state.ended_at or now)
    is_news = since < LANDING and not taken.has_landed
    is_unasked = state.ending in _THEIRS and state.asked_at is None
    met = _is_met(state, taken)
    if is_unasked and is_news:
        return LoopStep.LAND
    may_ask = is_unasked and not taken.is_refused
    if may_ask and since <= ASKING and (met or taken.is_offered):
        return LoopStep.ASK
    return _unless_over(LoopStep.REFLECT, state.ended_at, now) if met else LoopStep.DONE


def _unless_over(step: LoopStep, since: datetime | None, now: datetime) -> LoopStep:
    is_over = since is None or now - since > OVER_AFTER
    return LoopStep.DONE if is_over else step
