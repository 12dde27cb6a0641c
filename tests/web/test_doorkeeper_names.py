"""Onward answers to the names of this machine, and to no other."""

import pytest
from django.test import Client
from pytest_django import Settings

from tests.web.routes import addresses

pytestmark = pytest.mark.django_db
FILE = "/static/css/tokens.css"
ANSWERED = [
    "127.0.0.1",
    "127.0.0.1:80",
    "localhost",
    "localhost:80",
    "LocalHost:80",
    "[::1]",
    "[::1]:80",
]
REFUSED = [
    "",
    " ",
    "evil.example",
    "evil.example:80",
    "127.0.0.1.evil.example",
    "localhost.evil.example",
    "evil.example.localhost",
    "foo.localhost:80",
    "localhost.:80",
    "127.0.0.1.:80",
    "127.0.0.1:81",
    "localhost:8080",
    "[::1]:81",
    "127.1",
    "127.0.0.2",
    "0.0.0.0",  # noqa: S104 - refused, that is
    "0",
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "[::]",
    "[::ffff:127.0.0.1]",
    "::1",
    "127.0.0.1@evil.example",
    "evil.example@127.0.0.1",
    "127.0.0.1:80, evil.example",
    "127.0.0.1:80 evil.example",
    "127.0.0.1:080",
    "192.168.1.7",
    "testserver",
    "http://127.0.0.1",
    "127.0.0.1/",
]


@pytest.fixture(autouse=True)
def _hosts_as_installed(settings: Settings) -> None:
    """Take back what Django's test runner adds: a host of its own."""
    settings.ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]


@pytest.mark.parametrize("host", ANSWERED)
def test_onward_answers_to_the_names_of_this_machine(client: Client, host: str) -> None:
    assert client.get("/more/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", REFUSED)
@pytest.mark.parametrize("address", ["/", FILE, "/nothing"])
def test_onward_answers_to_no_other_name(
    client: Client, host: str, address: str
) -> None:
    assert client.get(address, headers={"host": host}).status_code == 400


def test_a_name_bound_anew_reads_no_page(client: Client) -> None:
    for address in addresses():
        answer = client.get(address, headers={"host": "evil.example"})
        assert answer.status_code == 400, address
        assert "frame" not in answer.content.decode()


def test_without_a_host_there_is_no_answer(client: Client) -> None:
    assert client.get("/", HTTP_HOST="").status_code == 400
