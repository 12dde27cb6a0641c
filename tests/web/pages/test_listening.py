"""A call with its notes, the page whose words go nowhere, practice, and the door."""

from typing import Any

import pytest
from django.test import Client
from django.utils.timezone import now

from onward.domain.listening.scenes import scenes
from onward.journey.applications.models import Application
from onward.journey.feedback.models import AngryVersion, Call, Door, FeedbackText
from tests.builders import application, person

pytestmark = pytest.mark.django_db


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def begun(client: Client, about: Application) -> Call:
    client.post(f"/applications/{about.pk}/call/")
    return Call.objects.latest("pk")


def write(client: Client, call: Call, text: str, **further: Any) -> None:
    client.post(f"/calls/{call.pk}/notes/", {"text": text, **further})


def test_opening_a_call_twice_opens_the_same_one(client: Client) -> None:
    about = application()
    assert begun(client, about) == begun(client, about)


def test_the_questions_taken_along_stand_on_the_page_and_on_paper(
    client: Client,
) -> None:
    call = begun(client, application())
    asked = {
        "first": "What did the strongest candidate show?",
        "second": "",
        "third": "",
    }
    client.post(f"/calls/{call.pk}/questions/", asked)
    for address in (f"/calls/{call.pk}/", f"/calls/{call.pk}/paper/"):
        assert "What did the strongest candidate show?" in page(client, address)


def test_notes_become_words_to_weigh_once_the_call_is_over(client: Client) -> None:
    about = application()
    call = begun(client, about)
    write(client, call, "Good on the data.", question=0)
    write(client, call, "Thin on examples.")
    shown = page(client, f"/calls/{call.pk}/")
    assert "Good on the data." in shown
    answer = client.post(f"/calls/{call.pk}/end/")
    assert answer.headers["Location"] == f"/applications/{about.pk}/feedback/"
    text = FeedbackText.objects.get()
    assert "Good on the data." in text.text
    assert "Thin on examples." in text.text


def test_a_note_can_be_taken_out_and_an_empty_one_is_none(client: Client) -> None:
    call = begun(client, application())
    write(client, call, "  ")
    write(client, call, "Wrong words")
    note = call.notes.get()
    client.post(f"/calls/{call.pk}/notes/{note.pk}/drop/")
    assert not call.notes.exists()


def test_a_call_without_notes_leaves_nothing_to_weigh(client: Client) -> None:
    about = application()
    call = begun(client, about)
    answer = client.post(f"/calls/{call.pk}/end/")
    assert answer.headers["Location"] == f"/applications/{about.pk}/"
    assert not FeedbackText.objects.exists()


def test_the_angry_version_can_be_deleted(client: Client) -> None:
    address = f"/applications/{application().pk}/angry/"
    client.post(address, {"text": "How dare you"})
    assert "How dare you" in page(client, address)
    client.post(address, {"text": "How dare you", "go": "delete"})
    assert not AngryVersion.objects.exists()
    assert "How dare you" not in page(client, address)


def test_once_sealed_the_angry_version_is_not_shown_again(client: Client) -> None:
    address = f"/applications/{application().pk}/angry/"
    client.post(address, {"text": "How dare you", "go": "seal"})
    assert "How dare you" not in page(client, address)
    assert AngryVersion.objects.get().text == "How dare you"


@pytest.mark.parametrize("scene", scenes(), ids=lambda one: one.key)
def test_every_scene_compares_three_answers(client: Client, scene: Any) -> None:
    assert len(scene.replies) == 3
    address = f"/listening/{scene.key}/"
    for number in range(3):
        assert page(client, f"{address}?answer={number}")


@pytest.mark.parametrize("answer", ["", "9", "x", "-1"])
def test_an_answer_that_is_none_shows_the_scene_again(
    client: Client, answer: str
) -> None:
    assert page(client, f"/listening/{scenes()[0].key}/?answer={answer}")


def test_a_scene_that_is_none_is_not_found(client: Client) -> None:
    assert client.get("/listening/nowhere/").status_code == 404


def test_what_was_decided_about_the_door_stands_with_the_employer(
    client: Client,
) -> None:
    about = application("Hallam & Rowe")
    at = f"/employers/{about.employer_id}/door/"
    kept = {"again": "maybe", "different": "A team of their own"}
    employer = client.post(at, kept).headers["Location"]
    assert "You might apply here again." in page(client, employer)
    assert "To be different: A team of their own" in page(client, employer)
    assert "A team of their own" in page(client, at)


def test_no_is_an_answer_about_the_door_too(client: Client) -> None:
    about = application()
    client.post(f"/employers/{about.employer_id}/door/", {"again": "no"})
    assert Door.objects.get().again == Door.Again.NO


def test_a_light_touch_comes_once_a_quarter_at_the_most(client: Client) -> None:
    about = application()
    at = f"/employers/{about.employer_id}/door/"
    client.post(at, {"again": "yes", "next_touch_on": now().date().isoformat()})
    client.post(f"{at}touched/")
    due = Door.objects.get().next_touch_on
    assert due is None or (due - now().date()).days >= 89


@pytest.mark.parametrize("rest", ["angry/", "call/"])
def test_another_person_s_pages_are_not_there(client: Client, rest: str) -> None:
    theirs = application(of=person("charlie"))
    assert client.post(f"/applications/{theirs.pk}/{rest}").status_code == 404
