"""Telling what happened, putting it right and taking it back."""

import pytest
from django.test import Client
from pytest_django import Settings

from onward.domain.applications.events import EventKind as Kind
from onward.domain.applications.state import Ending
from onward.journey.applications.models import Application, Event, Round
from tests import builders
from tests.web.pages.pages import (
    a_no_after_two_interviews,
    page_of,
    words,
    words_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _day(settings: Settings) -> None:
    settings.TODAY = builders.TODAY


@pytest.fixture
def acme() -> Application:
    return a_no_after_two_interviews()


def told(client: Client, of: Application, kind: Kind, day: str, **more: str) -> str:
    given = {"kind": kind, "happened_on": day, **more}
    return words_of(client.post(page_of(of, "happened/"), given, follow=True))


def test_something_that_happened_can_be_recorded(client: Client) -> None:
    made = builders.application()
    page = told(client, made, Kind.REJECTED, "2026-11-20", said="They rang me.")
    assert "20 Nov They said no They rang me. you said so" in page
    assert "Wrote down: They said no. Data Analyst, Acme." in page


def test_an_interview_with_its_hour_is_a_round(client: Client) -> None:
    made = builders.application()
    kind = Kind.INTERVIEW_SCHEDULED
    page = told(client, made, kind, "2026-11-26", happened_at="10:30")
    assert "Interviews First interview , Thursday, 10:30" in page
    assert Round.objects.get().starts_at


def test_a_day_that_has_not_come_is_asked_again(client: Client) -> None:
    made = builders.application()
    page = told(client, made, Kind.REJECTED, "2026-11-24")
    assert "That day has not come yet." in page
    assert not Event.objects.exists()


def test_an_event_is_put_right_and_the_old_one_struck_through(
    client: Client, acme: Application
) -> None:
    no = Event.objects.get(kind=Kind.REJECTED)
    form = words(client, f"/applications/events/{no.pk}/")
    assert "Put it right" in form
    given = {"kind": Kind.HEARD, "happened_on": "2026-11-22", "said": ""}
    page = client.post(f"/applications/events/{no.pk}/", given, follow=True)
    assert "They wrote" in words_of(page)
    assert "They said no put right on" in words_of(page)
    assert b"superseded" in page.content
    assert Application.objects.get().ending == ""


def test_an_automatic_event_can_be_undone_and_brought_back(
    client: Client, acme: Application
) -> None:
    no = Event.objects.get(kind=Kind.REJECTED)
    page = client.post(f"/applications/events/{no.pk}/take-back/", follow=True)
    assert "They said no taken back on" in words_of(page)
    assert Application.objects.get().ending == ""
    retraction = Event.objects.get(kind=Kind.RETRACTED)
    client.post(f"/applications/events/{retraction.pk}/take-back/")
    assert Application.objects.get().ending == Ending.REJECTED
