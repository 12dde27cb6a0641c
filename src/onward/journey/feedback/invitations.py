"""Invitations to a call that was agreed, changes of it, and the private calendar."""

import secrets
from dataclasses import replace
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import now
from django.utils.translation import gettext as _

from onward.domain.errors import OnwardError
from onward.domain.letters.afterwards import yes_to_a_time
from onward.domain.meetings.invitations import (
    Attendee,
    Meeting,
    calendar_feed,
    invitation,
)
from onward.journey.feedback.answers import agree_on
from onward.journey.feedback.asking import choices_of
from onward.journey.feedback.models import (
    CalendarFeed,
    FeedbackRequest,
    MailAccount,
    OutgoingLetter,
    Slot,
)
from onward.journey.feedback.outbox import Approval, approve
from onward.journey.feedback.sending import draft_of
from onward.journey.feedback.writing import Draft
from onward.journey.people.models import Person

_TOKEN_BYTES = 32


class NoTimeAgreedError(OnwardError):
    """There is no time agreed yet, so there is nothing to invite to."""


def agreed_slot(request: FeedbackRequest) -> Slot | None:
    """Return the time that was agreed for a call, if there is one."""
    return Slot.objects.filter(request=request, state=Slot.State.AGREED).first()


@transaction.atomic
def pick_time(*, request: FeedbackRequest, slot: int) -> Slot | None:
    """Agree on an offered time because the person says so."""
    found = Slot.objects.filter(request=request, pk=slot).first()
    return agree_on(request=request, starts_at=found.starts_at) if found else None


@transaction.atomic
def invite(*, request: FeedbackRequest, account: MailAccount) -> OutgoingLetter:
    """Put the invitation on its way; one after a change has a higher number."""
    slot = agreed_slot(request)
    if slot is None:
        raise NoTimeAgreedError
    _stop_waiting(slot)
    if slot.is_invited:
        slot.sequence += 1
    slot.is_invited = True
    slot.save(update_fields=["sequence", "is_invited"])
    choices = replace(choices_of(request), slots=(slot.moment,))
    text = yes_to_a_time(choices).text
    meeting = _meeting(slot, request, account.address, account.name)
    return _send(request, account, text, meeting)


@transaction.atomic
def move_call(*, request: FeedbackRequest, starts_at: datetime) -> Slot:
    """Move the agreed call; the next invitation tells the other side."""
    slot = agreed_slot(request)
    if slot is None:
        raise NoTimeAgreedError
    slot.starts_at = starts_at
    slot.save(update_fields=["starts_at"])
    return slot


@transaction.atomic
def call_off(
    *, request: FeedbackRequest, account: MailAccount | None
) -> OutgoingLetter | None:
    """Drop the agreed time; who was invited is told by a cancellation."""
    slot = agreed_slot(request)
    if slot is None:
        raise NoTimeAgreedError
    _stop_waiting(slot)
    slot.state = Slot.State.DROPPED
    slot.sequence += 1
    slot.save(update_fields=["state", "sequence", "is_invited"])
    request.state = FeedbackRequest.State.ASKED
    request.save(update_fields=["state"])
    if account is None or not slot.is_invited:
        return None
    meeting = _meeting(slot, request, account.address, account.name)
    text = _("I have to call off our talk. Thank you for keeping the time.")
    return _send(request, account, text, meeting)


def _stop_waiting(slot: Slot) -> None:
    """Hold back an invitation that has not left; of the first, nobody knows then."""
    waiting = OutgoingLetter.objects.filter(
        request=slot.request,
        purpose=OutgoingLetter.Purpose.INVITATION,
        state=OutgoingLetter.State.WAITING,
    )
    if waiting.update(state=OutgoingLetter.State.CANCELLED) and not slot.sequence:
        slot.is_invited = False


def _send(
    request: FeedbackRequest, account: MailAccount, text: str, meeting: Meeting
) -> OutgoingLetter:
    plain = draft_of(request, account.name, account.address, text)
    draft = Draft(
        plain.from_name,
        plain.from_address,
        plain.to_name,
        plain.to_address,
        plain.subject,
        plain.text,
        plain.answers,
        plain.thread,
        invitation=invitation(meeting, now()),
        method="CANCEL" if meeting.is_cancelled else "REQUEST",
    )
    return approve(
        Approval(
            application=request.application,
            draft=draft,
            purpose=OutgoingLetter.Purpose.INVITATION,
            account=account,
            request=request,
        )
    )


def _meeting(
    slot: Slot, request: FeedbackRequest, own_address: str = "", own_name: str = ""
) -> Meeting:
    role = request.application.role
    title = _("Call about the %(role)s role") % {"role": role} if role else _("Call")
    return Meeting(
        uid=slot.uid,
        sequence=slot.sequence,
        title=title,
        starts_at=slot.moment,
        length=timedelta(minutes=slot.minutes),
        said=_("With %(who)s.") % {"who": request.to_name or request.to_address},
        organiser=Attendee(own_address, own_name) if own_address else None,
        attendees=(Attendee(request.to_address, request.to_name),),
        is_cancelled=slot.state == Slot.State.DROPPED,
    )


def own_file(request: FeedbackRequest) -> bytes:
    """Return the agreed time for the person's own calendar; it invites nobody."""
    slot = agreed_slot(request)
    if slot is None:
        raise NoTimeAgreedError
    return calendar_feed([_meeting(slot, request)], now(), "Onward")


def feed_of(person: Person) -> CalendarFeed | None:
    """Return the person's calendar feed, if it is on."""
    return CalendarFeed.objects.of(person).filter(revoked_at=None).first()


@transaction.atomic
def renew_feed(*, person: Person) -> CalendarFeed:
    """Return a feed with a new address; the one before answers no more."""
    revoke_feed(person=person)
    return CalendarFeed.objects.create(
        person=person,
        token=secrets.token_urlsafe(_TOKEN_BYTES),
        made_at=now(),
    )


def revoke_feed(*, person: Person) -> None:
    """Switch the feed off for good."""
    CalendarFeed.objects.of(person).filter(revoked_at=None).update(revoked_at=now())


def feed_behind(token: str) -> CalendarFeed | None:
    """Return the feed that a token opens, or None when it opens nothing."""
    feeds = CalendarFeed.objects.filter(token=token, revoked_at=None)
    return feeds.select_related("person").first()


def calls_of(person: Person) -> list[Meeting]:
    """Return the calls that were agreed, and those called off after an invitation."""
    told = Slot.objects.of(person).filter(
        Q(state=Slot.State.AGREED) | Q(state=Slot.State.DROPPED, is_invited=True)
    )
    return [
        _meeting(slot, slot.request)
        for slot in told.select_related("request__application")
    ]
