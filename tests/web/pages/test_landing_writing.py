"""One thing for today: a walk, a kind note, a page for nobody, or beginning to ask."""

import pytest
from django.test import Client
from pytest_django import Settings

from onward.domain.landing.walk import Screen
from onward.journey.outcome.models import PrivatePage
from tests import builders
from tests.web.pages.landed import at, go, kept, rejected, url
from tests.web.pages.pages import words, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _day(settings: Settings) -> None:
    settings.TODAY = builders.TODAY


def test_on_the_first_day_asking_is_not_offered(client: Client) -> None:
    page = words(client, url(rejected(), Screen.TODAY))
    assert "Go for a walk" in page
    assert "Begin asking them for feedback" not in page


def test_from_the_second_day_on_it_is_and_leads_there(client: Client) -> None:
    made = rejected(ago=1.5)
    assert "Begin asking them for feedback" in words(client, url(made, Screen.TODAY))
    go(client, made, Screen.TODAY, today="ask")
    assert kept().landed_at == builders.NOON


def test_a_walk_is_enough_and_the_end_says_so(client: Client) -> None:
    made = rejected()
    page = go(client, made, Screen.TODAY, today="walk")
    assert at(page) == Screen.DONE
    assert "That is enough for now" in words_of(page)
    assert "Go for a walk" in words_of(page)
    assert "From tomorrow on, if you like, you can ask them" in words_of(page)
    assert at(client.get(url(made), follow=True)) == Screen.DONE


def test_the_application_says_of_asking_what_the_end_of_the_walk_says(
    client: Client,
) -> None:
    today, before = rejected(), rejected(ago=1.5, employer="Before")
    for made in (today, before):
        go(client, made, Screen.TODAY, today="walk")
    assert "From tomorrow on, if you like, you can ask them" in words(
        client, f"/applications/{today.pk}/"
    )
    assert "Ask them, once and in few words" in words(
        client, f"/applications/{before.pk}/"
    )


def test_a_kind_note_is_kept_and_shown_at_the_end(client: Client) -> None:
    made = rejected()
    assert at(go(client, made, Screen.TODAY, today="kind_note")) == Screen.KIND_NOTE
    page = go(client, made, Screen.KIND_NOTE, part_0="It rained.", part_2="Rest now.")
    assert at(page) == Screen.DONE
    assert "Rest now. A friend is in your place." in words_of(page)
    assert "Rest now." in words(client, url(made, Screen.KIND_NOTE))


def test_a_page_for_nobody_is_sealed_opened_and_deleted_unread(client: Client) -> None:
    made = rejected()
    screen = Screen.PRIVATE_PAGE
    assert at(go(client, made, Screen.TODAY, today="private_page")) == screen
    go(client, made, screen, text="  quinsybramble\n", go="stay")
    assert "quinsybramble" in words(client, url(made, screen))
    assert at(go(client, made, screen, text="quinsybramble")) == Screen.DONE
    sealed = words(client, url(made, screen))
    assert "You sealed it today." in sealed
    assert "quinsybramble" not in sealed
    go(client, made, screen, text="over it")
    assert PrivatePage.objects.get().text == "quinsybramble"
    client.post(url(made, screen), {"act": "open"})
    assert "quinsybramble" in words(client, url(made, screen))
    asked = words(client, f"{url(made, screen)}?delete=")
    assert "Delete this page for good?" in asked
    assert "quinsybramble" not in asked
    gone = client.post(url(made, screen), {"act": "delete"}, follow=True)
    assert "Nothing of it was kept." in words_of(gone)
    assert not PrivatePage.objects.exists()


def test_a_page_that_was_never_written_can_be_deleted_too(client: Client) -> None:
    gone = client.post(url(rejected(), Screen.PRIVATE_PAGE), {"act": "delete"})
    assert gone.status_code == 302
