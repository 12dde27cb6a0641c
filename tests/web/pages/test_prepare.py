from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from onward import wiring
from onward.domain.applications.events import EventKind
from onward.domain.interview.matching.suggestion import Strength
from onward.journey.applications.models import Application
from onward.journey.development.focusing import Begun, begin_focus
from onward.journey.feedback.models import OutgoingLetter
from onward.journey.history.models import Change
from onward.journey.history.services import undo_change
from onward.journey.people.models import Person
from onward.journey.preparation.cards import Told, say_strength, write_card
from onward.journey.preparation.models import Criterion, EvidenceCard, Preparation
from onward.journey.preparation.queries import matrix_of
from tests.builders import TODAY, application, event, message, person
from tests.journey.development.test_focusing import note

pytestmark = pytest.mark.django_db
ADVERT = """Data Analyst, Hallam & Rowe

What you will bring
- Experience of SQL and reporting
- Confidence in explaining figures to people who do not like them
- A driving licence would be nice to have

What we offer
- 28 days of holiday
"""


@pytest.fixture(autouse=True)
def _stand_still(settings: Settings, tmp_path: Path) -> None:
    settings.TODAY = TODAY
    settings.USES_KEY_RING = False
    settings.DATA_DIR = tmp_path
    wiring.vault.cache_clear()


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return " ".join(answer.content.decode().split())


def planned(employer: str = "Hallam & Rowe") -> Application:
    about = application(employer)
    event(about, EventKind.INTERVIEW_SCHEDULED, ago=-5, has_time=True)
    return about


def at(about: Application, rest: str = "") -> str:
    return f"/applications/{about.pk}/prepare/{rest}"


def with_advert(client: Client) -> Application:
    about = planned()
    client.post(at(about, "advert/"), {"text": ADVERT})
    return about


def told(headline: str = "Seven shops, one sheet", **further: Any) -> Told:
    return Told(headline=headline, actions=("I built the report in SQL",), **further)


def card(headline: str = "Seven shops, one sheet", **further: Any) -> EvidenceCard:
    return write_card(person=person(), told=told(headline, **further))


def line(words: str) -> Criterion:
    return next(row for row in Criterion.objects.all() if words in row.words)


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
    client.post(f"/applications/criteria/{row.pk}/", {"words": "SQL", "must_have": "on"})
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
    client.post(at(about, "advert/"), {"text": "You must have a bus licence."})
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
    assert "No card yet for: Experience of SQL" in page(client, at(about))
    shown = page(client, f"/applications/criteria/{row.pk}/cards/")
    assert "could fit" in shown
    laid = {f"card-{story.pk}": "strong"}
    client.post(f"/applications/criteria/{row.pk}/cards/", laid)
    assert matrix_of(about).rows[0].strength in {Strength.STRONG, Strength.NONE}
    assert "No card yet for: Experience of SQL" not in page(client, at(about))
    shown = page(client, at(about, "matrix/"))
    assert story.headline in shown
    assert "strong" in shown
    client.post(f"/applications/criteria/{row.pk}/cards/", {f"card-{story.pk}": "none"})
    assert "No card yet for: Experience of SQL" in page(client, at(about))


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
    assert "“Seven shops, one sheet” carries 4 lines." in shown


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
        *(f"/applications/criteria/{row.pk}/", f"/applications/criteria/{row.pk}/cards/"),
        *(f"/prepare/cards/{story.pk}/", f"/prepare/cards/new/?for={row.pk}"),
    ):
        assert client.get(address).status_code == 404, address
    assert client.post(f"/prepare/cards/{story.pk}/remove/").status_code == 404


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


def test_an_interview_coming_up_leads_to_getting_ready(client: Client) -> None:
    about = planned()
    assert at(about) in page(client, "/")
    assert about.next_at is None or about.next_at - timedelta(days=5)
