"""Puts together the page of one application."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from onward.background import clock
from onward.domain.applications.loop import loop_step
from onward.domain.applications.next_step import UNDER_WAY, NextStep, next_step
from onward.domain.applications.state import State, state_of
from onward.journey.applications.models import Application, Contact
from onward.journey.applications.queries import history_of, people_at, rounds_of
from onward.journey.mail.models import Message
from onward.journey.outcome.models import Outcome
from onward.journey.outcome.queries import taken
from onward.journey.today.queries import days_waited
from onward.web.shown.application_rounds import rounds_shown
from onward.web.shown.application_words import (
    channel_words,
    interviews_words,
    place_in_the_loop,
)
from onward.web.shown.applications import Letter, Person, Shown
from onward.web.shown.mail_words import meaning_words
from onward.web.shown.moments import short_day
from onward.web.shown.next_words import About, next_of
from onward.web.shown.shared import Action
from onward.web.shown.timeline import History, timeline_of

_MOST_MAIL = 50
_NOT_SHOWN = ("shown_text", "calendars", "labels", "linked_ids", "evidence", "details")


def shown_of(application: Application) -> Shown:
    """Return all that the page of an application shows."""
    person = application.person
    now = clock.now().astimezone(clock.zone_of(person))
    events = history_of(application)
    state = state_of((event.happened for event in events), now)
    merged = list(application.merged.select_related("employer__merged_into"))
    outcome = Outcome.objects.of(person).ending(application)
    messages = _messages(application)
    history = History(
        events=events,
        messages={message.key: message for message in messages},
        own_waits=days_waited(person),
        state=state,
        now=now,
    )
    how = taken(outcome)
    step = next_step(history.counted, state, now, how)
    event = history.rows.get(step.event or 0)
    loop = loop_step(state, now, how)
    employers = [application.employer.root, *(one.employer.root for one in merged)]
    return Shown(
        role=application.role or _first(merged, "role") or _("Role not known"),
        employer=application.employer.root.called,
        employer_url=reverse("employer", args=[application.employer.root.pk]),
        place=application.place or _first(merged, "place"),
        line=_line(application, merged),
        stage=place_in_the_loop(loop, state),
        chips=_chips(application, state, now),
        timeline=timeline_of(history),
        next=next_of(About(application, step, now, event, outcome)),
        rounds=tuple(rounds_shown(rounds_of(application), now)),
        people=tuple(person_of(contact) for contact in people_at(employers)),
        mail=tuple(_letter(message, now) for message in messages),
        note=application.note or _first(merged, "note"),
        advert=application.advert or _first(merged, "advert"),
        link=_link(application.link or _first(merged, "link")),
        record_url=reverse("tell-event", args=[application.pk]),
        actions=_actions(application, step, has_merged=bool(merged)),
    )


def _messages(application: Application) -> list[Message]:
    found = Message.objects.of(application.person).about(application).defer(*_NOT_SHOWN)
    return list(found.order_by("-sent_at", "-pk")[:_MOST_MAIL])


def _first(merged: list[Application], name: str) -> str:
    """Return what a merged application tells where the whole says nothing."""
    told = (str(getattr(one, name)) for one in merged)
    return next((words for words in told if words), "")


def _link(link: str) -> str:
    """Return an address of a web page; any other kind of address leads nowhere."""
    return link if link.lower().startswith(("http://", "https://")) else ""


def _line(application: Application, merged: list[Application]) -> str:
    way = channel_words(
        application.channel or _first(merged, "channel"),
        application.channel_said or _first(merged, "channel_said"),
    )
    agency = application.agency or _first(merged, "agency")
    return ", ".join(words for words in (way, _through(application, agency)) if words)


def _through(application: Application, agency: str) -> str:
    """Return who stands between; an agency that names no client stands for it."""
    if agency and agency == application.employer.root.called:
        return _("an agency, employer not known")
    return _("through %(agency)s") % {"agency": agency} if agency else ""


def _chips(application: Application, state: State, now: datetime) -> tuple[str, ...]:
    chips = [interviews_words(state.interviews)]
    if state.is_quiet(now):
        chips.append(_("gone quiet"))
    if application.archived_at:
        chips.append(_("put away"))
    return tuple(chip for chip in chips if chip)


def person_of(contact: Contact) -> Person:
    """Return somebody at an employer as a page shows them."""
    return Person(
        name=contact.name or contact.address,
        part=contact.part,
        address=contact.address,
        edit_url=reverse("edit-contact", args=[contact.pk]),
    )


def _letter(message: Message, now: datetime) -> Letter:
    sent_at = message.sent_at.astimezone(now.tzinfo) if message.sent_at else None
    sender = message.sender_name or message.sender_address
    return Letter(
        url=reverse("message", args=[message.pk]),
        subject=message.subject or _("No subject"),
        sender=_("You") if message.own else sender,
        on=short_day(sent_at.date(), now.date()) if sent_at else _("no date"),
        words=meaning_words(message.says),
    )


def _after_the_end(application: Application) -> list[Action]:
    """Return the ways on from an ending, for whoever looks for one of them."""
    pk = [application.pk]
    named = {
        "land": _("Land it"),
        "ask-after": _("Ask for feedback"),
        "feedback": _("Feedback"),
        "reflect": _("Look back"),
        "angry": _("The angry version"),
        "other-routes": _("Other routes"),
    }
    return [Action(label, reverse(name, args=pk)) for name, label in named.items()]


def _actions(
    application: Application, step: NextStep, *, has_merged: bool
) -> tuple[Action, ...]:
    pk = [application.pk]
    away = ("unarchive", _("Bring back")) if application.archived_at else None
    name, put = away or ("archive", _("Put away"))
    actions = [Action(_("Edit"), reverse("edit-application", args=pk))]
    if not application.ending:
        actions.insert(0, Action(_("Get ready"), reverse("prepare", args=pk)))
    # Otherwise it is the next step already, or the application has ended.
    if step.kind in UNDER_WAY:
        url = reverse("close-application", args=pk)
        actions.append(Action(_("Close, no answer came"), url, method="post"))
    if application.ending:
        actions += _after_the_end(application)
    elif application.interviews:
        actions.append(Action(_("Look back"), reverse("reflect", args=pk)))
    actions.append(Action(_("Same as another"), reverse("merge-application", args=pk)))
    if has_merged:
        actions.append(Action(_("Take apart"), reverse("split-application", args=pk)))
    actions += [
        Action(put, reverse(f"{name}-application", args=pk), method="post"),
        Action(_("Delete for good"), reverse("delete-application", args=pk)),
    ]
    return tuple(actions)
