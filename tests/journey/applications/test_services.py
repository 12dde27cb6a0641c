"""What time alone changes of an application."""

from datetime import timedelta

import pytest
from pytest_django import Settings

from onward.domain.applications.events import EventKind as Kind
from onward.journey.applications.models import Application
from onward.journey.applications.services import let_time_pass
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def planned() -> Application:
    made = builders.application()
    builders.event(made, Kind.APPLIED, ago=30)
    builders.event(made, Kind.INTERVIEW_SCHEDULED, ago=-3)
    return made


def test_a_planned_interview_counts_once_it_is_over(
    planned: Application, settings: Settings
) -> None:
    assert let_time_pass() == 0
    settings.TODAY = builders.TODAY + timedelta(days=4)
    now = builders.NOON + timedelta(days=4)
    seen = Application.objects.get().state_at(now)
    assert (seen.interviews, seen.next_at) == (1, None)
    assert let_time_pass() == 1
    passed = Application.objects.get()
    assert (passed.interviews, passed.next_at) == (1, None)
    assert passed.state_at(now) == seen
    assert let_time_pass() == 0


def test_a_list_knows_what_went_quiet_without_anything_being_recorded(
    planned: Application,
) -> None:
    soon, later = (builders.NOON + timedelta(days=days) for days in (20, 25))
    assert not Application.objects.quiet(soon).exists()
    assert Application.objects.quiet(later).exists()
    assert not planned.state_at(soon).is_quiet(soon)
    assert planned.state_at(later).is_quiet(later)
