"""Feedback as it came: brought in, kept for ever, and read when the person is ready."""

from django.db import transaction

from onward.background.clock import now
from onward.domain.applications.events import EventKind
from onward.domain.errors import OnwardError
from onward.journey.applications.models import Application
from onward.journey.applications.services import record_event
from onward.journey.feedback.answers import End, State, close_request, points_in
from onward.journey.feedback.asking import current_request, message_of_the_no
from onward.journey.feedback.deciding import note_done
from onward.journey.feedback.models import FeedbackNote, FeedbackText
from onward.journey.feedback.reading import notes_in
from onward.journey.outcome.models import Outcome

Source = FeedbackText.Source
LONGEST = 20_000


class NoWordsError(OnwardError):
    """There is nothing in it yet. Paste or type what they said."""


def texts_of(application: Application) -> list[FeedbackText]:
    """Return all feedback about an application, newest first."""
    mine = FeedbackText.objects.of(application.person_id)
    return list(mine.filter(application=application).order_by("-received_at", "-pk"))


def held_by_the_no(application: Application) -> Outcome | None:
    """Return the outcome whose mail holds feedback that was not taken in yet."""
    outcome = Outcome.objects.of(application.person_id).ending(application)
    if outcome is None or not outcome.feedback_given.strip():
        return None
    mine = FeedbackText.objects.of(application.person_id)
    taken = mine.filter(application=application, source=Source.REJECTION)
    return None if taken.exists() else outcome


@transaction.atomic
def take_in_from_the_no(*, application: Application) -> FeedbackText | None:
    """Keep the feedback that stood in the mail with the no, once."""
    locked = Application.objects.select_for_update().get(pk=application.pk)
    outcome = held_by_the_no(locked)
    if outcome is None:
        return None
    message = message_of_the_no(locked)
    sender = (message.sender_name or message.sender_address) if message else ""
    given = outcome.feedback_given
    return FeedbackText.objects.create(
        person_id=locked.person_id,
        application=locked,
        source=Source.REJECTION,
        message=message,
        said_by=sender,
        text=paragraphs_around(given, message.shown_text) if message else given,
        received_at=outcome.learned_at,
    )


def paragraphs_around(quote: str, text: str) -> str:
    """Return the whole paragraphs that hold a quote: what led up to it belongs to it.

    The words that tell of feedback are found surely; where it begins and ends is not.
    """
    start = text.find(quote)
    if start < 0:
        return quote
    begins = text.rfind("\n\n", 0, start) + 1
    ends = text.find("\n\n", start + len(quote))
    return text[begins : ends if ends >= 0 else len(text)].strip()


@transaction.atomic
def bring_in(
    *,
    application: Application,
    text: str,
    said_by: str = "",
    was_there: bool | None = None,
) -> FeedbackText:
    """Keep words that were pasted or typed; they answer a request that was asked."""
    if not text.strip():
        raise NoWordsError
    moment = now()
    request = current_request(application)
    kept = FeedbackText.objects.create(
        person_id=application.person_id,
        application=application,
        request=request,
        source=Source.PASTED,
        said_by=said_by,
        was_there=was_there,
        text=text.replace("\r\n", "\n")[:LONGEST],
        received_at=moment,
    )
    record_event(
        application=application,
        kind=EventKind.FEEDBACK_RECEIVED,
        happened_at=moment,
        has_time=True,
    )
    if request is not None and request.state in {State.ASKED, State.CALL_AGREED}:
        end = End.SPECIFIC if points_in(kept.text) else End.GENERIC
        close_request(request=request, end=end, at=moment)
    return kept


@transaction.atomic
def say_ready(*, text: FeedbackText) -> FeedbackText:
    """Open the words for reading and read them into notes, once."""
    locked = FeedbackText.objects.select_for_update().get(pk=text.pk)
    if locked.ready_at is None:
        locked.ready_at = now()
        locked.save(update_fields=["ready_at"])
    if not locked.notes.exists():
        _read_into_notes(locked)
        note_done(locked.application)
    return locked


def _read_into_notes(text: FeedbackText) -> None:
    FeedbackNote.objects.bulk_create(
        FeedbackNote(
            person_id=text.person_id,
            text=text,
            start=note.start,
            end=note.end,
            kind=note.kind.value,
            competency=note.competency,
            specific=note.specific,
            confidence=note.confidence,
            is_confirmed=not note.needs_asking,
        )
        for note in notes_in(text.text)
    )


@transaction.atomic
def delete_words(*, text: FeedbackText) -> None:
    """Delete words for good with all their notes, because the person wants it so."""
    text.delete()
