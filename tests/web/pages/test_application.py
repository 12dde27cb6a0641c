"""The page of one application, and what can be done from it."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from onward.domain.applications.events import EventKind as Kind
from onward.domain.applications.events import Source
from onward.domain.applications.state import Ending
from onward.journey.applications.models import Application, Event, Round
from onward.journey.mail.models import Message
from onward.journey.outcome.models import Outcome
from tests import builders
from tests.web.pages.pages import words, words_of

pytestmark = pytest.mark.django_db
PANEL = "The panel felt you would do well here."


@pytest.fixture(autouse=True)
def _day(settings: Settings) -> None:
    settings.TODAY = builders.TODAY


@pytest.fixture
def acme() -> Application:
    made = builders.application(place="Leeds", channel_said="referred by Sam")
    builders.event(made, Kind.APPLIED, ago=46)
    builders.event(made, Kind.INTERVIEW_HELD, ago=32, said="By phone, 25 minutes.")
    builders.event(made, Kind.INTERVIEW_HELD, ago=19)
    no = builders.message(made, "Your interview", PANEL, ago=0.1)
    builders.event(
        made,
        Kind.REJECTED,
        ago=0.1,
        source=Source.MESSAGE,
        quote=PANEL,
        message_key=no.key,
    )
    return made


def url(of: Application, rest: str = "") -> str:
    return f"/applications/{of.pk}/{rest}"


def told(client: Client, of: Application, kind: Kind, day: str, **more: str) -> str:
    given = {"kind": kind, "happened_on": day, **more}
    return words_of(client.post(url(of, "happened/"), given, follow=True))


def test_it_tells_the_whole_story_newest_first(
    client: Client, acme: Application
) -> None:
    page = words(client, url(acme))
    assert "Acme, Leeds · referred by Sam · closed, in the loop: land first" in page
    story = [
        "today They said no",
        PANEL,
        "Priya Nair, today 09:36 · Your interview",
        "19 days Quiet.",
        "4 Nov Second interview you said so",
        "22 Oct First interview By phone, 25 minutes.",
        "8 Oct You applied",
    ]
    assert story == sorted(story, key=page.index)
    assert "from a mail, quite sure" in page
    assert "Nothing has to follow today. Read their mail" in page


def test_their_words_lead_to_their_mail(client: Client, acme: Application) -> None:
    page = client.get(url(acme)).content.decode()
    assert page.count(f'href="/mail/{Message.objects.get().pk}/"') == 3


def test_a_gap_is_compared_with_ones_own_answers_once_there_are_enough(
    client: Client,
) -> None:
    for number in range(8):
        answered = builders.application(f"Employer {number}")
        builders.event(answered, Kind.APPLIED, ago=100)
        builders.event(answered, Kind.HEARD, ago=95)
    waiting = builders.application("Brook")
    builders.event(waiting, Kind.APPLIED, ago=30)
    page = words(client, url(waiting))
    assert "30 days Quiet. Longer than nearly all answers to you took." in page
    assert "Nothing for four weeks." in page


def test_what_lies_ahead_stands_on_top(client: Client) -> None:
    made = builders.application()
    builders.event(made, Kind.APPLIED, ago=5)
    builders.event(made, Kind.INTERVIEW_SCHEDULED, ago=-3, has_time=True)
    page = words(client, url(made))
    assert "The interview is in three days: Thursday at 12:00." in page
    assert "Thursday, 12:00 First interview" in page


def test_something_that_happened_can_be_recorded(client: Client) -> None:
    made = builders.application()
    page = told(client, made, Kind.REJECTED, "2026-11-20", said="They rang me.")
    assert "20 Nov They said no They rang me. you said so" in page
    assert "Wrote down: They said no. Data Analyst, Acme." in page


def test_an_interview_with_its_hour_is_a_round(client: Client) -> None:
    made = builders.application()
    kind = Kind.INTERVIEW_SCHEDULED
    page = told(client, made, kind, "2026-11-26", happened_at="10:30")
    assert "Interviews First interview , Thursday, 10:30" in page
    assert Round.objects.get().starts_at


def test_a_day_that_has_not_come_is_asked_again(client: Client) -> None:
    made = builders.application()
    page = told(client, made, Kind.REJECTED, "2026-11-24")
    assert "That day has not come yet." in page
    assert not Event.objects.exists()


def test_the_form_is_open_when_something_is_to_be_told(client: Client) -> None:
    made = builders.application()
    page = client.get(url(made, "?tell=interview_held")).content.decode()
    assert re.search(r"<details[^>]* open>", page)
    assert re.search(r'value="interview_held" selected', page)


def test_an_event_is_put_right_and_the_old_one_struck_through(
    client: Client, acme: Application
) -> None:
    no = Event.objects.get(kind=Kind.REJECTED)
    form = words(client, f"/applications/events/{no.pk}/")
    assert "Put it right" in form
    given = {"kind": Kind.HEARD, "happened_on": "2026-11-22", "said": ""}
    page = client.post(f"/applications/events/{no.pk}/", given, follow=True)
    assert "They wrote" in words_of(page)
    assert "They said no put right on" in words_of(page)
    assert b"superseded" in page.content
    assert Application.objects.get().ending == ""


def test_an_automatic_event_can_be_undone_and_brought_back(
    client: Client, acme: Application
) -> None:
    no = Event.objects.get(kind=Kind.REJECTED)
    page = client.post(f"/applications/events/{no.pk}/take-back/", follow=True)
    assert "They said no taken back on" in words_of(page)
    assert Application.objects.get().ending == ""
    retraction = Event.objects.get(kind=Kind.RETRACTED)
    client.post(f"/applications/events/{retraction.pk}/take-back/")
    assert Application.objects.get().ending == Ending.REJECTED


def test_silence_can_be_closed_and_opens_again(client: Client) -> None:
    made = builders.application()
    builders.event(made, Kind.APPLIED, ago=40)
    page = words_of(client.post(url(made, "close/"), follow=True))
    assert "Closed, as no answer came" in page
    builders.event(made, Kind.HEARD, ago=-0.01)
    assert Application.objects.get().ending == ""


def test_what_is_written_can_be_edited(client: Client, acme: Application) -> None:
    form = client.get(url(acme, "edit/")).content.decode()
    assert 'value="Data Analyst"' in form
    given = {"employer": "Acme", "role": "Chef", "place": "York", "note": "Ask Sam."}
    page = words_of(client.post(url(acme, "edit/"), given, follow=True))
    assert "Chef" in page
    assert "Ask Sam." in page


def test_two_are_made_one_and_taken_apart(client: Client, acme: Application) -> None:
    other = builders.application("Acme Ltd", "Analyst")
    builders.application("Northgate", "Gardener")
    page = words(client, url(acme, "merge/"))
    assert "Analyst, Acme" in page
    assert "Gardener" not in page
    assert "Gardener" in words(client, url(acme, "merge/?q=gard"))
    merged = client.post(url(acme, "merge/"), {"other": other.pk}, follow=True)
    assert "Take apart" in words_of(merged)
    assert "Analyst, Acme" in words(client, url(acme, "split/"))
    client.post(url(acme, "split/"), {"other": other.pk})
    assert Application.objects.whole().count() == 3


def test_putting_away_and_bringing_back(client: Client, acme: Application) -> None:
    assert "Bring back" in words_of(client.post(url(acme, "archive/"), follow=True))
    assert "Put away" in words_of(client.post(url(acme, "unarchive/"), follow=True))


def test_deleting_for_good_says_first_what_goes(
    client: Client, acme: Application
) -> None:
    page = words(client, url(acme, "delete/"))
    assert "4 events of its timeline 2 interviews" in page
    assert "The tie to 1 mail; it stays, set aside" in page
    client.post(url(acme, "delete/"), {})
    assert not Application.objects.exists()
    kept = Message.objects.get()
    assert (kept.state, kept.forgotten_at) == (Message.State.SET_ASIDE, None)


def test_its_mail_goes_too_if_one_says_so(client: Client, acme: Application) -> None:
    client.post(url(acme, "delete/"), {"with_mail": "on"})
    assert Message.objects.get().forgotten_at


def test_mail_that_is_also_filed_elsewhere_stays_there(
    client: Client, acme: Application
) -> None:
    other = builders.application("Northgate")
    letter = Message.objects.get()
    letter.filings.create(
        person=other.person, application=other, filed_at=builders.NOON
    )
    client.post(url(acme, "delete/"), {"with_mail": "on"})
    letter.refresh_from_db()
    assert letter.state == Message.State.FILED


def test_the_employer_has_a_page_with_people(client: Client, acme: Application) -> None:
    at = f"/applications/employers/{acme.employer_id}/"
    given = {"name": "Priya Nair", "address": "priya@acme.example", "part": "recruiter"}
    page = words_of(client.post(f"{at}people/", given, follow=True))
    assert "Priya Nair , recruiter priya@acme.example" in page
    assert "Data Analyst" in page
    assert "Priya Nair" in words(client, url(acme))
    refused = words_of(client.post(f"{at}people/", {"part": "recruiter"}))
    assert "A name or an address, please." in refused


def test_an_employer_is_renamed_unless_the_name_is_taken(
    client: Client, acme: Application
) -> None:
    builders.application("Northgate")
    at = f"/applications/employers/{acme.employer_id}/"
    taken = words_of(client.post(f"{at}edit/", {"name": "Northgate", "note": ""}))
    assert "Another employer has this name." in taken
    page = client.post(
        f"{at}edit/", {"name": "Acme Bakery", "note": "Kind."}, follow=True
    )
    assert "Acme Bakery" in words_of(page)


def test_two_employers_are_made_one_and_taken_apart(
    client: Client, acme: Application
) -> None:
    other = builders.application("Acme Holding", "Cook").employer
    at = f"/applications/employers/{acme.employer_id}/"
    assert "Acme Holding" in words(client, f"{at}merge/")
    page = client.post(f"{at}merge/", {"other": other.pk}, follow=True)
    assert "Also written as Acme Holding" in words_of(page)
    client.post(f"{at}split/", {"other": other.pk})
    assert "Also written as" not in words(client, at)


@pytest.mark.parametrize("count", [10, 60])
def test_a_long_story_asks_no_more_questions(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    made = builders.application()
    for number in range(count):
        letter = builders.message(made, f"Mail {number}", ago=number + 1)
        builders.event(
            made, Kind.HEARD, ago=number + 1, quote="Hello.", message_key=letter.key
        )
        builders.event(made, Kind.INTERVIEW_HELD, ago=number + 1)
    client.get(url(made))
    with django_assert_num_queries(11):
        client.get(url(made))


def test_feedback_that_was_offered_is_the_next_step(client: Client) -> None:
    made = builders.application()
    builders.event(made, Kind.REJECTED, ago=3)
    assert "They offered to tell you more." not in words(client, url(made))
    Outcome.objects.update(feedback_offered="Just reply.")
    assert "They offered to tell you more." in words(client, url(made))


OWN_PAGES = [
    "",
    "edit/",
    "merge/",
    "split/",
    "delete/",
    "happened/",
    "archive/",
    "unarchive/",
    "close/",
]


@pytest.mark.parametrize("rest", OWN_PAGES)
def test_what_belongs_to_somebody_else_is_not_there(client: Client, rest: str) -> None:
    secret = builders.application("Secret", of=builders.person("sam"))
    assert client.post(url(secret, rest), {"other": secret.pk}).status_code == 404
    assert Application.objects.filter(pk=secret.pk, archived_at=None).exists()


def test_nor_are_its_events_its_employer_or_the_people_there(client: Client) -> None:
    secret = builders.application("Secret", of=builders.person("sam"))
    event = builders.event(secret, Kind.APPLIED)
    contact = secret.employer.contacts.create(person=secret.person, name="Priya")
    for address in (
        f"/applications/events/{event.pk}/",
        f"/applications/events/{event.pk}/take-back/",
        f"/applications/employers/{secret.employer_id}/",
        f"/applications/employers/{secret.employer_id}/edit/",
        f"/applications/employers/{secret.employer_id}/merge/",
        f"/applications/employers/{secret.employer_id}/split/",
        f"/applications/employers/{secret.employer_id}/people/",
        f"/applications/people/{contact.pk}/",
        f"/applications/people/{contact.pk}/remove/",
    ):
        assert client.post(address).status_code == 404, address


def test_nobody_merges_with_what_is_somebody_elses(
    client: Client, acme: Application
) -> None:
    secret = builders.application("Secret", of=builders.person("sam"))
    assert client.post(url(acme, "merge/"), {"other": secret.pk}).status_code == 404
    assert client.post(url(acme, "merge/"), {"other": "x"}).status_code == 404
