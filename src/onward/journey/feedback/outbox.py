"""Letters on their way: approved, cancelled within a minute, sent at most once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from django.db import transaction
from django.db.models import F
from django.utils.timezone import now

from onward.background import processes
from onward.background.durable import durably
from onward.background.events import announce
from onward.domain.errors import OnwardError
from onward.domain.letters.likeness import holds_angry_words
from onward.journey.applications.models import Application
from onward.journey.feedback.events import LetterSent
from onward.journey.feedback.models import (
    AngryVersion,
    FeedbackRequest,
    MailAccount,
    OutgoingLetter,
)
from onward.journey.feedback.writing import Draft, digest_of, message_of
from onward.ports.post import Delivery, Post

# Time to think again after pressing send.
GRACE = timedelta(seconds=60)
_BACK_OFF = (1, 5, 15, 60, 240)
MOST_TRIES = len(_BACK_OFF)
State = OutgoingLetter.State


class AngryWordsError(OnwardError):
    """This letter holds words of your angry version, so it was not sent. Take them out first."""  # noqa: E501


class AlreadyGoneError(OnwardError):
    """This letter is already on its way and cannot be held back any more."""


class StillWaitingError(OnwardError):
    """A letter for this is waiting to be sent already."""


@dataclass(frozen=True, slots=True)
class Approval:
    """What the person approved: this text, to this address, for this purpose."""

    application: Application
    draft: Draft
    purpose: OutgoingLetter.Purpose
    account: MailAccount
    request: FeedbackRequest | None = None
    send_at: datetime | None = None


def new_message_id(address: str) -> str:
    """Return an id no other message has, with the domain of the sender's address."""
    return f"<{uuid4().hex}@{address.rpartition('@')[2] or 'onward.invalid'}>"


@transaction.atomic
def approve(approval: Approval) -> OutgoingLetter:
    """Put a letter on its way; it waits a minute at least, so that it can be held back.

    Raises what the person can be told if it holds words of an angry version, or if one
    for the same purpose is waiting already.
    """
    application, draft = approval.application, approval.draft
    refuse_angry_words(application.person_id, f"{draft.subject}\n{draft.text}")
    _refuse_second(approval)
    approved_at = now()
    send_at = max(approved_at + GRACE, approval.send_at or approved_at)
    message_id = new_message_id(draft.from_address)
    raw = message_of(draft, message_id, send_at)
    return OutgoingLetter.objects.create(
        person_id=application.person_id,
        application=application,
        request=approval.request,
        account=approval.account,
        purpose=approval.purpose,
        to_address=draft.to_address.strip(),
        subject=draft.subject,
        text=draft.text,
        message_id=message_id,
        raw=raw,
        approved_digest=digest_of(raw),
        approved_at=approved_at,
        send_at=send_at,
    )


def refuse_angry_words(person_id: int, text: str) -> None:
    """Raise if a text holds words of an angry version: the one hard stop there is."""
    versions = AngryVersion.objects.filter(person_id=person_id)
    if holds_angry_words(text, versions.values_list("text", flat=True)):
        raise AngryWordsError


def _refuse_second(approval: Approval) -> None:
    waiting = OutgoingLetter.objects.select_for_update().filter(
        person_id=approval.application.person_id,
        application=approval.application,
        request=approval.request,
        purpose=approval.purpose,
        state__in=[State.WAITING, State.SENDING],
    )
    if waiting.exists():
        raise StillWaitingError


def hold_back(letter: OutgoingLetter) -> OutgoingLetter:
    """Stop a letter that has not left; raises when it is too late."""
    if not _move(letter, State.WAITING, State.CANCELLED):
        raise AlreadyGoneError
    letter.refresh_from_db()
    return letter


def _move(letter: OutgoingLetter, before: State, after: State, **also: object) -> bool:
    """Change a letter's state if it is as we think; only one caller succeeds."""
    found = OutgoingLetter.objects.filter(pk=letter.pk, state=before)
    return bool(found.update(state=after, **also))


def send_due(post_for: Callable[[MailAccount], Post]) -> int:
    """Send every letter whose time has come, and return how many were tried."""
    due = OutgoingLetter.objects.filter(state=State.WAITING, send_at__lte=now())
    letters = list(
        due.select_related("account", "application").order_by("send_at", "pk")
    )
    return sum(_send(letter, post_for) for letter in letters)


def _send(letter: OutgoingLetter, post_for: Callable[[MailAccount], Post]) -> bool:
    """Say on the disk that we are about to send, send, and say what came of it."""
    if letter.account is None or digest_of(bytes(letter.raw)) != letter.approved_digest:
        return _move(letter, State.WAITING, State.FAILED)
    with durably():
        is_ours = _move(
            letter,
            State.WAITING,
            State.SENDING,
            sending_at=now(),
            sender=processes.own_name(),
            tries=F("tries") + 1,
        )
    if not is_ours:
        return False
    post = post_for(letter.account)
    receipt = post.send(bytes(letter.raw), letter.account.address, letter.to_address)
    with durably():
        _keep_result(letter, receipt.delivery, receipt.said)
    return True


def _keep_result(letter: OutgoingLetter, delivery: Delivery, said: str) -> None:
    letter.refresh_from_db()
    if letter.state != State.SENDING:
        return
    if delivery is Delivery.NOT_NOW and letter.tries < MOST_TRIES:
        letter.state = State.WAITING
        letter.send_at = now() + timedelta(minutes=_BACK_OFF[letter.tries - 1])
    else:
        letter.state = _AFTER[delivery]
    letter.problem = "" if delivery is Delivery.SENT else said
    letter.sent_at = now() if delivery is Delivery.SENT else None
    letter.save(update_fields=["state", "send_at", "problem", "sent_at"])
    if delivery is Delivery.SENT:
        announce(LetterSent(letter))


_AFTER = {
    Delivery.SENT: State.SENT,
    Delivery.UNSURE: State.UNSURE,
    Delivery.NOT_NOW: State.FAILED,
    Delivery.REFUSED: State.FAILED,
}


def own_up_to_breaks() -> int:
    """Mark letters as unsure whose sending process is gone; return how many.

    Nobody sends such a letter again but the person.
    """
    left = OutgoingLetter.objects.filter(state=State.SENDING)
    gone = [letter for letter in left if processes.is_gone(letter.sender)]
    return sum(_move(letter, State.SENDING, State.UNSURE) for letter in gone)


@transaction.atomic
def say_it_went(letter: OutgoingLetter) -> OutgoingLetter:
    """Let the person say that an unsure letter went: they saw it in their sent mail."""
    if _move(letter, State.UNSURE, State.SENT, sent_at=letter.sending_at or now()):
        letter.refresh_from_db()
        announce(LetterSent(letter))
    return letter


@transaction.atomic
def send_again(letter: OutgoingLetter) -> OutgoingLetter:
    """Let the person send a letter again that is unsure or failed; it keeps its id."""
    for before in (State.UNSURE, State.FAILED):
        _move(letter, before, State.WAITING, send_at=now() + GRACE, tries=0, problem="")
    letter.refresh_from_db()
    return letter
