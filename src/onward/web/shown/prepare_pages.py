"""Puts together the pages for getting ready."""

from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.background import clock
from onward.domain.interview.adverts.criterion import Kind
from onward.domain.preparation.day import Way, way_to
from onward.domain.preparation.needs import Asked
from onward.journey.applications.models import Application, Round
from onward.journey.development.queries import current_focus
from onward.journey.feedback.deciding import quote_of
from onward.journey.feedback.models import FeedbackNote
from onward.journey.preparation.gathering import last_feedback, next_round
from onward.journey.preparation.models import Preparation
from onward.journey.preparation.queries import (
    Matrix,
    matrix_of,
    notes_of,
    preparation_of,
)
from onward.web.shown.moments import hour, near_day, short_day
from onward.web.shown.plan_pages import goal_words, if_then
from onward.web.shown.prepare import BesideShown, PartRow, PlaceShown, PrepareShown
from onward.web.shown.prepare_evidence import criterion_row
from onward.web.shown.prepare_words import ASKED
from onward.web.shown.shared import Quote


def place_of(application: Application, held: Round | None) -> PlaceShown:
    """Return which interview this is for."""
    return PlaceShown(
        pk=application.pk,
        application=application.label,
        application_url=reverse("application", args=[application.pk]),
        url=reverse("prepare", args=[application.pk]),
        when=when_words(application, held),
    )


def when_words(application: Application, held: Round | None) -> str:
    """Return when the interview is: "Tuesday, 15:00"; empty while none is planned."""
    if held is None or held.starts_at is None:
        return ""
    at = held.starts_at.astimezone(clock.zone_of(application.person))
    day = near_day(at.date(), clock.today(application.person))
    has_time = held.event is None or held.event.has_time
    return f"{day}, {hour(at)}" if has_time else day


def prepare_shown(application: Application) -> PrepareShown:
    """Return all of getting ready on one page."""
    held = next_round(application)
    preparation = preparation_of(application)
    matrix = matrix_of(application)
    notes = notes_of(application)
    return PrepareShown(
        place=place_of(application, held),
        parts=(
            *_evidence_parts(application, matrix),
            _part(
                application,
                "questions",
                _("Likely questions"),
                _("What each is testing, before an answer."),
            ),
            _part(application, "research", _("Find out"), _noted(len(notes))),
            _part(application, "day", _("The day"), _day_said(held, preparation)),
            _part(application, "needs", _("What you need"), _needs_said(preparation)),
            _part(application, "asks", _("What you ask them"), _asks_said(preparation)),
            _part(
                application,
                "morning",
                _("The morning page"),
                _("One side of paper to take along."),
            ),
        ),
        gaps=tuple(criterion_row(one) for one in matrix.gaps),
        still_none=tuple(_still_none(matrix, preparation)),
        beside=beside_of(application),
    )


def _part(application: Application, name: str, title: str, said: str) -> PartRow:
    return PartRow(title, said, reverse(f"prepare-{name}", args=[application.pk]))


def _evidence_parts(application: Application, matrix: Matrix) -> tuple[PartRow, ...]:
    count = len(matrix.rows)
    must = sum(
        row.criterion.must_have and row.criterion.kind != Kind.DUTY
        for row in matrix.rows
    )
    lines = ngettext("%(count)s line", "%(count)s lines", count) % {"count": count}
    wanted = (
        _("%(lines)s, %(must)s of them must-haves.") % {"lines": lines, "must": must}
        if count
        else _("No advert yet. Paste it, or write down what they look for.")
    )
    gaps = len(matrix.gaps)
    told = ngettext(
        "%(count)s line has no card yet.", "%(count)s lines have no card yet.", gaps
    ) % {"count": gaps}
    shown = told if gaps else _("Every line has a card.")
    return (
        _part(application, "criteria", _("What they look for"), wanted),
        _part(
            application,
            "matrix",
            _("What you can show"),
            shown if count else _("Your stories, laid to what they look for."),
        ),
    )


def _noted(count: int) -> str:
    if not count:
        return _("A list of what is worth knowing about them.")
    return ngettext("%(count)s thing noted.", "%(count)s things noted.", count) % {
        "count": count
    }


def _day_said(held: Round | None, preparation: Preparation) -> str:
    way = way_of(held, preparation)
    if way is None:
        return _("How it is held, who asks, the way there.")
    return _("Leave at %(leave)s, be there at %(there)s.") % {
        "leave": hour(way.leave_at),
        "there": hour(way.there_at),
    }


def way_of(held: Round | None, preparation: Preparation) -> Way | None:
    """Return when to leave, once the way and the hour are known."""
    if held is None or held.starts_at is None or not preparation.travel_minutes:
        return None
    if held.event is not None and not held.event.has_time:
        return None
    at = held.starts_at.astimezone(clock.zone_of(held.person))
    buffer = preparation.buffer_minutes
    spare = None if buffer is None else timedelta(minutes=buffer)
    return way_to(at, timedelta(minutes=preparation.travel_minutes), spare)


def leaving_words(held: Round | None, preparation: Preparation) -> str:
    """Return when to leave, in words; empty until the way and the hour are known."""
    way = way_of(held, preparation)
    if way is None:
        return ""
    return _(
        "Leave at %(leave)s. With %(spare)s minutes to spare you are there at"
        " %(there)s."
    ) % {
        "leave": hour(way.leave_at),
        "spare": way.buffer // timedelta(minutes=1),
        "there": hour(way.there_at),
    }


def _needs_said(preparation: Preparation) -> str:
    if not preparation.needs and not preparation.needs_said:
        return _("Only if something would help you. No reason is needed.")
    return f"{ASKED[Asked(preparation.needs_asked)]}."


def _asks_said(preparation: Preparation) -> str:
    count = len(preparation.asks)
    if not count:
        return _("Two or three questions of your own.")
    return ngettext("%(count)s question.", "%(count)s questions.", count) % {
        "count": count
    }


def _still_none(matrix: Matrix, preparation: Preparation) -> list[str]:
    """Return what is still none; it is a list to choose from, and no measure."""
    told = []
    if not matrix.rows:
        told.append(_("What they look for is not written down yet"))
    if not preparation.asks:
        told.append(_("No question for them yet"))
    if not preparation.first_move:
        told.append(_("No first move for a blank yet"))
    return told


def beside_of(application: Application) -> BesideShown:
    """Return what to have in view while getting ready."""
    today = clock.today(application.person)
    focus = current_focus(application.person)
    return BesideShown(
        feedback=tuple(_feedback(note, today) for note in last_feedback(application)),
        focus=goal_words(focus, today) if focus else "",
        if_then=if_then(focus) if focus else "",
    )


def _feedback(note: FeedbackNote, today: date) -> Quote:
    at: datetime = note.text.received_at
    on = short_day(at.astimezone(clock.zone_of(note.person)).date(), today)
    who = note.text.said_by
    return Quote(
        quote_of(note),
        f"{who}, {on}" if who else on,
        reverse("feedback-note", args=[note.pk, "sort"]),
    )
