from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from onward import wiring
from onward.domain.interview.matching.suggestion import Strength
from onward.journey.history.models import Change
from onward.journey.history.services import undo_change
from onward.journey.preparation.cards import Told, say_strength, write_card
from onward.journey.preparation.models import Criterion, EvidenceCard
from onward.journey.preparation.queries import matrix_of
from tests.builders import TODAY, person
from tests.web.pages.prepared import (
    ADVERT,
    at,
    card,
    line,
    page,
    planned,
    with_advert,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _stand_still(settings: Settings, tmp_path: Path) -> None:
    settings.TODAY = TODAY
    settings.USES_KEY_RING = False
    settings.DATA_DIR = tmp_path
    wiring.vault.cache_clear()


def test_an_advert_becomes_lines_that_are_quotes_of_it(client: Client) -> None:
    about = with_advert(client)
    shown = page(client, at(about, "criteria/"))
    assert "Experience of SQL and reporting" in shown
    assert "28 days" not in shown
    about.refresh_from_db()
    for row in Criterion.objects.all():
        assert about.advert[row.start : row.end] == row.quote


def test_an_advert_can_come_as_a_file(client: Client) -> None:
    about = planned()
    listed = "".join(f"<li>{row[2:]}</li>" for row in ADVERT.splitlines()[3:6])
    content = f"<h1>Data Analyst</h1><h2>What you will bring</h2><ul>{listed}</ul>"
    file = SimpleUploadedFile("advert.html", content.encode())
    client.post(at(about, "advert/"), {"file": file})
    assert "Experience of SQL" in page(client, at(about, "criteria/"))
    odd = SimpleUploadedFile("advert.xyz", b"\0\1")
    answer = client.post(at(about, "advert/"), {"file": odd})
    assert "cannot be read" in answer.content.decode()


def test_each_line_can_be_changed_added_and_taken_away_and_had_back(
    client: Client,
) -> None:
    about = with_advert(client)
    row = line("SQL")
    client.post(
        f"/applications/criteria/{row.pk}/", {"words": "SQL", "must_have": "on"}
    )
    assert "In the advert: Experience of SQL" in page(client, at(about, "criteria/"))
    client.post(at(about, "criteria/"), {"words": "Weekend work"})
    assert "Weekend work" in page(client, at(about, "criteria/"))
    client.post(f"/applications/criteria/{row.pk}/remove/")
    lines = page(client, at(about, "criteria/")).partition("</main>")[0]
    assert "Experience of SQL" not in lines
    undo_change(change=Change.objects.latest("pk"))
    assert "Experience of SQL" in page(client, at(about, "criteria/"))


def test_the_advert_again_keeps_what_the_person_made_of_it(client: Client) -> None:
    about = with_advert(client)
    row = line("explaining figures")
    say_strength(criterion=row, card=card(), strength=Strength.THIN)
    client.post(f"/applications/criteria/{line('SQL').pk}/", {"words": "SQL"})
    client.post(at(about, "advert/"), {"text": "Requirements\n- A bus licence\n"})
    shown = page(client, at(about, "criteria/"))
    assert "bus licence" in shown
    assert "explaining figures" in shown
    assert "In the advert: Experience of SQL" in shown
    assert "A driving licence" not in shown


def test_the_matrix_shows_what_is_none_until_a_card_is_laid_to_it(
    client: Client,
) -> None:
    about = with_advert(client)
    row, story = line("SQL"), card()
    gap = f'cards/">{row.words}</a>'
    assert gap in page(client, at(about))
    shown = page(client, f"/applications/criteria/{row.pk}/cards/")
    assert "Nearest in it: I built the report in SQL" in shown
    laid = {f"card-{story.pk}": "strong"}
    client.post(f"/applications/criteria/{row.pk}/cards/", laid)
    assert matrix_of(about).rows[0].strength in {Strength.STRONG, Strength.NONE}
    assert gap not in page(client, at(about))
    shown = page(client, at(about, "matrix/"))
    assert story.headline in shown
    assert "strong" in shown
    client.post(f"/applications/criteria/{row.pk}/cards/", {f"card-{story.pk}": "none"})
    assert gap in page(client, at(about))


def test_a_gap_leads_to_a_card_written_for_it(client: Client) -> None:
    about = with_advert(client)
    row = line("explaining figures")
    address = f"/prepare/cards/new/?for={row.pk}"
    assert "explaining figures" in page(client, address)
    said = {
        "headline": "The board and the bar chart",
        "situation": "Charity, last spring, nine trustees",
        "first": "I drew one chart",
        "result": "They agreed in 20 minutes",
        "survives": "What if they had said no?",
    }
    client.post(address, said)
    assert "The board and the bar chart" in page(client, at(about, "matrix/"))
    assert "They agreed in 20 minutes" in page(client, "/prepare/cards/")


def test_a_card_has_no_room_for_a_script(client: Client) -> None:
    long = {"headline": "x", "first": "word " * 61}
    answer = client.post("/prepare/cards/new/", long)
    assert "300" in answer.content.decode()
    wordy = {"headline": "x", "situation": "one two three four " * 4}
    answer = client.post("/prepare/cards/new/", wordy)
    assert "Twelve words at the most" in answer.content.decode()
    assert not EvidenceCard.objects.exists()


def test_a_card_is_changed_taken_away_and_had_back(client: Client) -> None:
    story = card()
    client.post(f"/prepare/cards/{story.pk}/", {"headline": "Eight shops"})
    assert "Eight shops" in page(client, "/prepare/cards/")
    undo_change(change=Change.objects.latest("pk"))
    assert "Seven shops" in page(client, "/prepare/cards/")
    client.post(f"/prepare/cards/{story.pk}/remove/")
    assert "No cards yet" in page(client, "/prepare/cards/")
    undo_change(change=Change.objects.latest("pk"))
    assert "Seven shops" in page(client, "/prepare/cards/")


def test_one_story_that_carries_too_much_is_pointed_at(client: Client) -> None:
    about = planned()
    story = card()
    for number in range(4):
        client.post(at(about, "criteria/"), {"words": f"Line {number}"})
        row = line(f"Line {number}")
        say_strength(criterion=row, card=story, strength=Strength.OK)
    shown = page(client, at(about, "matrix/"))
    assert "“Seven shops, one sheet” carries 4 lines alone." in shown


def test_more_lines_and_cards_cost_no_more_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    about = planned()
    for number in range(9):
        client.post(at(about, "criteria/"), {"words": f"Line {number} of SQL"})
        story = card(f"Card {number}")
        row = line(f"Line {number}")
        say_strength(criterion=row, card=story, strength=Strength.OK)
    for address, most in (
        *((at(about), 24), (at(about, "matrix/"), 14), (at(about, "questions/"), 24)),
        *((at(about, "morning/"), 22), ("/prepare/cards/", 11)),
    ):
        with django_assert_max_num_queries(most, info=address):
            page(client, address)


def test_a_cv_gives_lines_to_confirm_and_invents_nothing(client: Client) -> None:
    cv = "Shop manager, 2021 to 2024\n- Trained six volunteers, cutting errors by half"
    client.post("/prepare/cards/from-cv/", {"text": cv})
    suggested = EvidenceCard.objects.get()
    assert suggested.is_suggested
    assert suggested.cv_quote in cv
    shown = page(client, "/prepare/cards/")
    assert "Trained six volunteers, cutting errors by half" in shown
    kept = {"headline": "Six volunteers", "first": "I trained them"}
    client.post(f"/prepare/cards/{suggested.pk}/", kept)
    assert not EvidenceCard.objects.get().is_suggested
    client.post("/prepare/cards/from-cv/", {"text": cv})
    assert EvidenceCard.objects.count() == 1


def test_cards_that_tell_one_thing_two_ways_are_shown(client: Client) -> None:
    story = "the spring report for the charity shops in Leeds"
    write_card(person=person(), told=Told("a", story, result="It covered 7 shops"))
    write_card(person=person(), told=Told("b", story, result="It covered 9 shops"))
    shown = page(client, "/prepare/cards/")
    assert "Two cards say different things" in shown
