import re
from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from onward.domain.applications.events import EventKind
from onward.journey.development.focusing import focus_from_note
from onward.journey.development.models import Drill, Focus, Review
from onward.journey.development.queries import current_focus
from onward.journey.feedback.models import FeedbackNote
from onward.journey.history.models import Change
from onward.journey.history.services import undo_change
from tests.builders import NOON, TODAY, application, event, person
from tests.journey.development.test_focusing import note

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _stand_still(settings: Settings) -> None:
    settings.TODAY = TODAY


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return " ".join(answer.content.decode().split())


def begun(client: Client, theme: str = "evidence") -> Focus:
    client.post("/plan/begin/", {"theme": theme})
    found = current_focus(person())
    assert found
    return found


def test_the_board_says_what_several_say_and_opens_their_words(client: Client) -> None:
    for name in ("Acme", "Brill", "Cato"):
        note(application(name))
    shown = page(client, "/plan/patterns/")
    assert "Examples and what came of them: three voices" in shown
    assert shown.count("<blockquote>Your examples lacked detail") == 3
    assert "Others mention it, you have not" in shown


def test_an_adviser_joins_the_board(client: Client) -> None:
    said = {"text": "Keep it brief.", "said_by": "J.", "leaning": "build"}
    client.post("/plan/patterns/", said)
    assert "How an answer is built" in page(client, "/plan/patterns/")


def test_a_point_can_be_put_to_another_theme_and_back(client: Client) -> None:
    point = note(application(), "You let him have it.")
    shown = page(client, "/plan/patterns/")
    assert "Not laid to a theme" in shown
    address = f"/plan/patterns/place/?key=note%3A{point.pk}"
    assert address in shown
    assert "You let him have it." in page(client, address)
    client.post(address, {"theme": "relevance"})
    shown = page(client, "/plan/patterns/")
    assert "Staying close to the question" in shown
    assert "Not laid to a theme" not in shown
    undo_change(change=Change.objects.latest("pk"))
    assert "Not laid to a theme" in page(client, "/plan/patterns/")
    assert client.get("/plan/patterns/place/?key=note:0").status_code == 404


def test_without_anything_the_plan_teaches_how_to_begin(client: Client) -> None:
    assert "No focus yet" in page(client, "/plan/")
    assert "Nothing to put together yet" in page(client, "/plan/patterns/")


def test_a_pattern_becomes_a_plan_screen_by_screen(client: Client) -> None:
    note(application())
    assert "Examples and what came of them" in page(client, "/plan/")
    focus = begun(client)
    at = f"/plan/{focus.pk}/"
    assert "give one result with a number" in page(client, f"{at}goal/")
    told = {"thing": "Give a result.", "by_on": "2026-12-04", "confidence": "6"}
    assert client.post(f"{at}goal/", told).headers["Location"] == f"{at}wish/"
    client.post(f"{at}wish/", {"obstacle": "I say we"})
    client.post(f"{at}if-then/", {"cue": "They ask", "action": "Say the result"})
    week = {"weekday": "1", "at": "18:00", "minutes": "20", "where": "kitchen"}
    client.post(f"{at}week/", week)
    client.post(f"{at}setback/", {"setback": "silence", "first": "walk"})
    client.post(f"{at}who/", {"supporter": "Sam"})
    client.post(f"{at}practices/", {"rung": "record", "times": "3"})
    shown = page(client, "/plan/")
    for words in (
        "By 4 December I can give a result",
        "If they ask, then I say the result.",
        *("I say we", "Tuesday, 18:00, 20 minutes, kitchen", "walk", "Sam", "Recorded"),
    ):
        assert words in shown


def test_every_screen_can_be_left_out(client: Client) -> None:
    focus = begun(client)
    for name in ("goal", "wish", "if-then", "week", "setback", "who", "practices"):
        answer = client.post(f"/plan/{focus.pk}/{name}/", {"go": "skip"})
        assert answer.status_code == 302
    assert client.get(f"/plan/{focus.pk}/nothing/").status_code == 404


def test_a_goal_that_is_theirs_to_decide_gets_a_kind_look(client: Client) -> None:
    focus = begun(client)
    client.post(f"/plan/{focus.pk}/goal/", {"thing": "get the job", "go": "stay"})
    assert "theirs to decide" in page(client, f"/plan/{focus.pk}/goal/")


def test_trying_a_point_once_is_a_focus_in_one_press(client: Client) -> None:
    point = note(application(), decision=FeedbackNote.Decision.TRY, decided_at=NOON)
    assert f"/plan/from-feedback/{point.pk}/" in page(client, "/feedback/")
    answer = client.post(f"/plan/from-feedback/{point.pk}/")
    assert "goal" in answer.headers["Location"]
    assert "Your examples lacked detail" in page(client, answer.headers["Location"])


def test_a_due_practice_is_a_quiet_step_of_today(client: Client) -> None:
    focus = begun(client)
    client.post(f"/plan/{focus.pk}/goal/", {"thing": "give a result"})
    assert "One question to practise" in page(client, "/")
    first = Drill.objects.order_by("number").first()
    assert first
    shown = page(client, f"/plan/practices/{first.pk}/")
    assert "What is this testing?" in shown
    client.post(f"/plan/practices/{first.pk}/", {"go": "done"})
    assert "One question to practise" not in page(client, "/")
    client.post(f"/plan/practices/{first.pk}/", {"go": "undo"})
    assert "One question to practise" in page(client, "/")


def test_after_a_round_today_asks_for_the_one_thing_once(client: Client) -> None:
    focus = begun(client)
    Focus.objects.update(begun_at=NOON - timedelta(days=9), thing="give a result")
    event(application("Held"), EventKind.INTERVIEW_SCHEDULED, ago=2, has_time=True)
    found = re.search(r"/plan/review/(\d+)/", page(client, "/"))
    assert found
    assert "Did I do the one thing?" in page(client, found[0])
    client.post(found[0], {"done": "yes", "rating": "4", "verdict": "change"})
    assert Review.objects.get().focus == focus
    assert "/plan/review/" not in page(client, "/")
    assert "Held, did it" in page(client, "/plan/")


def test_what_waits_can_be_taken_up_and_put_away(client: Client) -> None:
    first = begun(client)
    begun(client, "structure")
    client.post(f"/plan/{first.pk}/take-up/")
    assert current_focus(person()) == first
    for way in ("space", "shelf", "take-up", "retire"):
        client.post(f"/plan/{first.pk}/{way}/")
    assert current_focus(person()) is None
    assert "Done with" in page(client, "/plan/")


def test_nobody_sees_the_plan_of_another(client: Client) -> None:
    other = person("other")
    point = note(application(of=other))
    focus = focus_from_note(note=point)
    assert client.get(f"/plan/{focus.pk}/goal/").status_code == 404
    assert client.post(f"/plan/{focus.pk}/retire/").status_code == 404
    assert client.post(f"/plan/from-feedback/{point.pk}/").status_code == 404


def test_a_fuller_plan_costs_no_more_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(8):
        note(application(f"Employer {number}"))
        begun(client)
    focus = begun(client)
    client.post(f"/plan/{focus.pk}/practices/", {"rung": "alone", "times": "9"})
    with django_assert_max_num_queries(16):
        page(client, "/plan/")
    with django_assert_max_num_queries(14):
        page(client, "/plan/patterns/")
