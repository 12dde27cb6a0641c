from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onward.domain.applications.events import EventKind, Happened
from onward.domain.applications.state import Ending
from onward.domain.odds.spoken import printed
from onward.domain.odds.tallies import Course, course_of, tallies_of
from onward.domain.statistics.priors import Step
from onward.domain.statistics.standing import Tally

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
YOUNG = Course(0, was_invited=False, was_offered=False, ending=None, is_old=False)
MET = replace(YOUNG, rounds=1, was_invited=True)


def history(*events: tuple[EventKind, int]) -> list[Happened]:
    return [
        Happened(number, kind, NOW - timedelta(days=ago), NOW)
        for number, (kind, ago) in enumerate(events, start=1)
    ]


def test_interviews_are_counted_though_all_ended_in_a_no() -> None:
    applied = [YOUNG] * 5
    meeting = [MET] * 2
    ended = [replace(MET, ending=Ending.REJECTED)] * 3
    tally = tallies_of([*applied, *meeting, *ended])[Step.INTERVIEW]
    assert (tally.passes, tally.pending) == (5, 5)
    assert tally.passes / (tally.resolved + tally.pending) == 0.5


def test_young_silence_is_pending_and_old_silence_is_a_miss() -> None:
    young, old = YOUNG, replace(YOUNG, is_old=True)
    assert tallies_of([young, old])[Step.INTERVIEW] == Tally(0, 1, 1)


def test_what_the_person_ended_is_no_failure() -> None:
    left = replace(MET, ending=Ending.WITHDRAWN)
    assert tallies_of([left])[Step.OFFER] == Tally(0, 0)
    assert tallies_of([left])[Step.INTERVIEW] == Tally(1, 1)


def test_each_round_but_the_last_led_to_another() -> None:
    thrice = replace(MET, rounds=3, ending=Ending.REJECTED)
    assert tallies_of([thrice])[Step.ROUND] == Tally(2, 3)


def test_an_offer_passes_every_step() -> None:
    offered = replace(MET, was_offered=True, ending=Ending.OFFER_DECLINED)
    tallies = tallies_of([offered])
    assert tallies[Step.OFFER] == Tally(1, 1)
    assert tallies[Step.ROUND] == Tally(1, 1)
    assert tallies[Step.NEVER_TOLD] == Tally(0, 1)


def test_silence_after_an_interview_is_counted_as_never_told() -> None:
    silent = replace(MET, ending=Ending.SILENT)
    told = replace(MET, ending=Ending.REJECTED)
    assert tallies_of([silent, told])[Step.NEVER_TOLD] == Tally(1, 2)


def test_a_course_is_read_from_its_history() -> None:
    events = history(
        (EventKind.APPLIED, 60),
        (EventKind.INVITED, 50),
        (EventKind.INTERVIEW_SCHEDULED, 40),
        (EventKind.REJECTED, 30),
    )
    course = course_of(events, NOW)
    assert (course.rounds, course.ending) == (1, Ending.REJECTED)
    assert course.was_invited


def test_an_old_application_without_a_word_is_old() -> None:
    assert course_of(history((EventKind.APPLIED, 40)), NOW).is_old
    assert not course_of(history((EventKind.APPLIED, 20)), NOW).is_old


COURSES = st.lists(
    st.builds(
        Course,
        rounds=st.integers(0, 4),
        was_invited=st.booleans(),
        was_offered=st.booleans(),
        ending=st.sampled_from([None, *Ending]),
        is_old=st.booleans(),
    ),
    max_size=30,
)


@given(COURSES)
def test_nobody_is_counted_twice(courses: list[Course]) -> None:
    for step, tally in tallies_of(courses).items():
        if step is not Step.ROUND:
            assert tally.resolved + tally.pending <= len(courses)


@given(COURSES)
def test_the_command_line_gets_plain_values_for_every_step(
    courses: list[Course],
) -> None:
    told = printed(tallies_of(courses))
    assert set(told) == {step.value for step in Step if step is not Step.FEEDBACK}
    for odds in told.values():
        assert 0 <= float(odds["low"] or 0) <= float(odds["high"] or 0) <= 1
