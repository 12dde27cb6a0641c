"""Puts together the pages about a request that was asked."""

from datetime import datetime
from urllib.parse import quote

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from onward.background.clock import zone_of
from onward.domain.statistics.frequencies import spoken_range
from onward.domain.statistics.rates import FEWEST_FOR_PERCENT
from onward.journey.feedback.accounts import account_of
from onward.journey.feedback.answers import (
    follow_up_letter,
    is_follow_up_due,
    thanks_letter,
)
from onward.journey.feedback.asking import offered_slots
from onward.journey.feedback.invitations import agreed_slot
from onward.journey.feedback.models import FeedbackRequest, OutgoingLetter, Slot
from onward.journey.feedback.rates import AskRates, ask_rates
from onward.web.shown.asked import Asked, MoreLetter, SlotShown
from onward.web.shown.moments import hour, near_day
from onward.web.shown.shared import Action, Choice

State, End = FeedbackRequest.State, FeedbackRequest.End
Purpose = OutgoingLetter.Purpose
TITLES = {
    State.DRAFT: gettext_lazy("Not asked yet"),
    State.ON_ITS_WAY: gettext_lazy("Your letter is on its way"),
    State.ASKED: gettext_lazy("You have asked"),
    State.CALL_AGREED: gettext_lazy("A call is agreed"),
}
ENDS = {
    End.SPECIFIC: gettext_lazy("They answered"),
    End.GENERIC: gettext_lazy("They answered in general words"),
    End.DECLINED: gettext_lazy("They do not give feedback"),
    End.NO_REPLY: gettext_lazy("No reply came"),
    End.NOT_ASKED: gettext_lazy("You left it"),
}
_SAID = {
    End.SPECIFIC: gettext_lazy("Their words are kept, and can be read when you like."),
    End.GENERIC: gettext_lazy(
        "There may be little in it to work with. That says nothing about you."
    ),
    End.DECLINED: gettext_lazy("Many do not. A short thanks keeps the door open."),
    End.NO_REPLY: gettext_lazy(
        "Most employers never answer. What you saw yourself is worth as much: go on"
        " with your own account."
    ),
    End.NOT_ASKED: gettext_lazy("You can still ask, if you change your mind."),
}
_USEFUL = {
    1: gettext_lazy("Not at all"),
    2: gettext_lazy("A little"),
    3: gettext_lazy("Somewhat"),
    4: gettext_lazy("Quite"),
    5: gettext_lazy("Very"),
}


def asked_of(request: FeedbackRequest, now: datetime) -> Asked:
    """Return where a request is and what can be done now."""
    application = request.application
    is_closed = request.state == State.CLOSED and request.end
    title = ENDS[End(request.end)] if is_closed else TITLES[State(request.state)]
    return Asked(
        title=str(title),
        said=_said(request, now),
        application=application.role or application.employer.root.called,
        application_url=reverse("application", args=[application.pk]),
        actions=_actions(request),
        slots=_slots(request),
        call=_call(request, now),
        call_actions=_call_actions(request),
        closings=_closings(request),
        usefulness=_usefulness(request),
        rates=rates_words(ask_rates(application.person)),
    )


def _said(request: FeedbackRequest, now: datetime) -> str:
    if request.state == State.CLOSED and request.end:
        return str(_SAID[End(request.end)])
    if request.asked_at is None:
        return ""
    zone = zone_of(request.application.person)
    today = now.astimezone(zone).date()
    asked = near_day(request.asked_at.astimezone(zone).date(), today)
    if request.followed_up_at:
        said = _("Asked %(day)s, with one follow-up. That is enough; now it is theirs.")
        return said % {"day": asked}
    if request.follow_up_on:
        told = {"day": asked, "then": near_day(request.follow_up_on, today)}
        return _("Asked %(day)s. One follow-up is fine from %(then)s on.") % told
    return _("Asked %(day)s.") % {"day": asked}


def _post(label: str, name: str, request: FeedbackRequest, *more: object) -> Action:
    url = reverse(name, args=[request.application_id, *more])
    return Action(label, url, method="post")


def _get(label: str, name: str, request: FeedbackRequest, *more: object) -> Action:
    return Action(label, reverse(name, args=[request.application_id, *more]))


def _actions(request: FeedbackRequest) -> tuple[Action, ...]:
    if request.state == State.CLOSED:
        return _after_the_end(request)
    if request.state == State.ON_ITS_WAY:
        letter = request.letters.order_by("-pk").first()
        url = reverse("letter", args=[letter.pk]) if letter else reverse("outbox")
        return (Action(_("Look at it"), url, primary=True),)
    if request.state == State.DRAFT:
        return (_first(_get(_("Go on with the letter"), "ask-letter", request)),)
    came = _get(_("They answered: bring it in"), "feedback", request)
    if is_follow_up_due(request):
        write = _get(
            _("Write the one follow-up"), "ask-more", request, Purpose.FOLLOW_UP
        )
        return (_first(write), came)
    return (came,)


def _after_the_end(request: FeedbackRequest) -> tuple[Action, ...]:
    thanks = _get(_("Write a short thanks"), "ask-more", request, Purpose.THANKS)
    read = _first(_get(_("Read it"), "feedback", request))
    again = _post(_("Open it again"), "reopen-ask", request)
    look_back = _get(_("Look back"), "reflect", request)
    if request.end in {End.SPECIFIC, End.GENERIC}:
        return (read, again) if request.thanked_at else (read, thanks, again)
    if request.end == End.DECLINED and not request.thanked_at:
        return (_first(thanks), look_back, again)
    return (_first(look_back), again)


def _first(action: Action) -> Action:
    return Action(action.label, action.url, primary=True, method=action.method)


def _slots(request: FeedbackRequest) -> tuple[SlotShown, ...]:
    if request.state != State.ASKED:
        return ()
    return tuple(
        SlotShown(
            words=_slot_words(slot),
            pick_url=reverse("pick-time", args=[request.application_id, slot.pk]),
        )
        for slot in offered_slots(request)
    )


def _slot_words(slot: Slot) -> str:
    here = slot.moment
    return f"{here:%A} {here.day} {here:%B}, {hour(here)}"


def _call(request: FeedbackRequest, now: datetime) -> str:
    slot = agreed_slot(request)
    if slot is None or request.state != State.CALL_AGREED:
        return ""
    zone = zone_of(request.application.person)
    here = slot.starts_at.astimezone(zone)
    day = near_day(here.date(), now.astimezone(zone).date())
    told = {"day": day, "hour": hour(here), "minutes": slot.minutes}
    return _("%(day)s, %(hour)s, %(minutes)s minutes.") % told


def _call_actions(request: FeedbackRequest) -> tuple[Action, ...]:
    slot = agreed_slot(request)
    if slot is None or request.state != State.CALL_AGREED:
        return ()
    kit = _first(_post(_("Open the page for the call"), "begin-call", request))
    label = (
        _("Send the invitation again") if slot.is_invited else _("Send an invitation")
    )
    has_account = account_of(request.application.person) is not None
    sends = (_post(label, "invite", request),) if has_account else ()
    file = _get(_("The time as a calendar file"), "call-file", request)
    move = _get(_("Move it"), "move-call", request)
    off = _post(_("Call it off"), "call-off", request)
    return (kit, *sends, file, move, off)


def _closings(request: FeedbackRequest) -> tuple[Action, ...]:
    if request.state not in {State.ASKED, State.CALL_AGREED}:
        return ()
    return (
        _post(_("They said no to feedback"), "close-ask", request, End.DECLINED),
        _post(_("No reply: close it"), "close-ask", request, End.NO_REPLY),
    )


def _usefulness(request: FeedbackRequest) -> tuple[Choice, ...]:
    if request.end not in {End.SPECIFIC, End.GENERIC}:
        return ()
    return tuple(
        Choice(str(value), str(words), chosen=request.usefulness == value)
        for value, words in _USEFUL.items()
    )


def rates_words(rates: AskRates) -> tuple[str, ...]:
    """Return one's own rates in sentences; a share only once there are enough."""
    if not rates.asked:
        return ()
    told = {"asked": rates.asked, "specific": rates.specific}
    counted = ngettext(
        "You asked once; %(specific)s answered with something specific.",
        "You asked %(asked)s times; %(specific)s answered with something specific.",
        rates.asked,
    )
    words = [counted % told]
    if rates.odds.tally.resolved >= FEWEST_FOR_PERCENT:
        share = spoken_range(rates.odds.rate)
        words.append(_("For the next one that means %(share)s.") % {"share": share})
    return tuple(words)


def more_letter(request: FeedbackRequest, purpose: str, text: str) -> MoreLetter:
    """Return the page of a follow-up or of thanks."""
    is_thanks = purpose == Purpose.THANKS
    letter = thanks_letter(request) if is_thanks else follow_up_letter(request)
    shown = text or letter.text
    return MoreLetter(
        title=_("A short thanks") if is_thanks else _("One follow-up"),
        said=_("It goes into the same thread.") if request.answers else "",
        text=shown,
        mailto=_mailto(request, shown),
        has_account=account_of(request.application.person) is not None,
        back_url=reverse("ask-after", args=[request.application_id]),
        application=request.application.role
        or request.application.employer.root.called,
        application_url=reverse("application", args=[request.application_id]),
    )


def _mailto(request: FeedbackRequest, text: str) -> str:
    subject, body = quote(request.subject), quote(text.replace("\n", "\r\n"))
    return f"mailto:{quote(request.to_address, safe='@')}?subject={subject}&body={body}"
