"""Taking in a no, screen by screen, as somebody goes through it or leaves it."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from onward.domain.applications.events import EventKind as Kind
from onward.domain.landing.walk import Screen
from onward.journey.outcome.models import Landing
from tests import builders
from tests.web.pages.landed import ADVERT, WHY, at, go, kept, rejected, url
from tests.web.pages.pages import words, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _day(settings: Settings) -> None:
    settings.TODAY = builders.TODAY


def test_it_opens_with_what_their_mail_tells_each_with_its_words(
    client: Client,
) -> None:
    page = client.get(url(rejected()), follow=True)
    assert at(page) == Screen.FACTS
    told = words_of(page)
    assert "Land it · 1 of 5 Acme have said no, after the interview" in told
    assert "You heard today." in told
    assert "We interviewed six people for this post." in told
    assert "Priya Nair, today 09:36 · Your interview" in told
    html = page.content.decode()
    assert re.search(r'name="interviewed" value="6"', html)
    assert re.search(r'name="reserve_until" value="2027-06-01"', html)
    assert re.search(r'name="feedback_until" value="2026-12-03"', html)
    assert re.search(r'value="panel" selected', html)
    assert re.search(r'value="mail" selected', html)
    assert WHY in html
    assert not Landing.objects.exists()


def test_without_a_mail_nothing_is_made_up(client: Client) -> None:
    made = builders.application()
    builders.event(made, Kind.REJECTED, ago=0.1)
    html = client.get(url(made, Screen.FACTS)).content.decode()
    assert "blockquote" not in html
    assert not re.search(r'name="interviewed" value=', html)
    assert not re.search(r"<details[^>]*more-facts[^>]* open", html)


def test_the_person_s_word_replaces_the_mail_s(client: Client) -> None:
    made = rejected()
    page = go(client, made, Screen.FACTS, interviewed="4", seats="one", channel="cold")
    assert at(page) == Screen.FEELING
    assert (kept().interviewed, kept().seats, kept().reason) == (4, "one", "")
    made.refresh_from_db()
    assert made.channel == "cold"
    html = client.get(url(made, Screen.FACTS)).content.decode()
    assert re.search(r'name="interviewed" value="4"', html)


def test_a_number_that_cannot_be_is_asked_again(client: Client) -> None:
    page = go(client, rejected(), Screen.FACTS, interviewed="0")
    assert "Ensure this value is greater than or equal to 1." in words_of(page)
    assert not Landing.objects.exists()


def test_every_screen_can_be_left_out_up_to_the_end(client: Client) -> None:
    made = rejected(advert=ADVERT)
    passed = [Screen.FACTS]
    while passed[-1] != Screen.DONE:
        page = client.post(url(made, passed[-1]), {"go": "skip"}, follow=True)
        passed.append(Screen(at(page)))
    assert len(passed) == 7
    assert kept().landed_at == builders.NOON
    assert (kept().told_at, kept().feeling, kept().cards) == (None, None, [])


@pytest.mark.parametrize("screen", [s for s in Screen if s is not Screen.DONE])
def test_whoever_leaves_finds_everything_kept(client: Client, screen: Screen) -> None:
    made = rejected(advert=ADVERT)
    page = client.post(url(made, screen), {"go": "leave"}, follow=True)
    assert "Kept. You can go on from here whenever you like." in words_of(page)
    assert at(client.get(url(made), follow=True)) != Screen.FACTS or (
        screen is Screen.FACTS
    )


def test_one_can_go_back(client: Client) -> None:
    made = rejected()
    page = go(client, made, Screen.MEANING, go="back")
    assert at(page) == Screen.FEELING
    assert kept().screen == Screen.FEELING


def test_a_feeling_is_kept_in_words(client: Client) -> None:
    made = rejected()
    page = go(client, made, Screen.FEELING, feeling="4", words=["tired", "relieved"])
    assert at(page) == Screen.MEANING
    assert (kept().feeling, kept().feeling_words) == (4, ["tired", "relieved"])
    html = client.get(url(made, Screen.FEELING)).content.decode()
    assert re.search(r'value="4" checked', html)


@pytest.mark.parametrize("leaving", ["next", "leave"])
def test_after_a_low_answer_there_is_somebody_to_talk_to_once(
    client: Client, leaving: str
) -> None:
    made = rejected()
    page = go(client, made, Screen.FEELING, feeling="1", go=leaving)
    assert at(page) == Screen.TALK
    assert "Samaritans 116 123" in words_of(page)
    assert "Go on" in words_of(page)
    assert at(go(client, made, Screen.TALK)) == Screen.MEANING
    assert at(go(client, made, Screen.FEELING, feeling="1")) == Screen.MEANING


def test_on_every_screen_one_can_find_somebody_to_talk_to(client: Client) -> None:
    made = rejected(advert=ADVERT)
    for screen in Screen:
        page = client.get(url(made, screen)).content.decode()
        assert '<a href="/support/">' in page, screen
    assert "Samaritans 116 123" in words(client, "/support/")


def test_lines_of_the_advert_are_ticked_and_become_one_fact(client: Client) -> None:
    made = rejected(advert=ADVERT)
    page = words(client, url(made, Screen.CRITERIA))
    assert "Experience of cleaning survey data SQL" in page
    fact = "you showed something for one out of two. Somebody else may have matched"
    assert fact in words_of(go(client, made, Screen.CRITERIA, shown=["1"]))
    assert [line["is_shown"] for line in kept().criteria] == [False, True]
    html = client.get(url(made, Screen.CRITERIA)).content.decode()
    assert re.search(r'value="1" checked', html)
    because = "I had nothing to show yet for: Experience of cleaning survey data"
    assert because in words(client, url(made, Screen.MEANING))


def test_without_an_advert_nothing_is_asked_about_it(client: Client) -> None:
    assert at(go(client, rejected(), Screen.FEELING)) == Screen.MEANING


def test_the_odds_are_folded_and_say_what_they_take_for_granted(
    client: Client,
) -> None:
    made = rejected()
    html = client.get(url(made, Screen.ODDS)).content.decode()
    assert re.search(r'<details class="odds">', html)
    page = words(client, url(made, Screen.ODDS))
    assert "They interviewed six people for one post." in page
    assert "it is 1 in 6 for each, and five hear no" in page
    assert "Offers out of these: none." in page
    assert "Too early to tell more than that." in page
    assert "all of them count as equally likely" in page
    assert "Part of the odds is discrimination, and it is not yours to fix." in page
    assert "%" not in page.partition("What is usual")[0]


def test_several_noes_after_talks_are_put_beside_each_other(client: Client) -> None:
    for number in range(4):
        rejected(ago=5 + number, employer=f"Employer {number}")
    page = words(client, url(rejected(), Screen.ODDS))
    assert "You were interviewed for five posts that are decided" in page
    assert "about 4 in 10 people in a similar spot" in page


def test_whom_they_never_met_is_told_about_applications(client: Client) -> None:
    made = builders.application()
    builders.event(made, Kind.APPLIED, ago=20)
    builders.event(made, Kind.REJECTED, ago=0.1)
    page = words(client, url(made, Screen.ODDS))
    assert "First interviews out of these: none." in page
    assert "for one post" not in page


@pytest.mark.parametrize(
    "kind", [Kind.APPLIED, Kind.WITHDRAWN, Kind.OFFER_ACCEPTED, Kind.OFFER_DECLINED]
)
def test_what_is_no_no_has_nothing_to_take_in(client: Client, kind: Kind) -> None:
    made = builders.application()
    builders.event(made, kind, ago=1)
    for address in (url(made), url(made, Screen.MEANING)):
        answer = client.get(address)
        assert answer.headers["Location"] == f"/applications/{made.pk}/"


def test_silence_can_be_taken_in_as_well(client: Client) -> None:
    made = builders.application()
    builders.event(made, Kind.APPLIED, ago=60)
    builders.event(made, Kind.CLOSED_SILENT, ago=0.1)
    page = words_of(client.get(url(made), follow=True))
    assert (
        "No answer came from Acme Silence since 24 September. You closed it today."
        in page
    )
    assert "Nothing came for 59 days." in words(client, url(made, Screen.MEANING))


def test_there_is_no_other_screen(client: Client) -> None:
    assert client.get(url(rejected(), "tomorrow")).status_code == 404


@pytest.mark.parametrize("screen", ["", *Screen])
def test_what_belongs_to_somebody_else_is_not_there(
    client: Client, screen: str
) -> None:
    secret = rejected(employer="Secret", of=builders.person("sam"))
    assert client.get(url(secret, screen)).status_code == 404
    assert client.post(url(secret, screen), {"go": "next"}).status_code == 404
    assert not Landing.objects.exists()


@pytest.mark.parametrize("screen", [Screen.FACTS, Screen.MEANING, Screen.ODDS])
def test_a_longer_search_asks_no_more_questions(
    client: Client,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    screen: Screen,
) -> None:
    for number in range(12):
        rejected(ago=5 + number, employer=f"Employer {number}")
    made = rejected()
    client.get(url(made, screen))
    with django_assert_max_num_queries(12):
        client.get(url(made, screen))
