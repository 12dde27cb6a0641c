"""Shows how the line that adds an application is understood so far."""

from datetime import date

from django.utils.translation import gettext as _

from onward.domain.applications.line import Lacking, Line
from onward.web.shown.application_words import channel_words
from onward.web.shown.applications import Told, Understood
from onward.web.shown.moments import near_day


def understood_of(told: Line, today: date) -> Understood:
    """Return what a line tells, and the first question it leaves open."""
    if told == Line(lacking=told.lacking):
        return Understood()
    pairs = (
        (_("Employer"), told.employer),
        (_("Role"), told.role),
        (_("Place"), told.place),
        (_("Applied"), _applied(told, today)),
        (_("How"), channel_words(told.channel or "", told.channel_said)),
        (_("Link"), told.link),
        (_("Note"), told.note),
    )
    return Understood(
        told=tuple(Told(label, value) for label, value in pairs if value),
        missing=missing(told),
        ready=not told.lacking,
    )


def missing(told: Line) -> str:
    """Return the question that is still open, empty if there is none."""
    questions = {
        Lacking.EMPLOYER: _("Which employer was it?"),
        Lacking.ROLE: _("Which role was it?"),
        Lacking.DAY: _("That day has not come yet. When did you apply?"),
    }
    return questions[told.lacking[0]] if told.lacking else ""


def _applied(told: Line, today: date) -> str:
    if told.is_ahead:
        return _("not yet")
    if told.applied_on is None:
        return _("today, as no other day is named")
    return near_day(told.applied_on, today)
