"""The three trays: what is offered, laid down, moved and taken away."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from onward.domain.landing.walk import Screen
from onward.journey.applications.models import Application
from onward.journey.history.models import Change
from tests import builders
from tests.web.pages.landed import WHY, at, go, kept, rejected, url
from tests.web.pages.pages import words, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _day(settings: Settings) -> None:
    settings.TODAY = builders.TODAY


def lay(client: Client, of: Application, **given: Any) -> Any:
    return client.post(url(of, Screen.MEANING), given, follow=True)


def test_suggestions_are_offered_with_their_reason_and_never_sorted(
    client: Client,
) -> None:
    made = rejected()
    page = words(client, url(made, Screen.MEANING))
    assert "Somebody else matched their list more closely" in page
    assert f"They wrote: “{WHY}”" in page
    assert "They saw 5 other people." in page
    lay(client, made, take="closer")
    assert kept().cards == [
        {
            "id": 1,
            "text": "Somebody else matched their list more closely",
            "key": "closer",
            "tray": "",
        }
    ]
    html = client.get(url(made, Screen.MEANING)).content.decode()
    assert 'data-offer="closer"' not in html


def test_cards_of_one_s_own_are_laid_down_moved_and_taken_away(client: Client) -> None:
    made = rejected()
    lay(client, made, lay="own", own="I was tired")
    lay(client, made, **{"lies": "1", "tray-1": "mine", "own": "The bus was late"})
    assert [card["tray"] for card in kept().cards] == ["mine", ""]
    page = lay(client, made, **{"lies": ["1", "2"], "tray-2": "theirs", "away": "1"})
    assert [card["text"] for card in kept().cards] == ["The bus was late"]
    assert kept().cards[0]["tray"] == "theirs"
    assert "Took a card away: I was tired" in words_of(page)
    undone = client.post(f"/undo/{Change.objects.get().pk}/", follow=True)
    assert at(undone) == Screen.MEANING
    assert [card["text"] for card in kept().cards] == [
        "The bus was late",
        "I was tired",
    ]


def test_a_card_typed_but_not_laid_down_is_not_lost_on_the_way_on(
    client: Client,
) -> None:
    made = rejected()
    assert at(go(client, made, Screen.MEANING, own="I was tired")) == Screen.ODDS
    assert kept().cards[0]["text"] == "I was tired"


def test_while_moving_the_page_keeps_itself_and_half_a_word_is_no_card(
    client: Client,
) -> None:
    made = rejected()
    for text in ("I was tired", "I was late"):
        lay(client, made, own=text)
    given = {"lies": ["1", "2"], "tray-1": "mine", "tray-2": "mine", "own": "The"}
    answer = client.post(url(made, Screen.MEANING), given | {"go": "stay"})
    assert "If a friend showed you these cards" in answer.content.decode()
    assert len(kept().cards) == 2
    again = client.post(
        url(made, Screen.MEANING),
        given | {"go": "stay", "nudge": "friend", "said_back": "Be kind."},
    )
    assert (again.status_code, kept().said_back) == (204, "Be kind.")


def test_when_all_is_theirs_one_small_thing_is_asked_for(client: Client) -> None:
    made = rejected()
    for text in ("Money", "Luck"):
        lay(client, made, own=text)
    given = {"lies": ["1", "2"], "tray-1": "theirs", "tray-2": "theirs"}
    assert "Is there one small thing" in words_of(lay(client, made, **given))


def test_a_card_can_be_laid_back_out_of_every_tray(client: Client) -> None:
    made = rejected()
    lay(client, made, own="Luck")
    lay(client, made, **{"lies": "1", "tray-1": "theirs"})
    lay(client, made, lies="1")
    assert kept().cards[0]["tray"] == ""


def test_with_htmx_only_the_cards_come_back(client: Client) -> None:
    made = rejected()
    answer = client.post(
        url(made, Screen.MEANING),
        {"take": "closer", "into": "theirs"},
        headers={"HX-Request": "true"},
    ).content.decode()
    assert "<nav" not in answer
    assert 'tabindex="-1" autofocus' in answer
    assert kept().cards[0]["tray"] == "theirs"
