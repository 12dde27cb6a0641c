"""What the person makes of each note: sorted, translated, weighed, decided."""

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from onward.background.clock import now
from onward.domain.errors import OnwardError
from onward.journey.applications.models import Application
from onward.journey.feedback.models import (
    FeedbackNote,
    FeedbackRequest,
    FeedbackText,
)
from onward.journey.history.services import CannotUndoError, record_change, undoer
from onward.journey.outcome.models import Outcome
from onward.journey.people.models import Person

Kind, Decision = FeedbackNote.Kind, FeedbackNote.Decision


class OneThingAtATimeError(OnwardError):
    """There is one thing to try already. Park that one first, or park this one."""


class ReasonNeededError(OnwardError):
    """Say in a few words why you see it otherwise. Nobody else reads it."""


def quote_of(note: FeedbackNote) -> str:
    """Return the words of a note, as they stand in the text."""
    return str(note.text.text[note.start : note.end])


@transaction.atomic
def sort_note(*, note: FeedbackNote, kind: str, competency: str = "") -> FeedbackNote:
    """Keep what the note is about, as the person sees it."""
    note.kind = Kind(kind)
    note.competency = competency
    note.is_confirmed = True
    note.save(update_fields=["kind", "competency", "is_confirmed"])
    return note


@transaction.atomic
def translate_note(*, note: FeedbackNote, behaviour: str) -> FeedbackNote:
    """Keep what somebody would have seen or heard, in the person's words."""
    note.behaviour = behaviour.strip()
    note.save(update_fields=["behaviour"])
    return note


@transaction.atomic
def match_note(*, note: FeedbackNote, matches: bool | None) -> FeedbackNote:
    """Keep whether it matches what the person noticed themselves."""
    note.matches_own_log = matches
    note.save(update_fields=["matches_own_log"])
    return note


@transaction.atomic
def decide(*, note: FeedbackNote, decision: str, reason: str = "") -> FeedbackNote:
    """Keep what the person makes of it; one thing to try for each application."""
    chosen = Decision(decision)
    if chosen == Decision.DISAGREE and not reason.strip():
        raise ReasonNeededError
    if chosen == Decision.TRY and _other_try(note) is not None:
        raise OneThingAtATimeError
    before = {"decision": note.decision, "reason": note.reason}
    note.decision, note.reason, note.decided_at = chosen, reason.strip(), now()
    note.save(update_fields=["decision", "reason", "decided_at"])
    record_change(
        person=note.person,
        text=_("Decided on a point of feedback: %(what)s.") % {"what": chosen.label},
        undoer="feedback.decided",
        arguments={"note": note.pk, **before},
        of_what=f"application:{note.text.application_id}",
    )
    note_done(note.text.application)
    return note


def note_done(application: Application) -> None:
    """Note with the ending whether nothing more is to come of feedback, or to decide.

    It may be decided on to the last point, or they were asked and will not answer.
    """
    whole = application.merged_into or application
    outcome = Outcome.objects.of(application.person_id).ending(whole)
    if outcome is not None:
        outcome.feedback_done_at = now() if _is_done(whole) else None
        outcome.save(update_fields=["feedback_done_at"])


def _is_done(whole: Application) -> bool:
    here = Q(person=whole.person_id, application__in=whole.with_merged)
    texts = FeedbackText.objects.filter(here)
    if texts.exists():
        return not texts.filter(Q(ready_at=None) | Q(notes__decision="")).exists()
    asked = FeedbackRequest.objects.filter(here).order_by("-pk").first()
    return asked is not None and asked.state == FeedbackRequest.State.CLOSED


def _other_try(note: FeedbackNote) -> FeedbackNote | None:
    """Return another note of the same application that is being tried."""
    mine = FeedbackNote.objects.of(note.person_id).filter(decision=Decision.TRY)
    same = mine.filter(text__application=note.text.application_id)
    return same.exclude(pk=note.pk).first()


@undoer("feedback.decided")
def take_decision_back(
    *, person: Person, note: int, decision: str, reason: str
) -> None:
    """Let a note stand as it did before it was decided on."""
    mine = FeedbackNote.objects.of(person).filter(pk=note)
    when = now() if decision else None
    if not mine.update(decision=decision, reason=reason, decided_at=when):
        raise CannotUndoError
    note_done(mine.select_related("text__application").get().text.application)


def next_undecided(note: FeedbackNote) -> FeedbackNote | None:
    """Return the next note of the same text that waits for the person."""
    waiting = FeedbackNote.objects.filter(text=note.text_id, decision="")
    return waiting.exclude(pk=note.pk).order_by("start", "pk").first()
