from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from onward import wiring
from onward.domain.interview.matching.suggestion import Strength
from onward.journey.development.focusing import Begun, begin_focus
from onward.journey.feedback.models import OutgoingLetter
from onward.journey.people.models import Person
from onward.journey.preparation.cards import say_strength, write_card
from onward.journey.preparation.models import Criterion, Preparation
from tests.builders import TODAY, application, message, person
from tests.journey.development.test_focusing import note
from tests.web.pages.prepared import (
    at,
    card,
    line,
    page,
    planned,
    told,
    with_advert,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _stand_still(settings: Settings, tmp_path: Path) -> None:
    settings.TODAY = TODAY
    settings.USES_KEY_RING = False
    settings.DATA_DIR = tmp_path
    wiring.vault.cache_clear()


def test_likely_questions_say_what_they_test_and_why_they_are_there(
    client: Client,
) -> None:
    about = with_advert(client)
    shown = page(client, at(about, "questions/"))
    assert "What is this testing?" in shown
    assert "The advert asks for it" in shown
    client.post(at(about, "questions/"), {"sector": "data"})
    assert Preparation.objects.get(application=about).sector == "data"


def test_what_was_found_out_is_kept_with_where_it_stands(client: Client) -> None:
    about = planned()
    found = {"key": "news", "note": "A new office in Otley", "source": "their page"}
    client.post(at(about, "research/"), found)
    assert "A new office in Otley" in page(client, at(about, "research/"))
    client.post(at(about, "research/"), {"key": "news", "note": ""})
    assert "A new office" not in page(client, at(about, "research/"))


def test_the_way_there_has_room_for_what_goes_wrong(client: Client) -> None:
    about = planned()
    client.post(at(about, "day/"), {"travel_minutes": "40", "place": "4 Canal Wharf"})
    shown = page(client, at(about, "day/"))
    # The talk is at 12:00; ten minutes early, forty on the way, fifteen to spare.
    assert "Leave at 10:55." in shown
    assert "Leave at 10:55" in page(client, at(about))


def test_the_morning_page_holds_what_is_needed_and_nothing_more(
    client: Client,
) -> None:
    about = with_advert(client)
    begin_focus(person=person(), begun=Begun(thing="Give a result"))
    say_strength(criterion=line("SQL"), card=card(), strength=Strength.STRONG)
    said = {"first": "What is hardest?", "first_move": "say: let me think"}
    client.post(at(about, "asks/"), said)
    shown = page(client, at(about, "morning/"))
    for words in (
        *("Saturday, 28 November", "Experience of SQL", "Seven shops, one sheet"),
        *("Three questions to expect", "What is hardest?", "say: let me think"),
        "I can give a result",
    ):
        assert words in shown


def test_their_last_words_and_the_one_thing_are_in_view(client: Client) -> None:
    about = planned()
    note(about)
    begin_focus(person=person(), begun=Begun(thing="Give a result"))
    shown = page(client, at(about))
    assert "Your examples lacked detail" in shown
    assert "I can give a result" in shown


def test_readiness_is_a_list_and_never_a_share(client: Client) -> None:
    about = with_advert(client)
    for rest in ("", "matrix/", "research/", "questions/"):
        assert "%" not in page(client, at(about, rest)).partition("<main")[2]


def test_a_letter_asks_for_what_is_needed_and_keeps_why_locked(
    client: Client,
) -> None:
    about = planned()
    message(about, sender_address="priya@hr.example", subject="Your interview")
    needs = {"needs": ["printed", "time"], "why": "I stammer."}
    client.post(at(about, "needs/"), needs)
    kept = Preparation.objects.get(application=about)
    assert b"stammer" not in bytes(kept.why_sealed)
    shown = page(client, at(about, "needs/letter/"))
    assert "a printed copy of the questions" in shown
    assert "I stammer." in shown
    assert "Tone" in shown
    draft = client.get(at(about, "needs/letter/draft.eml"))
    assert b"X-Unsent: 1" in draft.content
    client.post(
        at(about, "needs/letter/"),
        {"subject": "x", "text": "Dear Priya", "go": "mine"},
    )
    assert "Asked, no answer yet" in page(client, at(about, "needs/"))
    assert not OutgoingLetter.objects.exists()


def test_a_letter_without_anything_needed_goes_back_to_the_question(
    client: Client,
) -> None:
    answer = client.get(at(planned(), "needs/letter/"))
    assert answer.status_code == 302


def test_nobody_prepares_with_what_belongs_to_another(client: Client) -> None:
    other = Person.objects.create_user(username="other")
    theirs = application(of=other)
    row = Criterion.objects.create(
        person=other, application=theirs, quote="x", kind="skill"
    )
    story = write_card(person=other, told=told())
    assert client.get(at(theirs)).status_code == 404
    for address in (
        *(
            f"/applications/criteria/{row.pk}/",
            f"/applications/criteria/{row.pk}/cards/",
        ),
        *(f"/prepare/cards/{story.pk}/", f"/prepare/cards/new/?for={row.pk}"),
    ):
        assert client.get(address).status_code == 404, address
    assert client.post(f"/prepare/cards/{story.pk}/remove/").status_code == 404


def test_an_interview_coming_up_leads_to_getting_ready(client: Client) -> None:
    about = planned()
    assert at(about) in page(client, "/")
    assert about.next_at is not None
