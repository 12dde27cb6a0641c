from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onward.domain.applications.state import Ending
from onward.domain.odds.courses import Course
from onward.domain.odds.spoken import printed
from onward.domain.odds.tallies import Leg, result_of, tallies_of, tally_of
from onward.domain.statistics.priors import Step
from onward.domain.statistics.standing import Tally

YOUNG = Course()
MET = Course(rounds=1, was_invited=True)


def of(*courses: Course) -> Counter[Course]:
    return Counter(courses)


def test_interviews_are_counted_though_all_ended_in_a_no() -> None:
    applied = [YOUNG] * 5
    meeting = [MET] * 2
    ended = [replace(MET, ending=Ending.REJECTED)] * 3
    tally = tallies_of(of(*applied, *meeting, *ended))[Step.INTERVIEW]
    assert (tally.passes, tally.pending) == (5, 5)
    assert tally.passes / (tally.resolved + tally.pending) == 0.5


def test_young_silence_is_pending_and_old_silence_is_a_miss() -> None:
    young, old = YOUNG, replace(YOUNG, is_old=True)
    assert tallies_of(of(young, old))[Step.INTERVIEW] == Tally(0, 1, 1)


def test_an_introduction_is_never_pooled_with_a_cold_application() -> None:
    introduced = replace(MET, was_introduced=True)
    found = of(YOUNG, introduced)
    assert tallies_of(found)[Step.INTERVIEW] == Tally(0, 0, 1)
    assert tally_of(Leg.INTRODUCED, found) == Tally(1, 1)
    assert tallies_of(found)[Step.OFFER] == Tally(0, 0, 1)


def test_what_the_person_ended_is_no_failure() -> None:
    left = replace(MET, ending=Ending.WITHDRAWN)
    assert tallies_of(of(left))[Step.OFFER] == Tally(0, 0)
    assert tallies_of(of(left))[Step.INTERVIEW] == Tally(1, 1)


def test_each_round_but_the_last_led_to_another() -> None:
    thrice = of(replace(MET, rounds=3, ending=Ending.REJECTED))
    assert tallies_of(thrice)[Step.ROUND] == Tally(2, 3)
    assert tally_of(Leg.FIRST, thrice) == Tally(1, 1)
    assert tally_of(Leg.SECOND, thrice) == Tally(1, 1)
    assert tally_of(Leg.LATER, thrice) == Tally(0, 1)


def test_an_offer_passes_every_step() -> None:
    offered = replace(MET, was_offered=True, ending=Ending.OFFER_DECLINED)
    tallies = tallies_of(of(offered))
    assert tallies[Step.OFFER] == Tally(1, 1)
    assert tallies[Step.ROUND] == Tally(1, 1)
    assert tallies[Step.NEVER_TOLD] == Tally(0, 1)


def test_an_invitation_without_a_day_is_an_interview_once_it_ended() -> None:
    invited = Course(was_invited=True)
    ended = replace(invited, ending=Ending.REJECTED)
    assert tallies_of(of(invited, ended))[Step.OFFER] == Tally(0, 1, 1)
    assert tallies_of(of(invited, ended))[Step.ROUND] == Tally(0, 1, 1)


def test_an_offer_that_waits_for_the_person_is_no_silence() -> None:
    waiting = replace(MET, was_offered=True, is_old=True)
    assert tallies_of(of(waiting))[Step.NEVER_TOLD] == Tally(0, 1)


def test_silence_after_an_interview_is_counted_as_never_told() -> None:
    silent = replace(MET, ending=Ending.SILENT)
    told = replace(MET, ending=Ending.REJECTED)
    assert tallies_of(of(silent, told))[Step.NEVER_TOLD] == Tally(1, 2)


COURSES = st.lists(
    st.builds(
        Course,
        rounds=st.integers(0, 4),
        was_invited=st.booleans(),
        was_offered=st.booleans(),
        ending=st.sampled_from([None, *Ending]),
        is_old=st.booleans(),
        was_introduced=st.booleans(),
    ),
    max_size=30,
)


@given(COURSES)
def test_nobody_is_counted_twice(courses: list[Course]) -> None:
    for leg in Leg:
        tally = tally_of(leg, of(*courses))
        results = [result_of(leg, course) for course in courses]
        assert tally.resolved + tally.pending == len(courses) - results.count(None)


@given(COURSES)
def test_the_command_line_gets_plain_values_for_every_step(
    courses: list[Course],
) -> None:
    told = printed(tallies_of(of(*courses)))
    assert set(told) == {step.value for step in Step if step is not Step.FEEDBACK}
    for odds in told.values():
        assert 0 <= float(odds["low"] or 0) <= float(odds["high"] or 0) <= 1
