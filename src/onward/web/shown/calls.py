"""What the pages of a call show."""

from dataclasses import dataclass

from django.urls import reverse

from onward.background.clock import zone_of
from onward.domain.listening.call import Kit
from onward.journey.feedback.calls import kit_of
from onward.journey.feedback.models import Call, CallNote
from onward.web.shown.moments import hour


@dataclass(frozen=True, slots=True)
class NoteShown:
    """A note with the time it was written."""

    pk: int
    text: str
    at: str


@dataclass(frozen=True, slots=True)
class QuestionShown:
    """A question of the call with what was written under it."""

    number: int | None
    text: str
    notes: tuple[NoteShown, ...] = ()


@dataclass(frozen=True, slots=True)
class CallShown:
    """A call: the kit, its questions with their notes, and the way back."""

    kit: Kit
    questions: tuple[QuestionShown, ...]
    title: str
    application: str
    application_url: str
    is_over: bool


def call_of(call: Call) -> CallShown:
    """Return the page of a call."""
    zone = zone_of(call.application.person)
    written = CallNote.objects.of(call.person_id).filter(call=call)
    by_question: dict[int | None, list[NoteShown]] = {}
    for note in written.order_by("written_at", "pk"):
        shown = NoteShown(note.pk, note.text, hour(note.written_at.astimezone(zone)))
        by_question.setdefault(note.question, []).append(shown)
    kit = kit_of(call)
    asked = [
        QuestionShown(number, text, tuple(by_question.get(number, ())))
        for number, text in enumerate(kit.questions)
    ]
    besides = QuestionShown(None, "", tuple(by_question.get(None, ())))
    return CallShown(
        kit=kit,
        questions=(*asked, besides),
        title=call.application.role or call.application.employer.root.called,
        application=call.application.role or call.application.employer.root.called,
        application_url=reverse("application", args=[call.application_id]),
        is_over=call.ended_at is not None,
    )
