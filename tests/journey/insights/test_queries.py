from collections.abc import Callable
from typing import Any

import pytest

from onward.domain.applications.events import EventKind
from onward.domain.odds.courses import course_of
from onward.domain.odds.groups import Reached
from onward.domain.statistics.priors import Step
from onward.domain.statistics.standing import Tally
from onward.journey.insights.narrowing import Narrowed, kinds, roles_of, sent
from onward.journey.insights.queries import courses, in_group, tallies
from tests.builders import NOON, application, days_ago, event, person

pytestmark = pytest.mark.django_db


def rejected_after_interview() -> None:
    one = application()
    event(one, EventKind.APPLIED, 40)
    event(one, EventKind.INTERVIEW_HELD, 20)
    event(one, EventKind.REJECTED, 10)


def test_a_no_keeps_the_interviews_before_it() -> None:
    rejected_after_interview()
    event(application("Brook"), EventKind.APPLIED, 3)
    found = tallies(person(), NOON)
    assert found[Step.INTERVIEW] == Tally(1, 1, 1)
    assert found[Step.OFFER] == Tally(0, 1)


def test_an_application_without_events_is_not_counted() -> None:
    application()
    assert tallies(person(), NOON)[Step.INTERVIEW] == Tally(0, 0)


def test_another_person_s_search_is_theirs() -> None:
    rejected_after_interview()
    assert tallies(person("charlie"), NOON)[Step.INTERVIEW] == Tally(0, 0)


def test_more_applications_cost_no_more_queries(
    django_assert_num_queries: Callable[[int], Any],
) -> None:
    for _ in range(12):
        rejected_after_interview()
    me = person()
    with django_assert_num_queries(2):
        tallies(me, NOON)


def test_ten_applied_and_half_of_them_interviewed_whatever_came_after() -> None:
    for number in range(5):
        event(application(f"Applied {number}"), EventKind.APPLIED, 3)
    for number in range(2):
        one = application(f"Meeting {number}")
        event(one, EventKind.APPLIED, 20)
        event(one, EventKind.INVITED, 2)
    for _ in range(3):
        rejected_after_interview()
    me = person()
    assert len(in_group(me, Reached.APPLIED, NOON)) == 10
    assert len(in_group(me, Reached.FIRST, NOON)) == 5
    assert tallies(me, NOON)[Step.INTERVIEW] == Tally(5, 5, 5)


def test_the_counts_in_the_database_are_those_of_the_histories() -> None:
    rejected_after_interview()
    waiting = application("Brook", channel="referral")
    event(waiting, EventKind.APPLIED, 45)
    event(waiting, EventKind.INTERVIEW_SCHEDULED, 1)
    silent = application("Cole")
    event(silent, EventKind.APPLIED, 60)
    found = courses(person(), NOON)
    expected = [
        course_of(one.state_at(NOON), NOON, one.channel) for one in sent(person())
    ]
    assert sorted(map(repr, found.elements())) == sorted(map(repr, expected))


def test_numbers_are_narrowed_by_channel_kind_and_period() -> None:
    nurse = application("Ward", role="Staff Nurse", channel="board")
    event(nurse, EventKind.APPLIED, 40)
    event(application("Acme", role="Data Analyst"), EventKind.APPLIED, 5)
    event(application("Brook", role="Business Analyst"), EventKind.APPLIED, 5)
    me, split = person(), days_ago(20).date()
    assert list(sent(me, Narrowed(channel="board"))) == [nurse]
    assert list(sent(me, Narrowed(until=split))) == [nurse]
    assert sent(me, Narrowed(since=split)).count() == 2
    assert sent(me, Narrowed(channel="unknown")).count() == 2
    assert sent(me, Narrowed(roles=roles_of(me, "nurse"))).get() == nurse
    assert not sent(me, Narrowed(roles=roles_of(me, "pilot"))).exists()
    assert kinds(me) == ["analyst"]
