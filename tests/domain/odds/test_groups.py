from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from onward.domain.applications.state import Ending
from onward.domain.odds.courses import Course, Fate
from onward.domain.odds.groups import (
    EVERY_GROUP,
    Reached,
    ended_at,
    ended_later,
    groups_of,
    sizes,
    went_on,
)
from onward.domain.odds.tallies import Leg, Result, tally_of

COURSES = st.lists(
    st.builds(
        Course,
        rounds=st.integers(0, 4),
        was_invited=st.booleans(),
        was_offered=st.booleans(),
        ending=st.sampled_from([None, *Ending]),
        is_old=st.booleans(),
        was_answered=st.booleans(),
        was_introduced=st.booleans(),
    ),
    max_size=20,
)


def test_a_no_after_two_interviews_keeps_both_of_them() -> None:
    groups = groups_of(Course(rounds=2, was_invited=True, ending=Ending.REJECTED))
    assert {Reached.APPLIED, Reached.FIRST, Reached.SECOND} <= groups
    assert ended_at(Reached.SECOND, Fate.NO) in groups
    assert ended_at(Reached.APPLIED, Fate.NO) not in groups


@given(COURSES)
def test_every_application_ends_in_exactly_one_place(courses: list[Course]) -> None:
    found = sizes(Counter(courses))
    ends = sum(found[ended_at(point, fate)] for point in Reached for fate in Fate)
    assert ends == found[Reached.APPLIED] == len(courses)


@given(COURSES)
def test_what_comes_to_a_point_goes_on_or_ends_there(courses: list[Course]) -> None:
    found = sizes(Counter(courses))
    for point in Reached:
        ended = sum(found[ended_at(point, fate)] for fate in Fate)
        assert found[point] == found[went_on(point)] + ended
    assert found[went_on(Reached.OFFER)] == 0
    for fate in Fate:
        later = (ended_at(Reached.SECOND, fate), ended_at(Reached.LATER, fate))
        assert found[ended_later(fate)] == sum(found[group] for group in later)
    assert found[Reached.LATER] <= found[Reached.SECOND] <= found[Reached.FIRST]


@given(COURSES)
def test_the_list_behind_a_share_is_as_long_as_the_share_says(
    courses: list[Course],
) -> None:
    counted = Counter(courses)
    found = sizes(counted)
    for leg in Leg:
        tally = tally_of(leg, counted)
        assert found[f"{leg}-{Result.YES}"] == tally.passes
        assert found[f"{leg}-{Result.NO}"] == tally.resolved - tally.passes
        assert found[f"{leg}-{Result.OPEN}"] == tally.pending


@given(COURSES)
def test_every_group_is_one_that_can_be_asked_for(courses: list[Course]) -> None:
    assert set(sizes(Counter(courses))) <= EVERY_GROUP
