"""What a history makes of an application."""

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.applications.counting import counting
from onward.domain.applications.events import EventKind as Kind
from onward.domain.applications.events import Happened
from onward.domain.applications.state import (
    QUIET_AFTER,
    Ending,
    Stage,
    state_of,
)
from tests.domain.applications.histories import NOW, event, histories, history, steps


def _facts(made: list[Happened]) -> object:
    """Return the state without the id of an event, which tells of recording only."""
    return replace(state_of(made, NOW), ended_by=None)


@given(st.lists(steps, max_size=10), st.randoms())
def test_the_order_of_recording_does_not_matter(
    made: list[tuple[Kind, float, bool]], chance: Random
) -> None:
    shuffled = chance.sample(made, len(made))
    first, second = (
        [
            event(number, kind, day, has_time=timed)
            for number, (kind, day, timed) in enumerate(some, 1)
        ]
        for some in (made, shuffled)
    )
    assert _facts(first) == _facts(second)


@given(histories(), st.randoms())
def test_the_order_of_reading_does_not_matter(
    made: list[Happened], chance: Random
) -> None:
    assert state_of(chance.sample(made, len(made)), NOW) == state_of(made, NOW)


@given(histories())
def test_a_rejection_erases_neither_interviews_nor_the_stage(
    made: list[Happened],
) -> None:
    before = state_of(made, NOW)
    no = event(len(made) + 1, Kind.REJECTED, 82.9)
    after = state_of([*made, no], NOW)
    order = list(Stage)
    assert after.interviews >= before.interviews
    assert order.index(after.stage) >= order.index(before.stage)
    assert after.ending is not None


@given(histories(), steps, st.data())
def test_retracting_is_an_undo(
    made: list[Happened], step: tuple[Kind, float, bool], data: st.DataObject
) -> None:
    ids = [one.id for one in made]
    of = data.draw(st.one_of(st.none(), st.sampled_from(ids)) if ids else st.none())
    kind = data.draw(st.sampled_from([step[0], Kind.RETRACTED])) if of else step[0]
    done = event(len(made) + 1, kind, step[1], supersedes=of)
    undone = event(len(made) + 2, Kind.RETRACTED, 0, supersedes=done.id)
    redone = event(len(made) + 3, Kind.RETRACTED, 0, supersedes=undone.id)
    assert state_of([*made, done, undone], NOW) == state_of(made, NOW)
    assert state_of([*made, done, undone, redone], NOW) == state_of([*made, done], NOW)


@given(histories())
def test_only_events_that_count_make_the_state(made: list[Happened]) -> None:
    alone = [replace(one, supersedes=None) for one in counting(made)]
    assert state_of(alone, NOW) == state_of(made, NOW)


@given(histories())
def test_what_counts_was_not_replaced_by_something_that_counts(
    made: list[Happened],
) -> None:
    kept = counting(made)
    replaced = {one.supersedes for one in kept}
    assert all(one.id not in replaced for one in kept)
    assert all(one.kind is not Kind.RETRACTED for one in kept)


def test_nothing_known_means_not_applied_yet() -> None:
    state = state_of([], NOW)
    assert (state.stage, state.ending, state.last_at) == (Stage.APPROACHED, None, None)


def test_the_stage_stays_the_furthest_one() -> None:
    state = state_of(
        history((Kind.APPLIED, 0), (Kind.INTERVIEW_HELD, 9), (Kind.ASSESSMENT, 12)), NOW
    )
    assert state.stage is Stage.INTERVIEW


def test_the_talk_comes_before_the_answer_of_the_same_day() -> None:
    state = state_of(
        [
            event(1, Kind.REJECTED, 20, has_time=False),
            event(2, Kind.INTERVIEW_HELD, 20.1, has_time=False),
        ],
        NOW,
    )
    assert (state.ending, state.interviews) == (Ending.REJECTED, 1)


@pytest.mark.parametrize("kind", [Kind.ASSESSMENT, Kind.INVITED, Kind.OFFER])
def test_a_step_forward_opens_what_they_had_ended(kind: Kind) -> None:
    state = state_of(history((Kind.APPLIED, 0), (Kind.REJECTED, 9), (kind, 12)), NOW)
    assert state.ending is None


@pytest.mark.parametrize("kind", [Kind.HEARD, Kind.ACKNOWLEDGED, Kind.INVITED])
def test_any_answer_opens_a_silence(kind: Kind) -> None:
    silent = history((Kind.APPLIED, 0), (Kind.CLOSED_SILENT, 40))
    assert state_of(silent, NOW).ending is Ending.SILENT
    assert state_of([*silent, event(3, kind, 50)], NOW).ending is None


def test_a_no_after_a_silence_is_a_no() -> None:
    state = state_of(
        history((Kind.APPLIED, 0), (Kind.CLOSED_SILENT, 40), (Kind.REJECTED, 50)), NOW
    )
    assert state.ending is Ending.REJECTED


def test_a_silence_after_a_no_is_still_a_no() -> None:
    state = state_of(history((Kind.REJECTED, 40), (Kind.CLOSED_SILENT, 50)), NOW)
    assert state.ending is Ending.REJECTED


def test_the_same_no_twice_ended_it_the_first_time() -> None:
    made = history((Kind.APPLIED, 0), (Kind.REJECTED, 9), (Kind.REJECTED, 12))
    state = state_of(made, NOW)
    assert (state.ended_at, state.ended_by) == (made[1].happened_at, made[1].id)


def test_a_test_after_an_accepted_offer_belongs_to_the_new_work() -> None:
    state = state_of(
        history((Kind.OFFER, 9), (Kind.OFFER_ACCEPTED, 12), (Kind.ASSESSMENT, 15)), NOW
    )
    assert state.ending is Ending.OFFER_ACCEPTED


def test_an_invitation_that_crossed_a_withdrawal_opens_nothing() -> None:
    state = state_of(
        history((Kind.APPLIED, 0), (Kind.WITHDRAWN, 9), (Kind.INVITED, 10)), NOW
    )
    assert state.ending is Ending.WITHDRAWN


def test_a_talk_called_off_by_a_no_was_none() -> None:
    made = history(
        (Kind.APPLIED, 0), (Kind.INTERVIEW_SCHEDULED, 30), (Kind.REJECTED, 20)
    )
    assert state_of(made, NOW).interviews == 0


def test_a_talk_planned_and_held_is_one() -> None:
    made = history((Kind.INTERVIEW_SCHEDULED, 30), (Kind.INTERVIEW_HELD, 30.1))
    assert state_of(made, NOW).interviews == 1


def test_the_next_interview_is_the_nearest_ahead() -> None:
    made = history(
        (Kind.INTERVIEW_SCHEDULED, 90),
        (Kind.INTERVIEW_SCHEDULED, 85),
        (Kind.INTERVIEW_SCHEDULED, 30),
    )
    assert state_of(made, NOW).next_at == made[1].happened_at


def test_an_acknowledgement_tells_that_one_applied() -> None:
    made = history((Kind.ACKNOWLEDGED, 3), (Kind.HEARD, 9))
    state = state_of(made, NOW)
    assert state.applied_at == made[0].happened_at
    assert state.answered_at == made[1].happened_at


def test_an_answer_of_the_same_day_is_one_even_if_the_day_is_all_we_know() -> None:
    made = [event(1, Kind.APPLIED, 3, has_time=False), event(2, Kind.REJECTED, 2.9)]
    assert state_of(made, NOW).answered_at == made[1].happened_at


def test_it_is_quiet_after_three_weeks_without_a_word() -> None:
    state = state_of(history((Kind.APPLIED, 0)), NOW)
    assert state.last_at
    assert not state.is_quiet(state.last_at + QUIET_AFTER)
    assert state.is_quiet(state.last_at + QUIET_AFTER + timedelta(seconds=1))


def test_an_interview_breaks_the_quiet_once_it_is_over() -> None:
    state = state_of(history((Kind.APPLIED, 0), (Kind.INTERVIEW_SCHEDULED, 90)), NOW)
    assert state.next_at
    assert not state.is_quiet(state.next_at + QUIET_AFTER)
    assert state.is_quiet(state.next_at + QUIET_AFTER + timedelta(days=1))


@pytest.mark.parametrize("kind", [Kind.FOUND, Kind.APPROACHED, Kind.OFFER])
def test_before_applying_and_after_an_offer_nobody_owes_an_answer(kind: Kind) -> None:
    assert not state_of(history((kind, 0)), NOW).is_quiet(NOW)
