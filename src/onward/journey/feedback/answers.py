"""What becomes of a request: an answer in the mail, a follow-up, or silence."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction

from onward.background.clock import now, today
from onward.domain.applications.events import EventKind, Source
from onward.domain.asking.replies import Answer, Reply, ReplyKind, reply_of
from onward.domain.letters.afterwards import (
    follow_up,
    thanks_all_the_same,
    thanks_for_feedback,
)
from onward.domain.letters.feedback_request import Letter
from onward.journey.applications.models import Event
from onward.journey.applications.services import EventRecorded
from onward.journey.feedback.asking import choices_of
from onward.journey.feedback.deciding import note_done
from onward.journey.feedback.models import (
    FeedbackRequest,
    FeedbackText,
    MailAccount,
    OutgoingLetter,
    Slot,
)
from onward.journey.feedback.outbox import Approval, approve
from onward.journey.feedback.queries import OPEN
from onward.journey.feedback.reading import notes_in
from onward.journey.feedback.sending import draft_of
from onward.journey.mail.models import Message

State, End = FeedbackRequest.State, FeedbackRequest.End
_ANSWERS = frozenset(
    {
        EventKind.FEEDBACK_RECEIVED,
        EventKind.HEARD,
        EventKind.REJECTED,
        EventKind.INVITED,
        EventKind.ACKNOWLEDGED,
    }
)
# A few words that fit anybody are an answer, and not one to work with.
_SPECIFIC = 0.4


def follow_answer(recorded: EventRecorded) -> None:
    """Move a request on when the mail that answers it is filed."""
    event = recorded.event
    if event.source != Source.MESSAGE or EventKind(event.kind) not in _ANSWERS:
        return
    request = _asked_before(event)
    message = _message_of(event) if request is not None else None
    if request is not None and message is not None and not message.own:
        take_answer(request=request, message=message)


def _asked_before(event: Event) -> FeedbackRequest | None:
    application = event.application.merged_into or event.application
    found = FeedbackRequest.objects.of(event.person_id).filter(
        application=application,
        state__in=OPEN,
        asked_at__lt=event.happened_at,
    )
    return found.order_by("-asked_at", "-pk").first()


def _message_of(event: Event) -> Message | None:
    number = event.message_key.removeprefix("message:")
    if not number.isdecimal():
        return None
    return Message.objects.of(event.person_id).filter(pk=int(number)).first()


@transaction.atomic
def take_answer(*, request: FeedbackRequest, message: Message) -> Reply:
    """Let a message move its request on, and return what it was taken for."""
    reply = _read(request, message)
    if reply.kind is ReplyKind.FEEDBACK:
        keep_words(request=request, message=message)
    if reply.agreed:
        agree_on(request=request, starts_at=reply.agreed)
    elif reply.kind is ReplyKind.DECLINED:
        close_request(request=request, end=End.DECLINED, at=message.sent_at)
    return reply


def _read(request: FeedbackRequest, message: Message) -> Reply:
    slots = Slot.objects.filter(request=request, state=Slot.State.OFFERED)
    zone = next((slot.zone for slot in slots), "Europe/London")
    points = points_in(message.shown_text)
    answer = Answer(
        subject=message.subject,
        text=message.shown_text.partition("\n\n")[2],
        sender=message.sender_address,
        sent_at=message.sent_at,
        points=len(points),
        seen=sum(kind != "advice" for kind, _ in points),
    )
    return reply_of(answer, [slot.moment for slot in slots], ZoneInfo(zone))


def points_in(text: str) -> list[tuple[str, float]]:
    """Return the kind of each point of feedback in a text, and how specific it is."""
    told = ("strength", "improvement", "advice")
    return [(note.kind, note.specific) for note in notes_in(text) if note.kind in told]


@transaction.atomic
def keep_words(*, request: FeedbackRequest, message: Message) -> FeedbackText:
    """Keep an answer as feedback to be read when the person is ready, once each."""
    text = message.shown_text.partition("\n\n")[2] or message.shown_text
    kept, is_new = FeedbackText.objects.get_or_create(
        person_id=request.person_id,
        application=request.application,
        message=message,
        defaults={
            "request": request,
            "source": FeedbackText.Source.REPLY,
            "said_by": message.sender_name or message.sender_address,
            "text": text,
            "received_at": message.sent_at or now(),
        },
    )
    if is_new:
        is_specific = any(one >= _SPECIFIC for _, one in points_in(text))
        end = End.SPECIFIC if is_specific else End.GENERIC
        close_request(request=request, end=end, at=message.sent_at)
    return kept


@transaction.atomic
def agree_on(*, request: FeedbackRequest, starts_at: datetime) -> Slot | None:
    """Agree on one of the times offered; the others are dropped.

    What they have said already stays said: it counts, whatever becomes of the call.
    """
    offered = Slot.objects.select_for_update().filter(request=request)
    slot = offered.filter(starts_at=starts_at, state=Slot.State.OFFERED).first()
    if slot is None:
        return None
    slot.state = Slot.State.AGREED
    slot.save(update_fields=["state"])
    offered.filter(state=Slot.State.OFFERED).update(state=Slot.State.DROPPED)
    request.state = State.CALL_AGREED
    request.closed_at, request.follow_up_on = None, None
    request.save(update_fields=["state", "closed_at", "follow_up_on"])
    return slot


@transaction.atomic
def close_request(
    *, request: FeedbackRequest, end: FeedbackRequest.End, at: datetime | None = None
) -> FeedbackRequest:
    """Close a request with how it ended; without an answer everything else goes on."""
    moment = at or now()
    has_said = request.end in {End.SPECIFIC, End.GENERIC}
    request.end = request.end if end == End.NO_REPLY and has_said else end
    request.state = State.CLOSED
    request.closed_at = moment
    request.follow_up_on = None
    if end in {End.SPECIFIC, End.GENERIC, End.DECLINED}:
        request.answered_at = moment
    request.save()
    note_done(request.application)
    return request


@transaction.atomic
def reopen_request(*, request: FeedbackRequest) -> FeedbackRequest:
    """Open a closed request again: the answer was taken for something it is not."""
    if request.state == State.CLOSED:
        request.state = State.ASKED if request.asked_at else State.DRAFT
        request.end, request.closed_at, request.answered_at = "", None, None
        request.save()
        note_done(request.application)
    return request


def is_follow_up_due(request: FeedbackRequest) -> bool:
    """Tell whether the one follow-up may go now."""
    day = today(request.application.person)
    due = request.follow_up_on
    return bool(request.state == State.ASKED and due and due <= day)


def follow_up_letter(request: FeedbackRequest) -> Letter:
    """Return the one reminder, ready to be read and edited."""
    asked_on = (request.asked_at or now()).date()
    return follow_up(choices_of(request), asked_on)


def thanks_letter(request: FeedbackRequest, *, by_phone: bool = False) -> Letter:
    """Return the thanks that fit how the request ended."""
    choices = choices_of(request)
    if request.end == End.DECLINED:
        return thanks_all_the_same(choices)
    return thanks_for_feedback(choices, by_phone=by_phone)


@transaction.atomic
def send_after(
    *,
    request: FeedbackRequest,
    account: MailAccount,
    purpose: OutgoingLetter.Purpose,
    text: str,
    send_at: datetime | None = None,
) -> OutgoingLetter:
    """Put a follow-up or thanks on its way, in the same thread."""
    draft = draft_of(request, account.name, account.address, text)
    return approve(
        Approval(
            application=request.application,
            draft=draft,
            purpose=purpose,
            account=account,
            request=request,
            send_at=send_at,
        )
    )


def note_sent(*, request: FeedbackRequest, purpose: OutgoingLetter.Purpose) -> None:
    """Note a follow-up or thanks that the person sent themselves."""
    if purpose == OutgoingLetter.Purpose.FOLLOW_UP:
        request.followed_up_at, request.follow_up_on = now(), None
    else:
        request.thanked_at = now()
    request.save(update_fields=["followed_up_at", "follow_up_on", "thanked_at"])


def rate_usefulness(*, request: FeedbackRequest, usefulness: int) -> None:
    """Keep how useful the answer was, from 1 to 5."""
    request.usefulness = min(5, max(1, usefulness))
    request.save(update_fields=["usefulness"])
