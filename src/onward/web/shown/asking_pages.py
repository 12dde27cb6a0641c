"""Puts together the pages about asking for feedback."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.background.clock import zone_of
from onward.domain.asking.decision import Advice, Answer, Reason, should_ask
from onward.journey.applications.models import Application
from onward.journey.feedback.accounts import account_of
from onward.journey.feedback.asking import facts_about, first_name, offered_slots
from onward.journey.feedback.models import FeedbackRequest
from onward.journey.feedback.people import people_to_ask
from onward.journey.feedback.sending import mailto_of, usual_time
from onward.web.shown.asking import (
    LetterShown,
    Place,
    Said,
    ShouldShown,
    WhomShown,
)
from onward.web.shown.asking_words import TITLES, WAITS
from onward.web.shown.moments import hour, near_day
from onward.web.shown.shared import Action, Choice, Quote

SCREENS = ("should", "whom", "what", "detail", "how", "letter")
_ASKS = frozenset({Answer.ASK, Answer.MAY_ASK, Answer.TAKE_IT_UP})


def place_of(application: Application, screen: str) -> Place:
    """Return where a screen is in the walk, with the way back and out."""
    number = SCREENS.index(screen) + 1
    home = reverse("application", args=[application.pk])
    before = SCREENS[number - 2] if number > 1 else ""
    return Place(
        number=number,
        count=len(SCREENS),
        back_url=screen_url(application, before) if before else home,
        leave_url=home,
        application=application.role or application.employer.root.called,
        application_url=home,
        application_pk=application.pk,
    )


def screen_url(application: Application, screen: str) -> str:
    """Return the address of one screen."""
    return reverse("ask-screen", args=[application.pk, screen])


def should_of(application: Application) -> ShouldShown:
    """Return what a good adviser would say about asking here."""
    advice = should_ask(facts_about(application))
    is_theirs = advice.answer is not Answer.ASKED_ALREADY
    return ShouldShown(
        title=str(TITLES[advice.answer]),
        reasons=tuple(_said(one, is_theirs=is_theirs) for one in advice.reasons),
        expect=tuple(_said(one, is_theirs=False) for one in advice.expect),
        first_said=tuple(str(WAITS[wait]) for wait in advice.first),
        actions=_actions(application, advice),
        fairness_url=reverse("other-routes", args=[application.pk]),
    )


def _said(reason: Reason, *, is_theirs: bool) -> Said:
    """Show their words as a quote, and research as a source."""
    text = _(reason.text)
    if is_theirs and reason.source:
        return Said(text, Quote(reason.source))
    return Said(text, source=reason.source)


def _actions(application: Application, advice: Advice) -> tuple[Action, ...]:
    on = Action(_("Choose who to ask"), screen_url(application, "whom"), primary=True)
    home = reverse("application", args=[application.pk])
    if advice.answer in _ASKS:
        return (on, Action(_("Not now"), home))
    if advice.answer is Answer.READ_FIRST:
        read = Action(
            _("Read it"), reverse("feedback", args=[application.pk]), primary=True
        )
        return (read, Action(_("Ask as well"), on.url), Action(_("Not now"), home))
    leave = Action(_("Leave it"), home, primary=True)
    return (leave, Action(_("Ask all the same"), on.url))


def whom_of(application: Application, chosen: str) -> WhomShown:
    """Return who can be asked, with the one chosen so far."""
    return WhomShown(
        tuple(
            Choice(
                value=ranked.known.address,
                label=_name(ranked.known.name, ranked.known.address),
                said=_(ranked.why),
                chosen=ranked.known.address == chosen,
            )
            for ranked in people_to_ask(application)
        )
    )


def _name(name: str, address: str) -> str:
    return f"{name}, {address}" if name else address


def letter_of(request: FeedbackRequest, words: int, now: datetime) -> LetterShown:
    """Return the letter's page: who gets it, when it would go and how."""
    person = request.application.person
    account = account_of(person)
    who = first_name(request.to_name) or request.to_address
    title = _("Your letter to %(who)s") % {"who": who} if who else _("Your letter")
    return LetterShown(
        title=title,
        said=_where_it_goes(request),
        to=_name(request.to_name, request.to_address),
        words=words,
        times=_times(request),
        send_label=_("Send %(when)s") % {"when": when_words(request, now)},
        mailto=mailto_of(request) if request.to_address else "",
        file_url=reverse("ask-file", args=[request.application_id]),
        has_account=account is not None,
        window=_window(request, now),
    )


def _where_it_goes(request: FeedbackRequest) -> str:
    if request.answers:
        return _(
            "Goes into the same thread when you press send. Until then nothing leaves"
            " this machine."
        )
    return _("Goes when you press send. Until then nothing leaves this machine.")


def when_words(request: FeedbackRequest, now: datetime) -> str:
    """Return when the letter would go, as in "tomorrow, 09:00"."""
    zone = zone_of(request.application.person)
    moment = usual_time(request, now)
    if moment <= now:
        return _("now")
    here = moment.astimezone(zone)
    day = near_day(here.date(), now.astimezone(zone).date())
    return f"{day}, {hour(here)}"


def _times(request: FeedbackRequest) -> tuple[str, ...]:
    zone = zone_of(request.application.person)
    moments = [slot.starts_at.astimezone(zone) for slot in offered_slots(request)]
    return tuple(
        f"{moment:%A} {moment.day} {moment:%B}, {hour(moment)}" for moment in moments
    )


def _window(request: FeedbackRequest, now: datetime) -> str:
    if request.window_until is None:
        return ""
    today = now.astimezone(zone_of(request.application.person)).date()
    left = (request.window_until - today).days
    if left < 0:
        return ""
    day = near_day(request.window_until, today)
    return ngettext(
        "They take requests until %(day)s.", "They take requests until %(day)s.", left
    ) % {"day": day}
