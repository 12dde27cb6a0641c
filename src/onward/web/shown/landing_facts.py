"""How it ended, field by field, each with where it is known from."""

from collections.abc import Callable
from datetime import date

from django.forms import BoundField
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.domain.applications.state import Ending
from onward.domain.mail.verdict import Passage
from onward.web.forms.landing import AccountForm
from onward.web.shown import answers
from onward.web.shown.landing import Ask, Facts
from onward.web.shown.landing_known import Known
from onward.web.shown.moments import first_number, near_day, number
from onward.web.shown.shared import Quote


def facts_of(known: Known, form: AccountForm) -> Facts:
    """Return the screen of how it ended."""
    asks = [_ask(known, form, name) for name in form.fields]
    more = tuple(ask for ask in asks if not ask.value)
    outcome = known.outcome
    return Facts(
        title=_title(known),
        heard=_heard(known),
        quote=answers.quoted(outcome.words, known.message, known.now),
        correct_url=reverse("correct-event", args=[outcome.event_id]),
        edit_url=reverse("edit-application", args=[known.application.pk]),
        known=tuple(ask for ask in asks if ask.value),
        more=more,
        is_more_open=any(ask.field.errors for ask in more),
    )


def _title(known: Known) -> str:
    root = known.application.employer.root
    if known.outcome.ending == Ending.SILENT:
        return _("No answer came from %(employer)s") % {"employer": root.in_words}
    employer = root.as_first_word
    if known.outcome.ending == Ending.OFFER_WITHDRAWN:
        return _("%(employer)s have taken their offer back") % {"employer": employer}
    return answers.title_of_no(employer, known.application)


def _heard(known: Known) -> str:
    day = near_day(known.heard_on, known.today)
    if known.outcome.ending != Ending.SILENT:
        return _("You heard %(day)s.") % {"day": day}
    closed = _("You closed it %(day)s.") % {"day": day}
    if known.silent_since is None:
        return closed
    since = known.silent_since.astimezone(known.now.tzinfo).date()
    silent = _("Silence since %(day)s.") % {"day": near_day(since, known.today)}
    return f"{silent} {closed}"


def _ask(known: Known, form: AccountForm, name: str) -> Ask:
    """Return a field with what is known for it and the words that is from."""
    field = form[name]
    quote = _SOURCES[name](known) if name in _SOURCES else None
    said = _from_history(known) if name == "reached" else ""
    if quote and quote.text == known.outcome.words:
        quote, said = None, _("Known from their words above.")
    return Ask(field, _in_words(field, form.initial[name]), quote, said)


def _in_words(field: BoundField, value: object) -> str:
    if isinstance(value, date):
        return date_format(value, "j F Y")
    if isinstance(value, int):
        return first_number(value)
    choices = dict(getattr(field.field, "choices", ()))
    return str(choices.get(value, value)) if value else ""


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
    """Return words of the mail whose sender and day stand above already."""
    if not words or known.message is None:
        return Quote(words) if words else None
    url = reverse("message", args=[known.message.pk])
    return Quote(words, _("From their mail"), url)
