"""Whose data a page shows."""

import pytest
from django.test import Client
from pytest_django import Settings

from tests.builders import application, person

pytestmark = pytest.mark.django_db
OURS = {"host": "127.0.0.1:80"}


def test_on_ones_own_machine_there_is_one_person(client: Client) -> None:
    application("Acme")
    application("Brook", of=person("sam"))
    page = client.get("/applications/").content.decode()
    assert "Acme" in page
    assert "Brook" not in page


def test_with_many_people_each_sees_their_own_after_signing_in(
    settings: Settings,
) -> None:
    settings.ONE_PERSON = False
    application("Acme")
    sam = person("sam")
    application("Brook", of=sam)
    client = Client(headers=OURS)
    client.force_login(sam)
    page = client.get("/applications/").content.decode()
    assert "Brook" in page
    assert "Acme" not in page


@pytest.mark.parametrize("address", ["/", "/applications/", "/settings/", "/help/"])
def test_with_many_people_nobody_unknown_gets_a_page(
    settings: Settings, address: str
) -> None:
    settings.ONE_PERSON = False
    assert Client(headers=OURS).get(address).status_code == 403


def test_with_many_people_the_token_of_a_start_opens_nothing(
    settings: Settings, client: Client
) -> None:
    settings.ONE_PERSON = False
    assert client.get(f"/?token={settings.START_TOKEN}").status_code == 403
