"""What was said, expected, tried and practised stands in Insights once it is there."""

import re

import pytest
from django.test import Client
from pytest_django import Settings

from onward.domain.applications.events import EventKind
from onward.domain.nerves.techniques import Technique
from onward.journey.feedback.models import FeedbackNote, FeedbackText
from onward.journey.nerves.services import rate_after, rate_before
from onward.journey.reflection.services import give_guess
from tests.builders import NOON, TODAY, application, event, person
from tests.journey.practice.made_up import NO_RESULT, SHOP, typed
from tests.journey.reflection.looked_back import interviewed, kept

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _day(settings: Settings) -> None:
    settings.TODAY = TODAY


def said_by(employer: str, words: str) -> None:
    of = application(employer)
    event(of, EventKind.APPLIED, 40)
    text = FeedbackText.objects.create(
        person=of.person, application=of, text=words, received_at=NOON
    )
    FeedbackNote.objects.create(
        person=of.person,
        text=text,
        start=0,
        end=len(words),
        kind=FeedbackNote.Kind.IMPROVEMENT,
        is_confirmed=True,
    )


def words(client: Client) -> str:
    shown = client.get("/insights/").content.decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", shown))


def test_what_employers_said_stands_beside_what_was_noted(client: Client) -> None:
    said_by("Acme", "Your answers were too long")
    said_by("Brook", "You rambled and had no structure")
    _, about = interviewed("Cole", ago=9)
    kept(about, "I listened", "I will make my answers shorter, with a clear structure")
    shown = words(client)
    assert "You and employers both speak of this: how an answer is built" in shown
    assert "How an answer is built: employers 2, you 1" in shown
    assert 'href="/insights/said/' in client.get("/insights/").content.decode()


def test_what_was_expected_stands_beside_what_came(client: Client) -> None:
    rows = [interviewed(name, ago=9) for name in ("Acme", "Brook", "Cole")]
    for guess, (_, about) in zip((80, 30, 50), rows, strict=True):
        give_guess(of=about, guess=guess)
    assert "What you expected" not in words(client)
    event(rows[0][0], EventKind.OFFER)
    event(rows[1][0], EventKind.REJECTED)
    shown = words(client)
    assert "For 2 posts you expected about 1.1 offers; one came." in shown
    assert "80 in 100" in shown


def test_from_ten_guesses_on_their_heights_are_told(client: Client) -> None:
    for number in range(10):
        applied, about = interviewed(f"Employer {number}", ago=9)
        give_guess(of=about, guess=90 if number < 5 else 10)
        event(applied, EventKind.OFFER if number < 4 else EventKind.REJECTED)
    shown = words(client)
    assert "Your guesses came closer than saying half and half each time." in shown
    assert "about 90 in 100 4 of 5 an offer came" in shown


def test_what_eases_nerves_is_told_by_own_ratings(client: Client) -> None:
    event(application(), EventKind.APPLIED, 3)
    use = rate_before(person=person(), technique=Technique.BREATHING, rating=8)
    rate_after(use=use, rating=5)
    shown = words(client)
    assert "It is too early to tell what helps you." in shown
    assert "-3.0 points of 10" in shown


def test_first_and_latest_practice_stand_side_by_side_from_eight_on(
    client: Client,
) -> None:
    event(application(), EventKind.APPLIED, 3)
    for _ in range(4):
        typed(NO_RESULT)
    assert "Four answers practised so far" in words(client)
    for _ in range(4):
        typed(SHOP)
    shown = words(client)
    assert "Eight answers practised so far." in shown
    assert "A result 0 of 4 first 4 of 4 latest" in shown


def test_a_sentence_that_begins_with_a_number_begins_with_a_capital(
    client: Client,
) -> None:
    applied = application()
    event(applied, EventKind.APPLIED, 30)
    event(applied, EventKind.REJECTED, 10)
    assert "One application has had a word of its own." in words(client)
