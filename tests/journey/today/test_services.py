from datetime import UTC, date, datetime

import pytest
from pytest_django import Settings

from onward.domain.today.steps import Candidate, Kind
from onward.journey.history.services import undo_change
from onward.journey.today.models import NotNow
from onward.journey.today.services import put_off
from tests.builders import person

pytestmark = pytest.mark.django_db
STEP = Candidate(Kind.MAIL, "7", datetime(2026, 11, 23, tzinfo=UTC))


@pytest.fixture(autouse=True)
def _today(settings: Settings) -> None:
    settings.TODAY = date(2026, 11, 23)


def _resting() -> list[tuple[str, date]]:
    return list(NotNow.objects.of(person()).values_list("key", "until"))


def test_a_step_put_off_rests_until_tomorrow() -> None:
    put_off(person=person(), candidate=STEP, text="Put off")
    assert _resting() == [("mail-7", date(2026, 11, 24))]


def test_putting_it_off_twice_is_putting_it_off_once() -> None:
    put_off(person=person(), candidate=STEP, text="Put off")
    put_off(person=person(), candidate=STEP, text="Put off")
    assert len(_resting()) == 1


def test_a_step_put_off_can_be_had_back() -> None:
    change = put_off(person=person(), candidate=STEP, text="Put off")
    undo_change(change=change)
    assert _resting() == []


def test_what_was_put_off_long_ago_is_forgotten(settings: Settings) -> None:
    put_off(person=person(), candidate=STEP, text="Put off")
    settings.TODAY = date(2026, 12, 1)
    put_off(person=person(), candidate=Candidate(Kind.QUIET, "3"), text="Put off")
    assert {key for key, _ in _resting()} == {"quiet-3", "quiet"}


def test_what_another_put_off_rests_only_for_them() -> None:
    put_off(person=person("sam"), candidate=STEP, text="Put off")
    assert _resting() == []
