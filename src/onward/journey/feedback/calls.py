"""A call about feedback: prepared, held with notes, and turned into words to weigh."""

from django.db import transaction
from django.utils.timezone import now

from onward.domain.applications.events import EventKind
from onward.domain.listening.call import Kit, call_kit
from onward.journey.applications.models import Application
from onward.journey.applications.services import record_event
from onward.journey.feedback.answers import End, State, close_request, points_in
from onward.journey.feedback.asking import current_request, first_name, own_name
from onward.journey.feedback.models import Call, CallNote, FeedbackText, Slot


@transaction.atomic
def begin_call(*, application: Application) -> Call:
    """Return the call that is prepared or under way, made if there is none."""
    locked = Application.objects.select_for_update().get(pk=application.pk)
    calls = Call.objects.of(locked.person_id).filter(application=locked)
    found = calls.filter(ended_at=None).order_by("-pk").first()
    if found is not None:
        return found
    request = current_request(locked)
    agreed = Slot.objects.filter(request=request, state=Slot.State.AGREED, call=None)
    kit = call_kit(contact="", person="", role=locked.role)
    return Call.objects.create(
        person_id=locked.person_id,
        application=locked,
        request=request,
        slot=agreed.first() if request else None,
        questions=list(kit.questions),
    )


def kit_of(call: Call) -> Kit:
    """Return all that stands on the page beside the phone."""
    request = call.request
    name = first_name(request.to_name) if request else ""
    return call_kit(
        contact=name,
        person=own_name(call.application) or "…",
        role=call.application.role,
        questions=call.questions,
    )


def choose_questions(*, call: Call, questions: list[str]) -> None:
    """Keep the questions taken along, three at the most."""
    call.questions = [one.strip() for one in questions if one.strip()][:3]
    call.save(update_fields=["questions"])


@transaction.atomic
def write_note(
    *, call: Call, text: str, question: int | None = None
) -> CallNote | None:
    """Keep what was just heard, with its question and moment; empty keeps none."""
    if not text.strip():
        return None
    if call.started_at is None:
        call.started_at = now()
        call.save(update_fields=["started_at"])
    return CallNote.objects.create(
        person_id=call.person_id,
        call=call,
        question=question,
        text=text.strip(),
        written_at=now(),
    )


def drop_note(*, call: Call, note: int) -> None:
    """Take a note out again; one that is gone needs nothing."""
    CallNote.objects.filter(call=call, pk=note).delete()


@transaction.atomic
def end_call(*, call: Call, said_by: str = "") -> FeedbackText | None:
    """End the call; its notes become feedback, and it joins the history."""
    locked = Call.objects.select_for_update().get(pk=call.pk)
    if locked.ended_at is not None:
        return FeedbackText.objects.filter(call=locked).first()
    locked.ended_at = now()
    locked.started_at = locked.started_at or locked.ended_at
    locked.save(update_fields=["ended_at", "started_at"])
    words = words_of(locked)
    if not words:
        return None
    record_event(
        application=locked.application,
        kind=EventKind.FEEDBACK_RECEIVED,
        happened_at=locked.started_at,
        has_time=True,
    )
    _close_the_request(locked, words)
    name = said_by or (locked.request.to_name if locked.request else "")
    return FeedbackText.objects.create(
        person_id=locked.person_id,
        application=locked.application,
        request=locked.request,
        call=locked,
        source=FeedbackText.Source.CALL,
        said_by=name,
        text=words,
        received_at=locked.ended_at,
    )


def _close_the_request(call: Call, words: str) -> None:
    """Let what was said on the phone answer the request that led to it."""
    request = call.request
    if request is not None and request.state in {State.ASKED, State.CALL_AGREED}:
        end = End.SPECIFIC if points_in(words) else End.GENERIC
        close_request(request=request, end=end, at=call.ended_at)


def words_of(call: Call) -> str:
    """Return the notes as text, in the order of their questions."""
    notes = list(CallNote.objects.filter(call=call).order_by("written_at", "pk"))
    numbers = [*range(len(call.questions)), None]
    ordered = [note for number in numbers for note in notes if note.question == number]
    return "\n".join(note.text for note in ordered)
