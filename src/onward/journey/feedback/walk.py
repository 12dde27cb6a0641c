"""What each screen of asking keeps."""

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.db import transaction

from onward.domain.letters.manner import PLAIN
from onward.domain.meetings.busy import Span
from onward.domain.meetings.slots import slots_to_offer
from onward.journey.applications.contacts import add_contact
from onward.journey.applications.models import Contact
from onward.journey.feedback.asking import (
    keep_choices,
    letter_for,
    manner_to_keep,
    own_manner,
)
from onward.journey.feedback.busy_calendars import LOOK_AHEAD, busy_of
from onward.journey.feedback.models import FeedbackRequest, Slot

_SLOTS = 2
_ZONES = {"uk": "Europe/London", "eu": "Europe/Berlin", "us": "America/New_York"}


@transaction.atomic
def choose_whom(*, request: FeedbackRequest, name: str, address: str) -> None:
    """Keep who is asked; somebody new is written down at the employer too."""
    employer = request.application.employer.root
    known = Contact.objects.filter(employer=employer, address__iexact=address)
    contact = known.first() or add_contact(
        employer=employer, name=name, address=address
    )
    request.contact = contact
    request.to_name, request.to_address = name or contact.name, address
    request.save(update_fields=["contact", "to_name", "to_address"])
    _make_anew(request)


@transaction.atomic
def choose_what(*, request: FeedbackRequest, asks: list[str], criterion: str) -> None:
    """Keep what is asked."""
    keep_choices(request=request, asks=asks, criterion=criterion)
    _make_anew(request)


@transaction.atomic
def choose_detail(*, request: FeedbackRequest, detail: str) -> None:
    """Keep the one real thing from the interview."""
    keep_choices(request=request, detail=detail)
    _make_anew(request)


@dataclass(frozen=True, slots=True)
class How:
    """How they may answer and how they are greeted, as the person picked."""

    channel: str
    greeting: str = PLAIN.greeting
    locale: str = "uk"
    interested: bool = False
    offers_times: bool = False


@transaction.atomic
def choose_how(*, request: FeedbackRequest, how: How, now: datetime) -> None:
    """Keep how they may answer, how they are greeted, and times to offer."""
    manner = own_manner(request.application)
    keep_choices(
        request=request,
        channel=how.channel,
        locale=how.locale,
        interested=how.interested,
        manner={**manner_to_keep(manner), "greeting": how.greeting},
    )
    offer_times(request=request, count=_SLOTS if how.offers_times else 0, now=now)
    _make_anew(request)


@transaction.atomic
def offer_times(*, request: FeedbackRequest, count: int, now: datetime) -> list[Slot]:
    """Offer so many times in the employer's hours that are free in one's calendar."""
    offered = Slot.objects.filter(request=request, state=Slot.State.OFFERED)
    if offered.count() == count:
        return list(offered)
    offered.delete()
    zone = _ZONES[str(request.choices.get("locale", "uk"))]
    busy = busy_of(request.application.person, Span(now, now + LOOK_AHEAD))
    moments = slots_to_offer(now, ZoneInfo(zone), busy, count)
    return [
        Slot.objects.create(
            person_id=request.person_id,
            request=request,
            starts_at=moment,
            zone=zone,
            uid=f"{uuid4().hex}@onward.invalid",
        )
        for moment in moments
    ]


def with_letter(request: FeedbackRequest) -> FeedbackRequest:
    """Return the request with a letter in it, which is not stored by this."""
    if not request.text.strip():
        letter = letter_for(request)
        request.subject, request.text = letter.subject, letter.text
        request.choices = {**request.choices, "made": letter.text}
    return request


@transaction.atomic
def put_together(*, request: FeedbackRequest) -> None:
    """Write the letter from the choices, over whatever stands there."""
    letter = letter_for(request)
    request.subject, request.text = letter.subject, letter.text
    request.choices = {**request.choices, "made": letter.text}
    request.save(update_fields=["subject", "text", "choices"])


def is_edited(request: FeedbackRequest) -> bool:
    """Tell whether the person has changed the letter since it was put together."""
    made = str(request.choices.get("made", ""))
    return bool(request.text.strip()) and request.text.split() != made.split()


def _make_anew(request: FeedbackRequest) -> None:
    """Write the letter again after a choice, unless it holds the person's own words."""
    if request.text and not is_edited(request):
        put_together(request=request)


@transaction.atomic
def keep_letter(*, request: FeedbackRequest, subject: str, text: str) -> None:
    """Keep the letter as the person has it."""
    with_letter(request)
    request.subject = subject
    request.text = text.replace("\r\n", "\n")
    request.save(update_fields=["subject", "text", "choices"])
