"""Each kind of trouble, in each form it can be asked in."""

import pytest
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from onward.domain.errors import OnwardError
from onward.web import urls

JSON = {"Accept": "application/json"}
HTMX = {"HX-Request": "true"}


class BoxRefusedError(OnwardError):
    """This box is <locked>."""


def _raise(error: Exception) -> HttpResponse:
    raise error


def told(_request: HttpRequest) -> HttpResponse:
    """Fail in a way a person can be told about."""
    return _raise(BoxRefusedError())


def bad(_request: HttpRequest) -> HttpResponse:
    """Fail to read what was sent."""
    return _raise(BadRequest("secret detail"))


def forbidden(_request: HttpRequest) -> HttpResponse:
    """Refuse."""
    return _raise(PermissionDenied("secret detail"))


def missing(_request: HttpRequest) -> HttpResponse:
    """Find nothing."""
    return _raise(Http404("secret detail"))


def broken(_request: HttpRequest) -> HttpResponse:
    """Break."""
    return _raise(ZeroDivisionError("secret detail"))


urlpatterns = [
    path("told/", told),
    path("bad/", bad),
    path("forbidden/", forbidden),
    path("missing/", missing),
    path("broken/", broken),
    *urls.urlpatterns,
]
handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500
TROUBLES = {"bad": 400, "forbidden": 403, "missing": 404, "broken": 500}
pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@pytest.fixture
def client(client: Client) -> Client:
    """Let errors become pages, as they do outside of tests."""
    client.raise_request_exception = False
    return client


def test_what_a_person_can_be_told_is_one_line_on_a_page(client: Client) -> None:
    answer = client.get("/told/")
    assert answer.status_code == 400
    assert "This box is &lt;locked&gt;." in answer.content.decode()


def test_it_is_json_for_who_asks_for_json(client: Client) -> None:
    answer = client.get("/told/", headers=JSON)
    assert (answer.status_code, answer.json()) == (
        400,
        {"said": "This box is <locked>."},
    )


def test_htmx_puts_it_with_the_notices(client: Client) -> None:
    answer = client.get("/told/", headers=HTMX)
    assert answer.headers["HX-Retarget"] == "#notices"
    assert "This box is &lt;locked&gt;." in answer.content.decode()
    assert "<html" not in answer.content.decode()


@pytest.mark.parametrize(("address", "status"), TROUBLES.items())
@pytest.mark.parametrize("headers", [{}, JSON, HTMX], ids=["page", "json", "htmx"])
def test_every_trouble_is_told_without_its_details(
    client: Client, address: str, status: int, headers: dict[str, str]
) -> None:
    answer = client.get(f"/{address}/", headers=headers)
    assert answer.status_code == status
    assert len(answer.content) > 30
    assert "secret detail" not in answer.content.decode()


@pytest.mark.parametrize(("address", "status"), TROUBLES.items())
def test_a_page_of_trouble_leads_back(
    client: Client, address: str, status: int
) -> None:
    page = client.get(f"/{address}/").content.decode()
    assert "Back to Today" in page
    assert "<h1>" in page


def test_a_form_from_before_the_last_start_says_so() -> None:
    from django.conf import settings

    from onward.web.passes import door

    strict = Client(enforce_csrf_checks=True, headers={"host": "127.0.0.1:80"})
    strict.cookies["onward_pass_80"] = door().exchange(settings.START_TOKEN) or ""
    answer = strict.post("/settings/theme/")
    assert answer.status_code == 403
    assert "Load the page anew" in answer.content.decode()
