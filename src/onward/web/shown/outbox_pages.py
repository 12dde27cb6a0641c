"""Puts together the pages about letters on their way."""

from datetime import datetime
from email import message_from_bytes, policy
from math import ceil

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from onward.background.clock import zone_of
from onward.journey.feedback.models import OutgoingLetter
from onward.journey.feedback.sending import is_soon
from onward.journey.people.models import Person
from onward.web.shown.moments import hour, near_day
from onward.web.shown.outbox import LetterRow, Outgoing
from onward.web.shown.shared import Action

State = OutgoingLetter.State
_SHOWN_HEADERS = ("From", "To", "Subject", "Date", "In-Reply-To")
_TITLES = {
    State.WAITING: gettext_lazy("It is waiting to go"),
    State.SENDING: gettext_lazy("It is going out now"),
    State.SENT: gettext_lazy("It has gone"),
    State.UNSURE: gettext_lazy("It may have gone, or not"),
    State.FAILED: gettext_lazy("It could not be sent"),
    State.CANCELLED: gettext_lazy("Held back. It was not sent"),
}
_MOST_ROWS = 100


def letters_of(person: Person, now: datetime) -> tuple[LetterRow, ...]:
    """Return the person's letters, those on their way first."""
    letters = OutgoingLetter.objects.of(person).defer("raw", "text")
    return tuple(
        _row(letter, now) for letter in letters.order_by("-send_at", "-pk")[:_MOST_ROWS]
    )


def _row(letter: OutgoingLetter, now: datetime) -> LetterRow:
    return LetterRow(
        url=reverse("letter", args=[letter.pk]),
        subject=letter.subject,
        to=letter.to_address,
        state=str(_TITLES[State(letter.state)]),
        on=_moment(letter.sent_at or letter.send_at, letter.person, now),
        needs_you=letter.state in {State.UNSURE, State.FAILED},
    )


def outgoing_of(letter: OutgoingLetter, now: datetime) -> Outgoing:
    """Return the page of one letter."""
    message = message_from_bytes(bytes(letter.raw), policy=policy.default)
    waits = letter.state == State.WAITING
    left = max(0, ceil((letter.send_at - now).total_seconds()))
    return Outgoing(
        title=str(_TITLES[State(letter.state)]),
        said=_said(letter, now),
        headers=tuple(
            (name, str(message[name])) for name in _SHOWN_HEADERS if message[name]
        ),
        text=letter.text,
        application=letter.application.role or letter.application.employer.root.called,
        application_url=reverse("application", args=[letter.application_id]),
        actions=_actions(letter),
        seconds=left if waits and is_soon(letter.send_at, now) else None,
        problem=letter.problem,
        live=letter.state == State.SENDING or (waits and is_soon(letter.send_at, now)),
    )


def _said(letter: OutgoingLetter, now: datetime) -> str:
    when = _moment(letter.sent_at or letter.send_at, letter.person, now)
    words = {
        State.WAITING: _("It goes %(when)s. Until then you can hold it back."),
        State.SENDING: _("The mail server is taking it."),
        State.SENT: _("The mail server took it %(when)s."),
        State.UNSURE: _(
            "The mail server had all of it and never answered, or Onward was stopped"
            " in that moment. Look among your sent mail, then say what you found."
        ),
        State.FAILED: _("Nothing has left this machine."),
        State.CANCELLED: _("Nothing has left this machine."),
    }
    return words[State(letter.state)] % {"when": when}


def _moment(moment: datetime, person: Person, now: datetime) -> str:
    zone = zone_of(person)
    here = moment.astimezone(zone)
    return f"{near_day(here.date(), now.astimezone(zone).date())}, {hour(here)}"


def _actions(letter: OutgoingLetter) -> tuple[Action, ...]:
    def act(label: str, name: str, *, primary: bool = False) -> Action:
        url = reverse(name, args=[letter.pk])
        return Action(label, url, primary=primary, method="post")

    if letter.state == State.WAITING:
        return (act(_("Hold it back"), "hold-letter", primary=True),)
    if letter.state == State.UNSURE:
        went = act(_("It is among my sent mail"), "letter-went", primary=True)
        return (went, act(_("It is not there: send it again"), "letter-again"))
    if letter.state == State.FAILED:
        return (act(_("Try again"), "letter-again", primary=True),)
    return ()
