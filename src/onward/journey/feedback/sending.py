"""The request on its way: sent, taken elsewhere, and what follows once it has gone."""

from datetime import datetime, timedelta
from urllib.parse import quote

from django.db import transaction
from django.utils.timezone import now

from onward.background.clock import zone_of
from onward.domain.applications.events import EventKind
from onward.domain.errors import OnwardError
from onward.domain.meetings.slots import next_working_morning, working_days_after
from onward.journey.applications.services import record_event
from onward.journey.feedback.events import LetterSent
from onward.journey.feedback.models import FeedbackRequest, MailAccount, OutgoingLetter
from onward.journey.feedback.outbox import (
    Approval,
    approve,
    refuse_angry_words,
)
from onward.journey.feedback.writing import Draft, message_of

State = FeedbackRequest.State
# Convention of careers services: a week and a half, then one line, then let it be.
FOLLOW_UP_AFTER_WORKING_DAYS = 7


class NobodyToSendToError(OnwardError):
    """There is no address to write to yet. Choose who to ask first."""


class NothingToSendError(OnwardError):
    """The letter is empty. Write it first, or have Onward put it together."""


def draft_of(
    request: FeedbackRequest, from_name: str, from_address: str, text: str = ""
) -> Draft:
    """Return the request as a letter in the thread of the mail it answers."""
    answered = request.answers
    linked = [name for name in answered.linked_ids if name] if answered else []
    own = answered.message_id if answered else ""
    return Draft(
        from_name=from_name,
        from_address=from_address,
        to_name=request.to_name,
        to_address=request.to_address,
        subject=request.subject,
        text=text or request.text,
        answers=own,
        thread=tuple(name for name in linked if name != own),
    )


def usual_time(request: FeedbackRequest, at: datetime) -> datetime:
    """Return when it is best sent: the next working morning, or now if time is short.

    A window that closes before then goes first.
    """
    zone = zone_of(request.application.person)
    morning = next_working_morning(at, zone)
    if request.window_until and request.window_until < morning.date():
        return at
    return morning


@transaction.atomic
def send_request(
    *, request: FeedbackRequest, account: MailAccount, send_at: datetime | None = None
) -> OutgoingLetter:
    """Put the request on its way through the person's own server."""
    _complete(request)
    letter = approve(
        Approval(
            application=request.application,
            draft=draft_of(request, account.name, account.address),
            purpose=OutgoingLetter.Purpose.REQUEST,
            account=account,
            request=request,
            send_at=send_at,
        )
    )
    request.state = State.ON_ITS_WAY
    request.save(update_fields=["state"])
    return letter


@transaction.atomic
def back_to_draft(*, request: FeedbackRequest) -> None:
    """Make a request a draft again whose letter was held back."""
    if request.state == State.ON_ITS_WAY:
        request.state = State.DRAFT
        request.save(update_fields=["state"])


def _complete(request: FeedbackRequest) -> None:
    if not request.to_address.strip():
        raise NobodyToSendToError
    if not request.text.strip():
        raise NothingToSendError


def mailto_of(request: FeedbackRequest) -> str:
    """Return the address that opens the letter in the person's mail program."""
    refuse_angry_words(request.person_id, f"{request.subject}\n{request.text}")
    subject, body = quote(request.subject), quote(request.text.replace("\n", "\r\n"))
    return f"mailto:{quote(request.to_address, safe='@')}?subject={subject}&body={body}"


def draft_file_of(request: FeedbackRequest, from_address: str) -> bytes:
    """Return the letter as a file that mail programs open as an unsent draft."""
    _complete(request)
    refuse_angry_words(request.person_id, f"{request.subject}\n{request.text}")
    draft = draft_of(request, "", from_address)
    raw = message_of(draft, "", now())
    return b"X-Unsent: 1\r\n" + raw


@transaction.atomic
def say_it_was_sent(*, request: FeedbackRequest, at: datetime | None = None) -> None:
    """Let the person say that they sent it themselves, from their mail program."""
    mark_asked(request, at or now())


def follow_letter(sent: LetterSent) -> None:
    """Move a request on once its letter has gone."""
    letter = sent.letter
    if letter.request is None or letter.sent_at is None:
        return
    if letter.purpose == OutgoingLetter.Purpose.REQUEST:
        mark_asked(letter.request, letter.sent_at)
    elif letter.purpose == OutgoingLetter.Purpose.FOLLOW_UP:
        FeedbackRequest.objects.filter(pk=letter.request.pk).update(
            followed_up_at=letter.sent_at, follow_up_on=None
        )
    elif letter.purpose == OutgoingLetter.Purpose.THANKS:
        FeedbackRequest.objects.filter(pk=letter.request.pk).update(
            thanked_at=letter.sent_at
        )


def mark_asked(request: FeedbackRequest, at: datetime) -> None:
    """Note that the ask has gone out, once; it becomes an event of the application."""
    found = FeedbackRequest.objects.select_for_update().get(pk=request.pk)
    if found.asked_at is not None:
        return
    person = found.application.person
    here = at.astimezone(zone_of(person)).date()
    found.asked_at = at
    found.state = State.ASKED
    found.follow_up_on = working_days_after(here, FOLLOW_UP_AFTER_WORKING_DAYS)
    found.save(update_fields=["asked_at", "state", "follow_up_on"])
    record_event(
        application=found.application,
        kind=EventKind.FEEDBACK_REQUESTED,
        happened_at=at,
        has_time=True,
    )


def is_soon(moment: datetime, at: datetime) -> bool:
    """Tell whether a letter goes within minutes and not on another day."""
    return moment - at < timedelta(minutes=10)
