import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from onward.journey.applications.models import Application
from onward.journey.mail.models import Learned
from tests.builders import application, person

pytestmark = pytest.mark.django_db


def _page(client: Client, address: str = "/settings/") -> str:
    return client.get(address).content.decode()


def test_settings_say_where_everything_is(client: Client, settings: Settings) -> None:
    assert str(settings.DATA_DIR) in _page(client)


def test_a_time_zone_and_addresses_are_kept(client: Client) -> None:
    said = {"time_zone": "Asia/Tokyo", "addresses": "Me@Example.com\nme@example.com\n"}
    assert client.post("/settings/", said).status_code == 302
    assert person().time_zone == "Asia/Tokyo"
    assert person().addresses == ["me@example.com"]
    assert "Kept." in _page(client)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"time_zone": "Mars/Base"}, "Mars/Base"),
        ({"addresses": "not an address"}, "“not” is not a mail address."),
        (
            {"addresses": "\n".join(f"a{n}@example.com" for n in range(51))},
            "more addresses than one person has",
        ),
    ],
)
def test_what_cannot_be_is_told_beside_the_field(
    client: Client, said: dict[str, str], told: str
) -> None:
    answer = client.post("/settings/", said)
    assert answer.status_code == 200
    assert told in answer.content.decode()
    assert (person().time_zone, person().addresses) == ("", [])


@pytest.mark.parametrize(
    ("chosen", "marked"), [("dark", True), ("light", True), ("", False), ("red", False)]
)
def test_a_theme_is_kept_in_the_browser(
    client: Client, chosen: str, *, marked: bool
) -> None:
    client.post("/settings/theme/", {"theme": chosen, "next": "/help/"})
    assert (f'data-theme="{chosen}"' in _page(client, "/help/")) is marked


@pytest.mark.parametrize(
    ("back", "leads"),
    [
        ("/help/", "/help/"),
        ("http://evil.example/", "/settings/"),
        ("//evil.example/", "/settings/"),
        ("javascript:alert(1)", "/settings/"),
        ("", "/settings/"),
    ],
)
def test_after_choosing_a_theme_one_stays_with_onward(
    client: Client, back: str, leads: str
) -> None:
    answer = client.post("/settings/theme/", {"theme": "dark", "next": back})
    assert answer.headers["Location"] == leads


def test_what_was_learned_is_forgotten_after_asking(client: Client) -> None:
    assert "What Onward learned" not in _page(client)
    Learned.objects.create(person=person(), meaning="other", learned_at=timezone.now())
    assert "What your correction of 1 mail taught" in _page(client)
    assert "What your correction" in _page(client, "/settings/forget/learned/")
    assert Learned.objects.of(person()).exists()
    client.post("/settings/forget/learned/")
    assert not Learned.objects.of(person()).exists()


@pytest.mark.django_db(transaction=True)
def test_everything_is_deleted_after_asking(client: Client) -> None:
    application()
    assert "1 application with its history" in _page(client, "/settings/forget/")
    assert Application.objects.of(person()).exists()
    assert client.post("/settings/forget/").headers["Location"] == "/"
    assert not Application.objects.of(person()).exists()
    assert "Everything is deleted. You can begin anew." in _page(client, "/")
