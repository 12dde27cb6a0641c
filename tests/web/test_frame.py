"""What surrounds every page."""

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from onward.journey.history.models import Change
from tests.builders import NOON, application, message, person

pytestmark = pytest.mark.django_db
PAGES = ["/help/", "/more/", "/help/privacy/"]


def _page(client: Client, address: str = "/help/") -> str:
    return client.get(address).content.decode()


def test_the_counts_stand_beside_their_places(client: Client) -> None:
    application("Acme")
    application("Brook", archived_at=NOON)
    message(state="waiting")
    page = _page(client)
    assert '<span class="count">1</span>' in page
    assert '<span class="count">1 to check</span>' in page


def test_the_place_one_is_at_is_marked_once_in_each_menu(client: Client) -> None:
    for address, marks in (("/help/", 2), ("/mail/", 2), ("/settings/", 2)):
        assert _page(client, address).count('aria-current="page"') == marks


def test_what_was_just_done_can_be_taken_back_and_soon_no_more(client: Client) -> None:
    change = Change.objects.create(
        person=person(),
        made_at=timezone.now(),
        text="You filed it.",
        undoer="have_back",
        arguments={"keys": []},
    )
    assert "You filed it." in _page(client)
    change.made_at = NOON
    change.save()
    assert "You filed it." not in _page(client)


@pytest.mark.parametrize("address", PAGES)
def test_a_plain_page_costs_three_questions(
    client: Client, address: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    person()
    with django_assert_num_queries(3):
        client.get(address)


def test_a_page_without_a_frame_asks_for_the_person_alone(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    person()
    with django_assert_num_queries(1):
        client.get("/nothing")
