"""What was done, and taking it back from the list."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from onward.journey.applications.keeping import archive
from onward.journey.applications.models import Application
from onward.journey.history.models import Change
from onward.journey.history.services import record_change
from tests import builders
from tests.web.pages.pages import words, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _day(settings: Settings) -> None:
    settings.TODAY = builders.TODAY


def put_away() -> Change:
    archive(application=builders.application())
    return Change.objects.get()


def test_what_was_done_stays_in_the_history_with_a_way_back(client: Client) -> None:
    change = put_away()
    assert "Put away Data Analyst, Acme." in words(client, "/history/")
    page = client.post(f"/undo/{change.pk}/", {"next": "/history/"}, follow=True)
    assert "Taken back: Put away Data Analyst, Acme." in words_of(page)
    assert not Application.objects.get().archived_at
    assert "taken back" in words(client, "/history/")


def test_taking_back_leads_to_what_it_was_about(client: Client) -> None:
    change = put_away()
    about = f"/applications/{Application.objects.get().pk}/"
    assert client.post(f"/undo/{change.pk}/").headers["location"] == about
    away = client.post(f"/undo/{change.pk}/", {"next": "https://evil.example/"})
    assert away.headers["location"] == about


def test_an_added_one_that_is_taken_out_leads_to_the_list(client: Client) -> None:
    client.post("/applications/add/", {"by": "line", "line": "Acme, Cook"})
    assert (
        client.post(f"/undo/{Change.objects.get().pk}/").headers["location"]
        == "/applications/"
    )


def test_what_cannot_be_taken_back_says_so(client: Client) -> None:
    client.post("/applications/add/", {"by": "line", "line": "Acme, Cook"})
    added = Change.objects.get()
    client.post(f"/applications/{Application.objects.get().pk}/close/")
    response = client.post(f"/undo/{added.pk}/")
    assert response.status_code == 400
    assert "Too much has changed since." in response.content.decode()


def test_what_somebody_else_did_is_not_there(client: Client) -> None:
    other = builders.person("sam")
    archive(application=builders.application(of=other))
    assert "Nothing yet" in words(client, "/history/")
    assert client.post(f"/undo/{Change.objects.get().pk}/").status_code == 404


@pytest.mark.parametrize("count", [10, 60])
def test_a_long_history_asks_no_more_questions(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for number in range(count):
        record_change(person=builders.person(), text=f"Change {number}.")
    client.get("/history/")
    with django_assert_num_queries(5):
        client.get("/history/")
