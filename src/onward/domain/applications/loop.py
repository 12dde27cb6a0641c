"""Where a closed application is in the loop: from the news to the next try."""

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


def loop_step(
    state: State,
    now: datetime,
    *,
    is_offered: bool = False,
    has_landed: bool = False,
    has_reflected: bool = False,
) -> LoopStep | None:
    """Return the step a closed application is on; None while it is open.

    Who never met them has little to ask or to reflect on, unless they offered. Once
    the no is taken in, what follows need not wait. Who has looked back goes on from
    there, with or without having asked.
    """
    if state.ending is None or state.ended_at is None:
        return None
    if state.ending not in _THEIRS | {Ending.SILENT}:
        return LoopStep.DONE
    if has_unread_feedback(state):
        return _unless_over(LoopStep.WEIGH, state.feedback_at, now)
    if state.asked_at is not None and now - state.asked_at <= WAITING:
        return LoopStep.WAITING
    is_news = now - state.ended_at < LANDING and not has_landed
    step = _after_it(state, now, is_news=is_news, is_offered=is_offered)
    return LoopStep.DEVELOP if step is LoopStep.REFLECT and has_reflected else step


def has_unread_feedback(state: State) -> bool:
    """Tell whether feedback came and nothing further was asked since."""
    if state.feedback_at is None:
        return False
    return state.asked_at is None or state.feedback_at >= state.asked_at


def _after_it(
    state: State, now: datetime, *, is_news: bool, is_offered: bool
) -> LoopStep:
    since = now - (state.ended_at or now)
    is_unasked = state.ending in _THEIRS and state.asked_at is None
    met = state.interviews > 0 or state.stage is Stage.OFFER
    if is_unasked and is_news:
        return LoopStep.LAND
    if is_unasked and since <= ASKING and (met or is_offered):
        return LoopStep.ASK
    return _unless_over(LoopStep.REFLECT, state.ended_at, now) if met else LoopStep.DONE


def _unless_over(step: LoopStep, since: datetime | None, now: datetime) -> LoopStep:
    is_over = since is None or now - since > OVER_AFTER
    return LoopStep.DONE if is_over else step
