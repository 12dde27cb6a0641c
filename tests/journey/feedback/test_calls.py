import pytest
from django.utils.timezone import now

from onward.domain.applications.events import EventKind
from onward.journey.applications.models import Event
from onward.journey.feedback.asking import begin_request
from onward.journey.feedback.calls import (
    begin_call,
    choose_questions,
    drop_note,
    end_call,
    kit_of,
    words_of,
    write_note,
)
from onward.journey.feedback.models import FeedbackText
from tests.builders import application

pytestmark = pytest.mark.django_db


def test_a_call_that_was_begun_goes_on() -> None:
    about = application()
    assert begin_call(application=about) == begin_call(application=about)


def test_three_questions_at_most_are_taken_along() -> None:
    call = begin_call(application=application())
    choose_questions(call=call, questions=["A?", "", "B?", "C?", "D?"])
    assert kit_of(call).questions == ("A?", "B?", "C?")


def test_notes_stand_under_their_question() -> None:
    call = begin_call(application=application())
    write_note(call=call, text="the panel was warm")
    write_note(call=call, text="a number in each answer", question=1)
    write_note(call=call, text="good on data", question=0)
    write_note(call=call, text="  ")
    assert words_of(call).splitlines() == [
        "good on data",
        "a number in each answer",
        "the panel was warm",
    ]


def test_a_note_can_be_taken_out() -> None:
    call = begin_call(application=application())
    note = write_note(call=call, text="oops")
    assert note
    drop_note(call=call, note=note.pk)
    drop_note(call=call, note=note.pk)
    assert words_of(call) == ""


def test_what_was_said_on_the_phone_answers_the_request() -> None:
    about = application()
    asked = begin_request(application=about)
    asked.state, asked.asked_at = asked.State.ASKED, now()
    asked.save()
    call = begin_call(application=about)
    write_note(call=call, text="Your answers were too long for the panel.")
    end_call(call=call)
    asked.refresh_from_db()
    assert (asked.state, asked.end) == (asked.State.CLOSED, asked.End.SPECIFIC)


def test_after_the_call_its_notes_are_feedback_once() -> None:
    call = begin_call(application=application())
    write_note(call=call, text="good on data", question=0)
    first, second = end_call(call=call, said_by="Priya"), end_call(call=call)
    assert first == second
    text = FeedbackText.objects.get()
    assert (text.text, text.said_by) == ("good on data", "Priya")
    assert Event.objects.filter(kind=EventKind.FEEDBACK_RECEIVED).count() == 1


def test_a_call_without_notes_is_just_over() -> None:
    call = begin_call(application=application())
    assert end_call(call=call) is None
    assert not FeedbackText.objects.exists()


def test_the_next_call_is_another_one() -> None:
    about = application()
    first = begin_call(application=about)
    end_call(call=first)
    assert begin_call(application=about) != first
