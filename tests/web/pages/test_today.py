import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries, Settings

from onward.domain.applications.events import EventKind, Source
from onward.journey.applications.models import Event, Round
from onward.journey.mail.models import Import
from onward.journey.mailboxes.models import ConnectedMailbox
from tests.builders import NOON, application, event, person

pytestmark = pytest.mark.django_db
SHUT = "imap.field.example did not accept this name and password."
OFFERED = "I am happy to give you ten minutes on the phone."


@pytest.fixture(autouse=True)
def _day(settings: Settings) -> None:
    settings.TODAY = date(2026, 11, 23)


def _words(client: Client, url: str = "/") -> str:
    """Return what is on the page, without the marks around it."""
    page = client.get(url).content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", page).replace("&amp;", "&").split())


@pytest.fixture
def mail_read() -> Import:
    return Import.objects.create(
        person=person(), name="box", path="box", state="done", added_at=NOON
    )


def _rejected(
    employer: str = "Hallam & Rowe", talks: int = 2, ago: float = 0.1
) -> Event:
    found = application(employer)
    event(found, EventKind.APPLIED, ago=60)
    for number in range(talks):
        event(found, EventKind.INTERVIEW_HELD, ago=40 - number)
    return event(
        found, EventKind.REJECTED, ago=ago, source=Source.MESSAGE, quote=OFFERED
    )


def test_who_has_nothing_yet_is_shown_the_two_ways_to_begin(client: Client) -> None:
    words = _words(client)
    assert "Monday, 23 November" in words
    assert "Start from your mail" in words
    assert "Start with one application" in words


def test_a_no_is_told_softly_with_their_words(client: Client) -> None:
    _rejected()
    words = _words(client)
    assert "One answer came in." in words
    assert "Hallam & Rowe have said no, after the second interview" in words
    assert OFFERED in words


@pytest.mark.parametrize(
    ("talks", "said"),
    [
        (0, "Acme have said no Not"),
        (1, "no, after the interview"),
        (3, "no, after the third interview"),
        (7, "no, after 7 interviews"),
    ],
)
def test_the_title_of_a_no_says_what_came_before(
    client: Client, talks: int, said: str
) -> None:
    _rejected("Acme", talks)
    words = _words(client).replace("It came before an interview.", "Not")
    assert said.replace("Not", "") in words


def test_three_steps_and_what_waits(client: Client) -> None:
    _rejected()
    leeds = application("Leeds City Council", "Analyst")
    talk = event(leeds, EventKind.INTERVIEW_SCHEDULED, ago=-3, has_time=True)
    rounds = Round.objects.of(person()).filter(event=talk)
    assert rounds.update(format="Panel of three", panel="45 minutes") == 1
    event(application("Cole"), EventKind.INTERVIEW_SCHEDULED, ago=1)
    event(application("Brook"), EventKind.APPLIED, ago=40)
    words = _words(client)
    assert "One answer came in. Two other things can wait." in words
    assert "Leeds City Council, Thursday 12:00" in words
    assert "Analyst. Panel of three. 45 minutes." in words
    assert "Write down yesterday&#x27;s interview while it is fresh" in words
    assert "Two applications are waiting for an answer. One has gone quiet." in words
    assert "Nothing from Brook" not in words


def test_times_are_those_where_the_person_lives(client: Client) -> None:
    me = person()
    me.time_zone = "Asia/Tokyo"
    me.save()
    event(application(), EventKind.INTERVIEW_SCHEDULED, ago=-0.5, has_time=True)
    assert "Acme, tomorrow 09:00" in _words(client)


def test_an_hour_that_nobody_named_is_not_told(client: Client) -> None:
    event(application(), EventKind.INTERVIEW_SCHEDULED, ago=-2, has_time=False)
    assert "Acme, Wednesday Data Analyst." in _words(client)


def test_a_step_put_off_makes_room(client: Client, mail_read: Import) -> None:
    _rejected()
    url = re.search(
        r'action="(/today/not-now/[^"]+)"', client.get("/").content.decode()
    )
    assert url
    answer = client.post(url[1])
    assert answer.headers["Location"] == "/"
    assert "Nothing needs you today" in _words(client)


def test_putting_off_what_is_gone_changes_nothing(client: Client) -> None:
    assert client.post("/today/not-now/answer-77-1123/").status_code == 302


def test_opening_the_page_puts_nothing_off(client: Client) -> None:
    assert client.get("/today/not-now/answer-77-1123/").status_code == 405


def test_with_htmx_only_the_steps_come_back(client: Client, mail_read: Import) -> None:
    _rejected()
    found = re.search(r"/today/not-now/[^\"]+", client.get("/").content.decode())
    assert found
    answer = client.post(found[0], headers={"HX-Request": "true"}).content.decode()
    assert "Nothing needs you today" in answer
    assert "<nav" not in answer


def test_more_applications_cost_no_more_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(4):
        _rejected(f"Employer {number}")
        event(
            application(f"Talk {number}"),
            EventKind.INTERVIEW_SCHEDULED,
            ago=-number - 1,
        )
    with django_assert_max_num_queries(21):
        client.get("/")


def _connected(**instead: object) -> ConnectedMailbox:
    """Return a connected mailbox that let Onward in last on Saturday, and not since."""
    told = {"address": "sam@field.example", "host": "imap.field.example", "port": 993}
    known = {"needs_person": True, "trouble": SHUT, "looked_at": NOON - timedelta(2)}
    reading = Import.objects.create(
        person=person(), name="sam", path="", state="done", added_at=NOON
    )
    return ConnectedMailbox.objects.create(
        person=person(),
        reading=reading,
        connected_at=NOON,
        **(told | known | instead),
    )


def test_a_mailbox_that_opens_no_longer_is_told_and_leads_to_what_helps(
    client: Client,
) -> None:
    mailbox = _connected()
    words = _words(client)
    assert "A mailbox does not open." in words
    assert f"Onward can no longer read sam@field.example {SHUT}" in words
    assert "It was last read Saturday." in words
    assert f'href="/mailboxes/{mailbox.pk}/"' in client.get("/").text
    mailbox.trouble, mailbox.needs_person = "", False
    mailbox.save()
    assert "no longer read" not in _words(client)


def test_a_shut_mailbox_put_off_rests_until_it_was_read_again(client: Client) -> None:
    mailbox = _connected()
    found = re.search(r"/today/not-now/[^\"]+", client.get("/").text)
    assert found
    client.post(found[0])
    assert SHUT not in _words(client)
    mailbox.looked_at = NOON
    mailbox.save()
    assert SHUT in _words(client)


def test_a_mailbox_with_passing_trouble_or_paused_is_no_step(client: Client) -> None:
    _connected(needs_person=False)
    assert "no longer read" not in _words(client)
    ConnectedMailbox.objects.update(needs_person=True, is_paused=True)
    assert "no longer read" not in _words(client)


def test_a_shut_mailbox_is_not_said_to_be_read(client: Client) -> None:
    Import.objects.filter(pk=_connected().reading_id).update(state="waiting")
    assert "Your mail is being read" not in _words(client)
    Import.objects.create(
        person=person(), name="box", path="box", state="running", added_at=NOON
    )
    assert "Your mail is being read" in _words(client)


def test_telling_of_a_shut_mailbox_costs_one_query(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    _rejected()  # so that the page has a step with it and without
    mailbox = _connected(needs_person=False)
    client.get("/")
    with CaptureQueriesContext(connection) as usual:
        client.get("/")
    mailbox.needs_person = True
    mailbox.save()
    with django_assert_num_queries(len(usual) + 1):
        client.get("/")


def test_the_usual_wait_is_told_from_eight_answers_on(client: Client) -> None:
    for number in range(8):
        found = application(f"Employer {number}")
        event(found, EventKind.APPLIED, ago=80)
        event(found, EventKind.REJECTED, ago=80 - 10 - number)
    event(application("Acme"), EventKind.APPLIED, ago=3)
    assert "Half of the answers so far came after 12 to 15 days." in _words(client)
