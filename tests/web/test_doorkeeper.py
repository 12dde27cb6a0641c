"""Nobody without the token gets in, and nothing from any other page."""

import hashlib
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.http import HttpResponseBase
from django.test import Client
from django.utils import timezone

from onward.domain.applications.events import EventKind
from onward.journey.applications.models import Contact
from onward.journey.history.models import Change
from onward.journey.mail.models import Import
from onward.web.passes import door
from tests.builders import NOON, application, event, message
from tests.web.routes import addresses

pytestmark = pytest.mark.django_db
ADDRESSES = addresses()
FILE = "/static/css/tokens.css"
OURS = "127.0.0.1:80"

SEALS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
POLICY = {
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
}


@pytest.fixture
def stranger() -> Client:
    return Client(headers={"host": OURS})


@pytest.fixture
def strict() -> Client:
    """Somebody with the pass, whose forms are looked at closely."""
    client = Client(enforce_csrf_checks=True, headers={"host": OURS})
    client.cookies["onward_pass_80"] = door().exchange(settings.START_TOKEN) or ""
    return client


def test_there_are_addresses_to_try() -> None:
    assert len(ADDRESSES) > 20


def test_without_the_token_nothing_is_shown(stranger: Client) -> None:
    for address in ADDRESSES:
        answer = stranger.get(address)
        assert answer.status_code == 403, address
        assert "Open Onward from its own link" in answer.content.decode()
        assert stranger.post(address).status_code == 403, address


@pytest.mark.parametrize(
    "address", ["/nothing/here", "/static/../settings", "//", "/?"]
)
def test_without_the_token_not_even_a_lack_is_told(
    stranger: Client, address: str
) -> None:
    assert stranger.get(address).status_code == 403


def test_styles_and_fonts_hold_nothing_private(stranger: Client) -> None:
    answer = stranger.get(FILE)
    assert answer.status_code == 200
    _close(answer)


FOREIGN: list[dict[str, str]] = [
    {"Origin": "http://evil.example"},
    {"Origin": "https://127.0.0.1"},
    {"Origin": "http://127.0.0.1:8080"},
    {"Origin": "http://localhost"},
    {"Origin": "null"},
    {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"},
    {
        "Sec-Fetch-Site": "cross-site",
        "Sec-Fetch-Mode": "navigate",
        "Sec-Fetch-Dest": "document",
    },
]


def test_a_form_of_another_page_changes_nothing(strict: Client) -> None:
    for address in ADDRESSES:
        for headers in FOREIGN:
            for method in (strict.post, strict.put, strict.patch, strict.delete):
                answer = method(address, headers=headers)
                assert answer.status_code == 403, (address, headers)


def test_a_form_without_its_mark_changes_nothing(strict: Client) -> None:
    strict.get("/settings/")
    wrong = {"csrfmiddlewaretoken": "a" * 64}
    for address in ADDRESSES:
        for answer in (
            strict.post(address),
            strict.post(address, wrong),
            strict.post(address, '{"a": 1}', content_type="text/plain"),
            strict.post(address, '{"a": 1}', content_type="application/json"),
            strict.put(address, b"a", content_type="application/octet-stream"),
            strict.delete(address),
        ):
            assert answer.status_code == 403, address


def test_a_form_of_our_own_page_is_taken(strict: Client) -> None:
    page = strict.get("/settings/").content.decode()
    mark = page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    form = {"csrfmiddlewaretoken": mark, "theme": "dark", "next": "/settings/"}
    for headers in (
        {},
        {"Origin": "http://127.0.0.1:80"},
        {"Origin": "null", "Sec-Fetch-Site": "same-origin"},
    ):
        answer = strict.post("/settings/theme/", form, headers=headers)
        assert answer.status_code == 302, headers


def test_another_page_cannot_read_or_embed_even_a_file(client: Client) -> None:
    for address in ("/", FILE):
        for place in ("iframe", "script", "image", "empty"):
            answer = client.get(
                address,
                headers={"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": place},
            )
            assert answer.status_code == 403


def _all_rows() -> Iterator[Any]:
    for model in apps.get_models():
        yield from model._default_manager.order_by("pk").values_list()


def _mark_of_everything() -> str:
    return hashlib.sha256(repr(list(_all_rows())).encode()).hexdigest()


@pytest.fixture
def filled() -> dict[str, int]:
    """Make one of each thing; return the ids by how an address to it begins."""
    acme = application(link="https://acme.example/jobs/1")
    known = event(acme, EventKind.APPLIED, ago=30, quote="We have it.")
    event(acme, EventKind.REJECTED, ago=1, message_key=message(acme).key)
    me = acme.person
    contact = Contact.objects.create(person=me, employer=acme.employer, name="Priya")
    change = Change.objects.create(
        person=me,
        made_at=timezone.now(),
        text="Done",
        undoer="have_back",
        arguments={"keys": []},
    )
    reading = Import.objects.create(
        person=me, name="box", path="box", state="running", added_at=NOON
    )
    waiting = message(state="waiting", choices=[acme.pk])
    return {
        "applications/": acme.pk,
        "applications/events/": known.pk,
        "applications/employers/": acme.employer.pk,
        "applications/people/": contact.pk,
        "undo/": change.pk,
        "mail/": waiting.pk,
        "mail/imports/": reading.pk,
    }


def test_looking_changes_nothing(client: Client, filled: dict[str, int]) -> None:
    before, found = _mark_of_everything(), 0
    for address in addresses(filled):
        found += client.get(address).status_code == 200
        client.head(address)
        client.options(address)
        assert _mark_of_everything() == before, address
    assert found > 15


# Where one practises aloud; screens of looking back listen too, to dictation.
LISTENING = ("/practice/",)


def test_every_answer_is_sealed(
    client: Client, stranger: Client, filled: dict[str, int]
) -> None:
    for address in [*addresses(filled), "/nothing", FILE, "/static/nothing"]:
        for answer in (
            client.get(address),
            client.post(address),
            stranger.get(address),
            client.get(address, headers={"host": "evil.example"}),
            client.post(address, headers={"Origin": "null"}),
        ):
            _is_sealed(answer, is_kept=address == FILE and answer.status_code != 400)
            assert _is_deaf(answer) or address.startswith(LISTENING), address
            _close(answer)


def _is_deaf(answer: HttpResponseBase) -> bool:
    return "microphone=()" in answer.headers["Permissions-Policy"]


def _close(answer: Any) -> None:
    """Close what a file is read from; `close` alone would end the database as well."""
    for closer in answer._resource_closers:
        closer()


def _is_sealed(answer: HttpResponseBase, *, is_kept: bool) -> None:
    kept = {name: answer.headers.get(name) for name in SEALS}
    assert kept == SEALS
    assert "camera=()" in answer.headers["Permissions-Policy"]
    policy = answer.headers["Content-Security-Policy"]
    assert set(policy.split("; ")) >= POLICY
    assert "unsafe" not in policy
    assert is_kept or answer.headers["Cache-Control"] == "no-store"


def test_a_file_named_with_its_contents_may_be_kept(stranger: Client) -> None:
    answer = stranger.get(f"{FILE}?v=1")
    assert "immutable" in answer.headers["Cache-Control"]
    _close(answer)


def test_the_token_is_exchanged_for_a_pass_and_leaves_the_address(
    stranger: Client,
) -> None:
    answer = stranger.get(f"/mail/?q=a&token={settings.START_TOKEN}")
    assert answer.headers["Location"] == "/mail/?q=a"
    given = answer.cookies["onward_pass_80"]
    assert (given["httponly"], given["samesite"], given["path"]) == (
        True,
        "Strict",
        "/",
    )
    assert settings.START_TOKEN not in given.value
    assert stranger.get("/more/").status_code == 200


def test_after_a_link_from_elsewhere_our_own_page_goes_on(stranger: Client) -> None:
    answer = stranger.get(
        f"/?token={settings.START_TOKEN}",
        headers={
            "Sec-Fetch-Site": "cross-site",
            "Sec-Fetch-Mode": "navigate",
            "Sec-Fetch-Dest": "document",
        },
    )
    assert answer.status_code == 200
    assert 'content="0; url=/"' in answer.content.decode()
    assert "onward_pass_80" in answer.cookies


def test_a_wrong_token_shows_the_start_page_and_is_not_repeated(
    stranger: Client,
) -> None:
    answer = stranger.get("/?token=guessed")
    assert answer.status_code == 403
    assert "guessed" not in answer.content.decode()


def test_an_old_token_does_not_put_out_who_is_in(client: Client) -> None:
    assert client.get("/more/?token=old").headers["Location"] == "/more/"
