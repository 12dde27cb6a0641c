"""Employers, their names and the people there."""

import pytest
from django.test import Client
from pytest_django import Settings

from onward.domain.applications.events import EventKind as Kind
from onward.journey.applications.models import Application
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


def test_the_employer_has_a_page_with_people(client: Client, acme: Application) -> None:
    at = f"/applications/employers/{acme.employer_id}/"
    given = {"name": "Priya Nair", "address": "priya@acme.example", "part": "recruiter"}
    page = words_of(client.post(f"{at}people/", given, follow=True))
    assert "Priya Nair , recruiter priya@acme.example" in page
    assert "Data Analyst" in page
    assert "Priya Nair" in words(client, page_of(acme))
    refused = words_of(client.post(f"{at}people/", {"part": "recruiter"}))
    assert "A name or an address, please." in refused


def test_an_employer_is_renamed_unless_the_name_is_taken(
    client: Client, acme: Application
) -> None:
    builders.application("Northgate")
    at = f"/applications/employers/{acme.employer_id}/"
    taken = words_of(client.post(f"{at}edit/", {"name": "Northgate", "note": ""}))
    assert "Another employer has this name." in taken
    page = client.post(
        f"{at}edit/", {"name": "Acme Bakery", "note": "Kind."}, follow=True
    )
    assert "Acme Bakery" in words_of(page)


def test_two_employers_are_made_one_and_taken_apart(
    client: Client, acme: Application
) -> None:
    other = builders.application("Acme Holding", "Cook").employer
    at = f"/applications/employers/{acme.employer_id}/"
    assert "Acme Holding" in words(client, f"{at}merge/")
    page = client.post(f"{at}merge/", {"other": other.pk}, follow=True)
    assert "Also written as Acme Holding" in words_of(page)
    client.post(f"{at}split/", {"other": other.pk})
    assert "Also written as" not in words(client, at)


def test_what_belongs_to_somebody_else_is_not_there(client: Client) -> None:
    secret = builders.application("Secret", of=builders.person("sam"))
    event = builders.event(secret, Kind.APPLIED)
    contact = secret.employer.contacts.create(person=secret.person, name="Priya")
    for address in (
        f"/applications/events/{event.pk}/",
        f"/applications/events/{event.pk}/take-back/",
        f"/applications/employers/{secret.employer_id}/",
        f"/applications/employers/{secret.employer_id}/edit/",
        f"/applications/employers/{secret.employer_id}/merge/",
        f"/applications/employers/{secret.employer_id}/split/",
        f"/applications/employers/{secret.employer_id}/people/",
        f"/applications/people/{contact.pk}/",
        f"/applications/people/{contact.pk}/remove/",
    ):
        assert client.post(address).status_code == 404, address
