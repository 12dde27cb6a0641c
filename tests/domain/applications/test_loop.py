"""Where a closed application is in the loop, and the one next step of any."""

from datetime import timedelta

import pytest
from hypothesis import given

from onward.domain.applications.counting import counting
from onward.domain.applications.events import EventKind as Kind
from onward.domain.applications.events import Happened
from onward.domain.applications.loop import LoopStep, Taken, loop_step
from onward.domain.applications.next_step import StepKind, next_step
from onward.domain.applications.state import state_of
from tests.domain.applications.histories import NOW, histories, history

# Days after the start of the made-up histories; now is day 83.
TODAY, YESTERDAY, LAST_WEEK, LAST_MONTH = 82.9, 82.0, 76.0, 53.0


def step_of(*steps: tuple[Kind, float], is_offered: bool = False) -> LoopStep | None:
    return loop_step(state_of(history(*steps), NOW), NOW, Taken(is_offered=is_offered))


def next_of(*steps: tuple[Kind, float]) -> StepKind:
    made = history(*steps)
    return next_step(counting(made), state_of(made, NOW), NOW).kind


MET = (Kind.INTERVIEW_HELD, 50.0)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([MET], None),
        ([MET, (Kind.REJECTED, TODAY)], LoopStep.LAND),
        ([MET, (Kind.REJECTED, YESTERDAY)], LoopStep.ASK),
        ([MET, (Kind.REJECTED, LAST_MONTH)], LoopStep.REFLECT),
        ([(Kind.APPLIED, 1), (Kind.REJECTED, TODAY)], LoopStep.LAND),
        ([(Kind.APPLIED, 1), (Kind.REJECTED, YESTERDAY)], LoopStep.DONE),
        ([MET, (Kind.OFFER_WITHDRAWN, YESTERDAY)], LoopStep.ASK),
        ([(Kind.APPLIED, 1), (Kind.CLOSED_SILENT, YESTERDAY)], LoopStep.DONE),
        ([MET, (Kind.CLOSED_SILENT, TODAY)], LoopStep.REFLECT),
        ([(Kind.OFFER, 9), (Kind.OFFER_ACCEPTED, TODAY)], LoopStep.DONE),
        ([MET, (Kind.WITHDRAWN, TODAY)], LoopStep.DONE),
    ],
)
def test_the_loop_goes_from_the_news_to_what_can_be_made_of_it(
    steps: list[tuple[Kind, float]], expected: LoopStep | None
) -> None:
    assert step_of(*steps) is expected


def test_once_the_no_is_taken_in_what_follows_need_not_wait() -> None:
    def landed(*steps: tuple[Kind, float]) -> LoopStep | None:
        return loop_step(state_of(history(*steps), NOW), NOW, Taken(has_landed=True))

    assert landed(MET, (Kind.REJECTED, TODAY)) is LoopStep.ASK
    assert landed((Kind.APPLIED, 1), (Kind.REJECTED, TODAY)) is LoopStep.DONE
    assert landed(MET) is None


def test_who_was_offered_feedback_may_ask_even_without_a_talk() -> None:
    steps = [(Kind.APPLIED, 1.0), (Kind.REJECTED, YESTERDAY)]
    assert step_of(*steps, is_offered=True) is LoopStep.ASK


def test_having_asked_one_waits_and_later_goes_on_without_an_answer() -> None:
    no = (Kind.REJECTED, 55.0)
    assert step_of(MET, no, (Kind.FEEDBACK_REQUESTED, LAST_WEEK)) is LoopStep.WAITING
    assert step_of(MET, no, (Kind.FEEDBACK_REQUESTED, 56)) is LoopStep.REFLECT


def test_feedback_that_came_is_weighed_until_one_asks_again() -> None:
    steps = [MET, (Kind.REJECTED, 55.0), (Kind.FEEDBACK_REQUESTED, 60.0)]
    steps += [(Kind.FEEDBACK_RECEIVED, 65.0)]
    assert step_of(*steps) is LoopStep.WEIGH
    assert step_of(*steps, (Kind.FEEDBACK_REQUESTED, LAST_WEEK)) is LoopStep.WAITING


def test_who_was_met_may_ask_though_no_interview_is_known() -> None:
    made = state_of(history((Kind.APPLIED, 1.0), (Kind.REJECTED, YESTERDAY)), NOW)
    assert loop_step(made, NOW, Taken(is_met=True)) is LoopStep.ASK


def test_weighed_feedback_is_not_brought_up_again_until_more_comes() -> None:
    def weighed(*steps: tuple[Kind, float], **further: bool) -> LoopStep | None:
        taken = Taken(feedback_done_at=NOW - timedelta(days=2), **further)
        return loop_step(state_of(history(*steps), NOW), NOW, taken)

    answered = [MET, (Kind.REJECTED, 55.0), (Kind.FEEDBACK_REQUESTED, 75.0)]
    answered += [(Kind.FEEDBACK_RECEIVED, LAST_WEEK)]
    assert weighed(*answered) is LoopStep.REFLECT
    assert weighed(*answered, has_reflected=True) is LoopStep.DEVELOP
    assert weighed(*answered, (Kind.FEEDBACK_RECEIVED, TODAY)) is LoopStep.WEIGH
    assert weighed(*answered, (Kind.FEEDBACK_REQUESTED, TODAY)) is LoopStep.WAITING


def test_after_a_season_nothing_more_is_asked() -> None:
    assert step_of((Kind.INTERVIEW_HELD, -50), (Kind.REJECTED, -40)) is LoopStep.DONE


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([], StepKind.APPLY),
        ([(Kind.FOUND, 1)], StepKind.APPLY),
        ([(Kind.APPROACHED, 80)], StepKind.APPLY),
        ([(Kind.APPLIED, LAST_WEEK)], StepKind.WAIT),
        ([(Kind.APPLIED, LAST_MONTH)], StepKind.FOLLOW_UP),
        ([(Kind.ASSESSMENT, LAST_WEEK)], StepKind.TAKE_TEST),
        ([(Kind.ASSESSMENT, LAST_WEEK), (Kind.WROTE, YESTERDAY)], StepKind.WAIT),
        ([(Kind.ASSESSMENT, LAST_MONTH)], StepKind.FOLLOW_UP),
        ([(Kind.INVITED, LAST_WEEK)], StepKind.ANSWER_INVITATION),
        ([(Kind.INVITED, 80), (Kind.INTERVIEW_SCHEDULED, 86)], StepKind.MEET),
        ([(Kind.INTERVIEW_SCHEDULED, YESTERDAY)], StepKind.TELL),
        ([(Kind.INTERVIEW_HELD, YESTERDAY)], StepKind.WAIT),
        ([(Kind.INTERVIEW_SCHEDULED, 65)], StepKind.WAIT),
        ([(Kind.OFFER, YESTERDAY)], StepKind.ANSWER_OFFER),
        ([(Kind.OFFER, LAST_MONTH)], StepKind.ANSWER_OFFER),
        ([(Kind.OFFER, LAST_WEEK), (Kind.HEARD, YESTERDAY)], StepKind.ANSWER_OFFER),
        ([(Kind.OFFER, LAST_MONTH), (Kind.WROTE, LAST_WEEK)], StepKind.TELL_ANSWER),
        (
            [
                (Kind.OFFER, LAST_MONTH),
                (Kind.WROTE, LAST_WEEK),
                (Kind.HEARD, YESTERDAY),
            ],
            StepKind.TELL_ANSWER,
        ),
        ([(Kind.WROTE, LAST_MONTH), (Kind.OFFER, LAST_WEEK)], StepKind.ANSWER_OFFER),
        ([MET, (Kind.REJECTED, TODAY)], StepKind.LAND),
        ([MET, (Kind.REJECTED, YESTERDAY)], StepKind.ASK),
        ([MET, (Kind.WITHDRAWN, YESTERDAY)], StepKind.NOTHING),
    ],
)
def test_there_is_one_useful_next_step(
    steps: list[tuple[Kind, float]], expected: StepKind
) -> None:
    assert next_of(*steps) is expected


@given(histories())
def test_any_history_has_a_next_step_and_only_a_closed_one_is_in_the_loop(
    made: list[Happened],
) -> None:
    state = state_of(made, NOW)
    assert (loop_step(state, NOW) is None) is (state.ending is None)
    assert next_step(counting(made), state, NOW).kind in StepKind
