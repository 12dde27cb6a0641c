"""Changing an application: its words, what it is one with, where it is kept."""

import pytest
from django.test import Client
from pytest_django import Settings

from onward.domain.applications.events import EventKind as Kind
from onward.journey.applications.models import Application
from onward.journey.mail.models import Message
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


def test_silence_can_be_closed_and_opens_again(client: Client) -> None:
    made = builders.application()
    builders.event(made, Kind.APPLIED, ago=40)
    page = words_of(client.post(page_of(made, "close/"), follow=True))
    assert "Closed, as no answer came" in page
    builders.event(made, Kind.HEARD, ago=-0.01)
    assert Application.objects.get().ending == ""


def test_what_is_written_can_be_edited(client: Client, acme: Application) -> None:
    form = client.get(page_of(acme, "edit/")).content.decode()
    assert 'value="Data Analyst"' in form
    given = {"employer": "Acme", "role": "Chef", "place": "York", "note": "Ask Sam."}
    page = words_of(client.post(page_of(acme, "edit/"), given, follow=True))
    assert "Chef" in page
    assert "Ask Sam." in page


def test_two_are_made_one_and_taken_apart(client: Client, acme: Application) -> None:
    other = builders.application("Acme Ltd", "Analyst")
    builders.application("Northgate", "Gardener")
    page = words(client, page_of(acme, "merge/"))
    assert "Analyst, Acme" in page
    assert "Gardener" not in page
    assert "Gardener" in words(client, page_of(acme, "merge/?q=gard"))
    merged = client.post(page_of(acme, "merge/"), {"other": other.pk}, follow=True)
    assert "Take apart" in words_of(merged)
    assert "Analyst, Acme" in words(client, page_of(acme, "split/"))
    client.post(page_of(acme, "split/"), {"other": other.pk})
    assert Application.objects.whole().count() == 3


def test_putting_away_and_bringing_back(client: Client, acme: Application) -> None:
    assert "Bring back" in words_of(client.post(page_of(acme, "archive/"), follow=True))
    assert "Put away" in words_of(client.post(page_of(acme, "unarchive/"), follow=True))


def test_deleting_for_good_says_first_what_goes(
    client: Client, acme: Application
) -> None:
    page = words(client, page_of(acme, "delete/"))
    assert "4 events of its timeline 2 interviews" in page
    assert "The tie to 1 mail; it stays, set aside" in page
    client.post(page_of(acme, "delete/"), {})
    assert not Application.objects.exists()
    kept = Message.objects.get()
    assert (kept.state, kept.forgotten_at) == (Message.State.SET_ASIDE, None)


def test_its_mail_goes_too_if_one_says_so(client: Client, acme: Application) -> None:
    client.post(page_of(acme, "delete/"), {"with_mail": "on"})
    assert Message.objects.get().forgotten_at


def test_mail_that_is_also_filed_elsewhere_stays_there(
    client: Client, acme: Application
) -> None:
    other = builders.application("Northgate")
    letter = Message.objects.get()
    letter.filings.create(
        person=other.person, application=other, filed_at=builders.NOON
    )
    client.post(page_of(acme, "delete/"), {"with_mail": "on"})
    letter.refresh_from_db()
    assert letter.state == Message.State.FILED


def test_nobody_merges_with_what_is_somebody_elses(
    client: Client, acme: Application
) -> None:
    secret = builders.application("Secret", of=builders.person("sam"))
    assert client.post(page_of(acme, "merge/"), {"other": secret.pk}).status_code == 404
    assert client.post(page_of(acme, "merge/"), {"other": "x"}).status_code == 404


OWN_PAGES = [
    "",
    "edit/",
    "merge/",
    "split/",
    "delete/",
    "happened/",
    "archive/",
    "unarchive/",
    "close/",
]


@pytest.mark.parametrize("rest", OWN_PAGES)
def test_what_belongs_to_somebody_else_is_not_there(client: Client, rest: str) -> None:
    secret = builders.application("Secret", of=builders.person("sam"))
    assert client.post(page_of(secret, rest), {"other": secret.pk}).status_code == 404
    assert Application.objects.filter(pk=secret.pk, archived_at=None).exists()
