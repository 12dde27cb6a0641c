"""Adding an application: in a line, field by field, or pasted."""

import pytest
from django.test import Client
from pytest_django import Settings

from onward.domain.applications.events import EventKind as Kind
from onward.domain.applications.state import Stage
from onward.journey.applications.models import Application, Event
from tests import builders
from tests.web.pages.pages import words, words_of

pytestmark = pytest.mark.django_db
ADD = "/applications/add/"
ADVERT = """Night Porter at The Old Mill
Full-time, permanent. Salary as agreed.
We are looking for somebody who likes quiet hours."""


@pytest.fixture(autouse=True)
def _day(settings: Settings) -> None:
    settings.TODAY = builders.TODAY


def test_a_line_is_understood_while_it_is_typed(client: Client) -> None:
    told = {"line": "Acme, Data Analyst, applied 3 Nov, referral"}
    response = client.get(f"{ADD}understood/", told)
    assert words_of(response) == (
        "Employer Acme Role Data Analyst Applied 3 November How referral"
    )
    assert response.content.decode().lstrip().startswith('<div id="understood"')


def test_what_is_missing_is_asked_for(client: Client) -> None:
    assert "Which role was it?" in words(client, f"{ADD}understood/?line=Acme")
    assert "In any order." in words(client, f"{ADD}understood/?line=")
    page = words_of(client.post(ADD, {"by": "line", "line": "Acme, 3 Nov"}))
    assert "Which role was it?" in page
    assert "Employer Acme" in page
    assert not Application.objects.exists()


def test_a_line_becomes_an_application(client: Client) -> None:
    given = {"by": "line", "line": "yesterday: Receptionist at The Old Mill"}
    page = words_of(client.post(ADD, given, follow=True))
    assert "Receptionist" in page
    assert "yesterday You applied" in page
    assert "Added Receptionist, The Old Mill." in page


def test_a_form_becomes_an_application(client: Client) -> None:
    given = {
        "by": "form",
        "employer": "Acme",
        "role": "Cook",
        "applied_on": "2026-11-03",
        "channel": "agency",
        "agency": "Fennimore",
        "link": "acme.example/jobs",
        "note": "Ask Sam.",
    }
    page = words_of(client.post(ADD, given, follow=True))
    assert "Acme · Agency, through Fennimore" in page
    assert "Ask Sam." in page
    assert Application.objects.get().link == "https://acme.example/jobs"


def test_without_a_day_a_form_tells_of_something_not_applied_for_yet(
    client: Client,
) -> None:
    client.post(ADD, {"by": "form", "employer": "Acme"})
    assert Application.objects.get().stage == Stage.APPROACHED
    assert Event.objects.get().kind == Kind.FOUND


def test_a_form_without_a_name_is_asked_again(client: Client) -> None:
    client.post(ADD, {"by": "form", "role": "Cook"})
    assert not Application.objects.exists()


def test_a_form_whose_day_has_not_come_is_told_so(client: Client) -> None:
    given = {"by": "form", "employer": "Acme", "applied_on": "2030-01-01"}
    assert "That day has not come yet." in words_of(client.post(ADD, given))


def test_a_pasted_advert_fills_the_form(client: Client) -> None:
    page = client.post(ADD, {"by": "paste", "text": ADVERT})
    assert "This is what the advert tells" in words_of(page)
    html = page.content.decode()
    assert 'value="Night Porter"' in html
    assert 'value="The Old Mill"' in html
    assert "quiet hours" in html
    assert not Application.objects.exists()


def test_a_pasted_mail_is_filed_as_mail(client: Client) -> None:
    text = (
        "From: Priya <priya@acme.example>\nSubject: Your application to Acme\n"
        "Date: Mon, 16 Nov 2026 09:14:00 +0000\n\n"
        "Thank you for applying to Acme for the role of Data Analyst. "
        "We have decided not to take your application further."
    )
    response = client.post(ADD, {"by": "paste", "text": text})
    assert response.status_code == 302
    assert response.headers["location"].startswith("/mail/")
