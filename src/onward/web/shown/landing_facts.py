"""How it ended, field by field, each with where it is known from."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.domain.applications.state import Ending
from onward.domain.mail.verdict import Passage
from onward.web.forms.landing import AccountForm
from onward.web.shown import answers
from onward.web.shown.landing import Ask, Facts
from onward.web.shown.landing_known import Known
from onward.web.shown.moments import near_day, number
from onward.web.shown.shared import Quote

_FIRST = ("heard_how", "reached", "reason")


def facts_of(known: Known, form: AccountForm) -> Facts:
    """Return the screen of how it ended."""
    asks = {name: _ask(known, form, name) for name in form.fields}
    more = tuple(ask for name, ask in asks.items() if name not in _FIRST)
    event = known.outcome.event
    words = known.outcome.words
    return Facts(
        title=_title(known),
        heard=_heard(known),
        quote=_quote(known, words) if words != known.outcome.reason else None,
        correct_url=reverse("correct-event", args=[event.pk]),
        edit_url=reverse("edit-application", args=[known.application.pk]),
        asks=tuple(asks[name] for name in _FIRST),
        more=more,
        is_more_open=any(ask.quote or ask.field.errors for ask in more),
    )


def _title(known: Known) -> str:
    employer = known.application.employer.root.name
    if known.outcome.ending == Ending.SILENT:
        return _("No answer came from %(employer)s") % {"employer": employer}
    if known.outcome.ending == Ending.OFFER_WITHDRAWN:
        return _("%(employer)s have taken their offer back") % {"employer": employer}
    return answers.title_of_no(employer, known.application)


def _heard(known: Known) -> str:
    day = {"day": near_day(known.heard_on, known.today)}
    if known.outcome.ending == Ending.SILENT:
        return _("You closed it %(day)s.") % day
    return _("You heard %(day)s.") % day


def _ask(known: Known, form: AccountForm, name: str) -> Ask:
    """Return a field with the words it was filled in from, as long as it was."""
    quote = _SOURCES[name](known) if name in _SOURCES else None
    said = _from_history(known) if name == "reached" else ""
    return Ask(form[name], quote, said)


def _from_history(known: Known) -> str:
    count = known.application.interviews
    if not count or known.landing.told_at:
        return ""
    return ngettext(
        "Onward knows of %(count)s interview.",
        "Onward knows of %(count)s interviews.",
        count,
    ) % {"count": number(count)}


def _reason(known: Known) -> Quote | None:
    return _quote(known, known.outcome.reason)


def _interviewed(known: Known) -> Quote | None:
    return _passage(known, known.told.interviewed_said)


def _seats(known: Known) -> Quote | None:
    return _passage(known, known.told.panel_said)


def _reserve(known: Known) -> Quote | None:
    return _passage(known, known.told.reserve_said)


def _feedback(known: Known) -> Quote | None:
    if known.window is None:
        return _quote(known, known.outcome.feedback_offered)
    return _passage(known, known.window.said)


_SOURCES: dict[str, Callable[[Known], Quote | None]] = {
    "reason": _reason,
    "interviewed": _interviewed,
    "seats": _seats,
    "reserve_until": _reserve,
    "feedback_until": _feedback,
}


def _passage(known: Known, said: Passage | None) -> Quote | None:
    return _quote(known, said.quote) if said else None


def _quote(known: Known, words: str) -> Quote | None:
    return answers.quoted(words, known.message, known.now)
