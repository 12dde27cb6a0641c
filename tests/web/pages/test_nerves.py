from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from onward.domain.applications.events import EventKind
from onward.domain.nerves.ladder import Rung
from onward.domain.nerves.techniques import Technique, about
from onward.journey.applications.models import Application, Round
from onward.journey.applications.services import record_event
from onward.journey.nerves.keeping import keep_letter
from onward.journey.nerves.models import OwnLine, Use
from onward.journey.nerves.queries import letter_for, rung_of
from onward.journey.nerves.services import rate_after, rate_before
from onward.journey.people.sealing import lock_up, set_passphrase
from onward.journey.preparation.models import EvidenceCard
from tests.builders import NOON, application, person
from tests.web.pages.pages import page_of, words

pytestmark = pytest.mark.django_db
BREATHING = "/nerves/breathing/"


@pytest.fixture(autouse=True)
def _day(settings: Settings) -> None:
    settings.TODAY = date(2026, 11, 23)


@pytest.fixture
def tomorrow() -> Application:
    """Make an application with an interview tomorrow."""
    made = application()
    record_event(
        application=made,
        kind=EventKind.INTERVIEW_SCHEDULED,
        happened_at=NOON + timedelta(days=1),
        has_time=True,
    )
    return made


def rated(before: int, after: int) -> None:
    use = rate_before(person=person(), technique=Technique.BREATHING, rating=before)
    rate_after(use=use, rating=after)


def test_the_pacer_is_one_tap_from_today_and_from_the_application(
    client: Client, tomorrow: Application
) -> None:
    for url in ("/", page_of(tomorrow)):
        assert f'href="{BREATHING}"' in client.get(url).content.decode()


def test_a_talk_next_week_does_not_bring_up_nerves(client: Client) -> None:
    later = application()
    record_event(
        application=later,
        kind=EventKind.INTERVIEW_SCHEDULED,
        happened_at=NOON + timedelta(days=5),
    )
    assert BREATHING not in client.get("/").content.decode()


@pytest.mark.parametrize("technique", Technique)
def test_each_technique_says_what_it_is_known_to_do_and_what_it_is_not(
    client: Client, technique: Technique
) -> None:
    page = words(client, f"/nerves/{technique}/")
    assert "What it is known to do" in page
    assert "What it is not" in page
    assert "Sources last looked at on" in page


def test_a_technique_nobody_knows_is_not_found(client: Client) -> None:
    assert client.get("/nerves/shouting/").status_code == 404


def test_ratings_sent_again_and_again_are_one_use_of_the_interview(
    client: Client, tomorrow: Application
) -> None:
    talk = Round.objects.of(person()).get()
    told = {"mark": "a1", "go": "stay", "round": talk.pk, "before": 7}
    assert client.post(f"{BREATHING}rate/", told).status_code == 204
    client.post(f"{BREATHING}rate/", told | {"after": 4})
    use = Use.objects.of(person()).get()
    assert (use.before, use.after, use.round) == (7, 4, talk)


def test_nothing_rated_keeps_nothing(client: Client) -> None:
    client.post(f"{BREATHING}rate/", {"mark": "a1"})
    assert not Use.objects.of(person()).exists()


@pytest.mark.parametrize("wrong", [{"before": "11"}, {"after": "-1"}, {"before": "x"}])
def test_a_rating_off_the_scale_is_not_kept(
    client: Client, wrong: dict[str, str]
) -> None:
    client.post(f"{BREATHING}rate/", {"mark": "a1", **wrong})
    assert not Use.objects.of(person()).exists()


def test_what_helps_is_said_in_a_sentence_with_its_range(client: Client) -> None:
    assert "Rate how you are before and after" in words(client, "/nerves/")
    rated(7, 4)
    assert "Too early to tell: rated once so far, and it takes 6." in words(
        client, "/nerves/"
    )
    for before, after in [(6, 4), (8, 5), (5, 4), (7, 5), (8, 6)]:
        rated(before, after)
    page = words(client, "/nerves/")
    assert "“Breathe slowly” goes with calmer nerves for you." in page
    assert "2.2 points lower on average, most likely between 1.5 and 2.8." in page
    assert "rise and fall by themselves" in page


def test_own_lines_are_added_changed_and_taken_away(client: Client) -> None:
    client.post("/nerves/blank/lines/", {"text": "One moment."})
    line = OwnLine.objects.of(person()).get()
    assert "One moment." in words(client, "/nerves/blank/")
    client.post(f"/nerves/lines/{line.pk}/", {"text": "A moment, please."})
    assert "A moment, please." in words(client, "/nerves/blank/")
    client.post(f"/nerves/lines/{line.pk}/", {"go": "away"})
    assert not OwnLine.objects.of(person()).exists()


def test_a_line_that_was_taken_is_offered_no_more(client: Client) -> None:
    offered = about(Technique.BLANK).lines[0]
    client.post("/nerves/blank/lines/", {"text": offered})
    page = client.get("/nerves/blank/").content.decode()
    assert f'value="{offered}"' not in page
    assert offered in page


def test_another_persons_line_is_not_found(client: Client) -> None:
    line = OwnLine.objects.create(
        person=person("sam"), technique=Technique.BLANK, text="Theirs."
    )
    assert client.post(f"/nerves/lines/{line.pk}/", {"go": "away"}).status_code == 404


def test_the_letter_keeps_itself_and_is_for_one_application(
    client: Client, tomorrow: Application
) -> None:
    at = f"/nerves/letter/?about={tomorrow.pk}"
    told = {"text": "You\r\ncan.", "go": "stay"}
    assert client.post(at, told).status_code == 204
    assert letter_for(person(), tomorrow) == "You\ncan."
    assert letter_for(person()) == ""
    assert "For Data Analyst, Acme ." in words(client, at)


def test_beside_the_letter_stands_evidence_of_ones_own(client: Client) -> None:
    assert "From your evidence cards" not in words(client, "/nerves/letter/")
    EvidenceCard.objects.create(
        person=person(),
        headline="Moved the library",
        result="No book was lost.",
        written_at=NOON,
    )
    page = words(client, "/nerves/letter/")
    assert "From your evidence cards Moved the library No book was lost." in page


def test_another_persons_application_gets_no_letter(client: Client) -> None:
    theirs = application(of=person("sam"))
    assert client.get(f"/nerves/letter/?about={theirs.pk}").status_code == 404


def test_a_locked_letter_is_opened_and_comes_back_to_the_same_one(
    client: Client,
    tomorrow: Application,
    django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[object]],
) -> None:
    keep_letter(person=person(), text="You can.", application=tomorrow)
    with django_capture_on_commit_callbacks(execute=True):
        set_passphrase(person=person(), passphrase="four plain words here")
    lock_up(person=person())
    at = f"/nerves/letter/?about={tomorrow.pk}"
    asking = client.get(at).headers["Location"]
    answer = client.post(asking, {"passphrase": "four plain words here"}, follow=True)
    assert answer.redirect_chain[-1][0] == at
    assert "You can." in answer.content.decode()


def test_letters_already_written_are_listed_without_their_words(
    client: Client, tomorrow: Application
) -> None:
    keep_letter(person=person(), text="Quinsybramble.", application=tomorrow)
    page = words(client, "/nerves/letter/")
    assert "Data Analyst, Acme written" in page
    assert "Quinsybramble" not in page


def test_the_person_sets_the_rung(client: Client) -> None:
    client.post("/nerves/ladder/rung/", {"rung": "friend"})
    assert rung_of(person()) is Rung.FRIEND
    client.post("/nerves/ladder/rung/", {"rung": "moon"})
    assert rung_of(person()) is Rung.FRIEND


def test_more_uses_cost_no_more_questions(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(30):
        rated(6, 5)
    with django_assert_max_num_queries(12):
        client.get("/nerves/")
