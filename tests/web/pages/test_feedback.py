from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils.timezone import now

from onward.journey.applications.models import Application
from onward.journey.feedback.models import FeedbackNote, FeedbackRequest, FeedbackText
from onward.journey.history.models import Change
from onward.journey.history.services import undo_change
from onward.journey.outcome.models import Outcome
from tests.builders import application, person
from tests.journey.feedback.test_asking import rejected

pytestmark = pytest.mark.django_db
WORDS = (
    "Your answers were well structured, but we would have liked more detail on how you"
    " handled stakeholders. You weren't quite the right fit."
)
TRY, PARK = "try", "park"


def bring(client: Client, about: Application, text: str = WORDS) -> FeedbackText:
    client.post(f"/applications/{about.pk}/feedback/", {"text": text, "said_by": "PN"})
    return FeedbackText.objects.latest("pk")


def opened(client: Client, about: Application) -> list[FeedbackNote]:
    text = bring(client, about)
    client.post(f"/feedback/{text.pk}/ready/")
    return list(text.notes.order_by("start"))


def decide(client: Client, note: FeedbackNote, decision: str, reason: str = "") -> Any:
    said = {"decision": decision, "reason": reason}
    return client.post(f"/feedback/notes/{note.pk}/decide/", said)


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_words_stay_closed_until_the_person_is_ready(client: Client) -> None:
    text = bring(client, application())
    assert "well structured" not in page(client, f"/feedback/{text.pk}/")
    assert not text.notes.exists()
    client.post(f"/feedback/{text.pk}/ready/")
    assert "well structured" in page(client, f"/feedback/{text.pk}/")


def test_each_note_is_a_quote_of_the_words(client: Client) -> None:
    notes = opened(client, application())
    assert len(notes) == 3
    for note in notes:
        assert note.text.text[note.start : note.end].strip()
    assert [note.kind for note in notes] == ["strength", "improvement", "unclear"]


def test_reading_twice_makes_no_note_twice(client: Client) -> None:
    notes = opened(client, application())
    client.post(f"/feedback/{notes[0].text_id}/ready/")
    assert FeedbackNote.objects.count() == 3


def test_a_note_is_taken_through_four_steps(client: Client) -> None:
    note = opened(client, application())[1]
    at = f"/feedback/notes/{note.pk}/"
    assert "What is this about?" in page(client, f"{at}sort/")
    answer = client.post(f"{at}sort/", {"kind": "advice", "competency": ""})
    assert answer.headers["Location"] == f"{at}translate/"
    client.post(f"{at}translate/", {"behaviour": "no name of a stakeholder"})
    assert "weight" in page(client, f"{at}weigh/")
    client.post(f"{at}weigh/", {"noticed": "yes"})
    decide(client, note, TRY)
    note.refresh_from_db()
    assert (note.kind, note.behaviour, note.matches_own_log, note.decision) == (
        *("advice", "no name of a stakeholder", True, TRY),
    )
    assert note.weight in {"low", "medium", "high"}


def test_every_step_can_be_left_out(client: Client) -> None:
    note = opened(client, application())[2]
    at = f"/feedback/notes/{note.pk}/translate/"
    answer = client.post(at, {"go": "skip", "behaviour": "x"})
    assert answer.headers["Location"].endswith("/weigh/")
    note.refresh_from_db()
    assert note.behaviour == ""


def test_one_thing_is_tried_at_a_time(client: Client) -> None:
    first, second, _ = opened(client, application())
    decide(client, first, TRY)
    answer = decide(client, second, TRY)
    assert answer.status_code == 400
    assert "one thing to try already" in answer.content.decode()
    decide(client, second, PARK)
    second.refresh_from_db()
    assert second.decision == PARK


def test_seeing_it_otherwise_takes_a_reason(client: Client) -> None:
    note = opened(client, application())[0]
    assert decide(client, note, "disagree").status_code == 400
    decide(client, note, "disagree", "I was asked for it.")
    note.refresh_from_db()
    assert note.reason == "I was asked for it."


def test_a_decision_can_be_taken_back(client: Client) -> None:
    note = opened(client, application())[0]
    decide(client, note, PARK)
    undo_change(change=Change.objects.latest("pk"))
    note.refresh_from_db()
    assert note.decision == ""


def test_what_was_decided_can_be_read_again_with_its_source(client: Client) -> None:
    note = opened(client, application("Tarn"))[0]
    decide(client, note, "keep")
    text = page(client, "/feedback/")
    assert "well structured" in text
    assert "Tarn, PN" in text


def test_feedback_in_the_no_is_taken_in_once(client: Client) -> None:
    about = rejected()
    Outcome.objects.filter(application=about).update(feedback_given="You were clear.")
    at = f"/applications/{about.pk}/feedback/"
    shown = page(client, at)
    assert "Their no holds feedback" in shown
    assert "You were clear." not in shown
    for _ in range(2):
        client.post(f"{at}take-in/")
    assert FeedbackText.objects.get().text == "You were clear."


def test_words_that_are_brought_in_end_the_waiting(client: Client) -> None:
    about = application()
    asked = FeedbackRequest.objects.create(
        person=about.person,
        application=about,
        state=FeedbackRequest.State.ASKED,
        begun_at=now(),
        asked_at=now(),
    )
    bring(client, about)
    asked.refresh_from_db()
    assert (asked.state, asked.end) == ("closed", "specific")


def test_nothing_brought_in_is_said(client: Client) -> None:
    about = application()
    answer = client.post(f"/applications/{about.pk}/feedback/", {"text": " \n "})
    assert answer.status_code in {200, 400}
    assert not FeedbackText.objects.exists()


@pytest.mark.parametrize("step", ["sort", "translate", "weigh", "decide"])
def test_another_person_s_notes_are_not_there(client: Client, step: str) -> None:
    theirs = application(of=person("charlie"))
    text = FeedbackText.objects.create(
        person=theirs.person,
        application=theirs,
        source="pasted",
        text="You were clear.",
        received_at=now(),
    )
    note = FeedbackNote.objects.create(
        person=theirs.person, text=text, start=0, end=15, kind="strength"
    )
    assert client.get(f"/feedback/{text.pk}/").status_code == 404
    assert client.get(f"/feedback/notes/{note.pk}/{step}/").status_code == 404


def test_more_points_cost_no_more_queries(
    client: Client, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    for place in ("Tarn", "Fell", "Beck", "Gill"):
        for note in opened(client, application(place)):
            decide(client, note, PARK)
    with django_assert_max_num_queries(12):
        page(client, "/feedback/")
