from collections.abc import Callable
from typing import Any

import pytest

from onward.domain.applications.events import EventKind
from onward.domain.statistics.priors import Step
from onward.domain.statistics.standing import Tally
from onward.journey.insights.queries import tallies
from tests.builders import NOON, application, event, person

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
