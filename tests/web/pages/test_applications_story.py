"""The page of one application: its story, and what would help now."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from onward.domain.applications.events import EventKind as Kind
from onward.domain.applications.state import Stage
from onward.journey.applications.models import Application
from onward.journey.mail.models import Message
from onward.journey.outcome.models import Outcome
from tests import builders
from tests.web.pages.pages import (
    PANEL,
    a_no_after_two_interviews,
    page_of,
    words,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _day(settings: Settings) -> None:
    settings.TODAY = builders.TODAY


@pytest.fixture
def acme() -> Application:
    return a_no_after_two_interviews()


def test_it_tells_the_whole_story_newest_first(
    client: Client, acme: Application
) -> None:
    page = words(client, page_of(acme))
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
    assert "Nothing has to follow today. When you like, take a moment" in page
    assert "Land it" in page


def test_their_words_lead_to_their_mail(client: Client, acme: Application) -> None:
    page = client.get(page_of(acme)).content.decode()
    assert page.count(f'href="/mail/{Message.objects.get().pk}/"') == 2


def test_a_gap_is_compared_with_ones_own_answers_once_there_are_enough(
    client: Client,
) -> None:
    for number in range(8):
        answered = builders.application(f"Employer {number}")
        builders.event(answered, Kind.APPLIED, ago=100)
        builders.event(answered, Kind.HEARD, ago=95)
    waiting = builders.application("Brook")
    builders.event(waiting, Kind.APPLIED, ago=30)
    page = words(client, page_of(waiting))
    assert "30 days Quiet. Longer than nearly all answers to you took." in page
    assert "Nothing for four weeks." in page


def test_what_lies_ahead_stands_on_top(client: Client) -> None:
    made = builders.application()
    builders.event(made, Kind.APPLIED, ago=5)
    builders.event(made, Kind.INTERVIEW_SCHEDULED, ago=-3, has_time=True)
    page = words(client, page_of(made))
    assert "The interview is in three days: Thursday at 12:00." in page
    assert "Thursday, 12:00 First interview" in page


def test_feedback_that_was_offered_is_the_next_step(client: Client) -> None:
    made = builders.application()
    builders.event(made, Kind.REJECTED, ago=3)
    assert "They offered to tell you more." not in words(client, page_of(made))
    Outcome.objects.update(feedback_offered="Just reply.")
    assert "They offered to tell you more." in words(client, page_of(made))


def test_an_interview_that_is_only_read_from_the_no_is_not_claimed(
    client: Client,
) -> None:
    read = builders.application()
    builders.event(read, Kind.REJECTED, ago=40)
    Outcome.objects.update(stage=Stage.INTERVIEW)
    assert "If you met them, look back" in words(client, page_of(read))
    known = builders.application("Brook")
    builders.event(known, Kind.INTERVIEW_HELD, ago=50)
    builders.event(known, Kind.REJECTED, ago=40)
    assert "Look back on the interview" in words(client, page_of(known))


def test_after_an_answer_to_an_offer_the_person_says_which_it_was(
    client: Client,
) -> None:
    made = builders.application()
    builders.event(made, Kind.OFFER, ago=40)
    assert "It waits for your yes or no." in words(client, page_of(made))
    builders.event(made, Kind.WROTE, ago=38)
    page = client.get(page_of(made)).content.decode()
    assert "You have written since their offer." in page
    assert "?tell=offer_accepted#record" in page


def test_the_form_is_open_when_something_is_to_be_told(client: Client) -> None:
    made = builders.application()
    page = client.get(page_of(made, "?tell=interview_held")).content.decode()
    assert re.search(r"<details[^>]* open>", page)
    assert re.search(r'value="interview_held" selected', page)


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
    client.get(page_of(made))
    with django_assert_num_queries(10):
        client.get(page_of(made))


def test_the_advert_on_the_web_is_one_press_away_and_nothing_else_is(
    client: Client,
) -> None:
    made = builders.application(link="https://acme.example/jobs/12")
    page = client.get(page_of(made)).content.decode()
    assert 'href="https://acme.example/jobs/12" rel="noreferrer' in page
    Application.objects.update(link="javascript:alert(1)")
    assert "javascript:" not in client.get(page_of(made)).content.decode()
