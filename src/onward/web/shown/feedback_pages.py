"""Puts together the pages about feedback."""

import re
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.background.clock import today, zone_of
from onward.journey.applications.models import Application
from onward.journey.feedback.deciding import quote_of
from onward.journey.feedback.models import FeedbackNote, FeedbackText
from onward.journey.feedback.words import held_by_the_no, texts_of
from onward.journey.people.models import Person
from onward.web.shown.feedback import (
    FeedbackShown,
    NoteRow,
    PointsPart,
    PointsShown,
    TextRow,
    TextShown,
)
from onward.web.shown.feedback_words import DECIDED, KINDS, SOURCES, WEIGHTS
from onward.web.shown.moments import short_day
from onward.web.shown.shared import Quote

Decision = FeedbackNote.Decision
_MOST_POINTS = 200
_BROKEN_LINE = re.compile(r"([^\n]{50}[\w,;'\u2019])\n(?=[a-z(])")


def feedback_of(application: Application) -> FeedbackShown:
    """Return all feedback about an application, its words still closed."""
    return FeedbackShown(
        rows=tuple(_row(text) for text in texts_of(application)),
        take_in_url=(
            reverse("take-in-feedback", args=[application.pk])
            if held_by_the_no(application)
            else ""
        ),
        application=application.role or application.employer.root.called,
        application_url=reverse("application", args=[application.pk]),
    )


def _row(text: FeedbackText) -> TextRow:
    left = text.notes.filter(decision="").count()
    if text.ready_at is None:
        state = _("not read yet")
    elif left:
        told = ngettext("%(left)s point left", "%(left)s points left", left)
        state = told % {"left": left}
    else:
        state = _("done")
    return TextRow(
        title=str(SOURCES[FeedbackText.Source(text.source)]),
        said=_who_and_when(text),
        url=reverse("feedback-text", args=[text.pk]),
        state=state,
    )


def _who_and_when(text: FeedbackText) -> str:
    on = short_day(_day(text), today(text.person))
    return f"{text.said_by}, {on}" if text.said_by else on


def _day(text: FeedbackText) -> date:
    return text.received_at.astimezone(zone_of(text.person)).date()


def text_of(text: FeedbackText) -> TextShown:
    """Return one feedback text; its words only once the person is ready."""
    application = text.application
    notes = list(text.notes.order_by("start", "pk")) if text.ready_at else []
    left = [note for note in notes if not note.decision]
    first = reverse("feedback-note", args=[left[0].pk, "sort"]) if left else ""
    return TextShown(
        title=str(SOURCES[FeedbackText.Source(text.source)]),
        said=_who_and_when(text),
        is_ready=text.ready_at is not None,
        text=joined_lines(text.text) if text.ready_at else "",
        notes=tuple(_note_row(note) for note in notes),
        application=application.role or application.employer.root.called,
        application_url=reverse("application", args=[application.pk]),
        next_url=first,
        left=len(left),
    )


def joined_lines(text: str) -> str:
    """Return a text with the lines that a mail program broke joined again, to be read.

    A long line that ends within a sentence goes on below with a small letter.
    """
    return _BROKEN_LINE.sub(r"\1 ", text)


def _note_row(note: FeedbackNote, *, with_source: bool = False) -> NoteRow:
    source = _source_of(note) if with_source else ""
    decision = str(DECIDED[Decision(note.decision)]) if note.decision else ""
    return NoteRow(
        url=reverse("feedback-note", args=[note.pk, "sort"]),
        quote=Quote(
            quote_of(note),
            source,
            reverse("feedback-text", args=[note.text_id]) if source else "",
        ),
        kind=str(KINDS[FeedbackNote.Kind(note.kind)][0]),
        behaviour=note.behaviour,
        decision=decision,
        weight=str(WEIGHTS.get(note.weight, "")),
        is_unsure=not note.is_confirmed,
        focus_url=_focus_url(note),
    )


def _focus_url(note: FeedbackNote) -> str:
    """Return where trying it once becomes what is worked on, in one press."""
    is_tried = note.decision == Decision.TRY
    return reverse("plan-from-note", args=[note.pk]) if is_tried else ""


def _source_of(note: FeedbackNote) -> str:
    text = note.text
    on = short_day(_day(text), today(text.person))
    where = text.application.employer.root.called
    return f"{where}, {text.said_by}, {on}" if text.said_by else f"{where}, {on}"


def points_of(person: Person) -> PointsShown:
    """Return everything that was decided on, so that it can be read again in a year."""
    mine = FeedbackNote.objects.of(person).exclude(decision="")
    rows = mine.select_related(
        "text__person", "text__application__employer__merged_into"
    ).order_by("-decided_at", "-pk")[:_MOST_POINTS]
    by_decision: dict[str, list[NoteRow]] = {}
    for note in rows:
        shown = _note_row(note, with_source=True)
        by_decision.setdefault(note.decision, []).append(shown)
    parts = tuple(
        PointsPart(str(DECIDED[one]), "", tuple(by_decision[one]))
        for one in Decision
        if one in by_decision
    )
    count = sum(len(part.rows) for part in parts)
    told = ngettext(
        "%(count)s point, in their words.", "%(count)s points, in their words.", count
    )
    return PointsShown(parts, told % {"count": count} if count else "")
