"""The letter that asks for what one needs: put together, written over, sent."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import quote

from django.db import transaction
from django.utils.timezone import now

from onward.background.clock import zone_of
from onward.domain.letters.adjustments import Asking, adjustments_request
from onward.domain.meetings.slots import next_working_morning
from onward.domain.preparation.needs import Asked, Need, Wanted
from onward.journey.applications.models import Application
from onward.journey.feedback.asking import first_name, own_manner, own_name
from onward.journey.feedback.models import MailAccount, OutgoingLetter
from onward.journey.feedback.outbox import Approval, approve, refuse_angry_words
from onward.journey.feedback.people import people_to_ask
from onward.journey.feedback.sending import NobodyToSendToError, NothingToSendError
from onward.journey.feedback.writing import Draft, message_of
from onward.journey.mail.models import Message
from onward.journey.people.events import KeyLost
from onward.journey.people.sealing import unseal
from onward.journey.preparation.models import Preparation
from onward.journey.preparation.services import keep

# Somebody has to read it and to arrange things.
_NOTICE = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Letter:
    """The letter as it stands: to whom, and its words."""

    to_name: str
    to_address: str
    subject: str
    text: str
    is_edited: bool


def wanted(preparation: Preparation) -> Wanted:
    """Return what is needed as a value; a need that is no longer known is left out."""
    known = {need.value for need in Need}
    needs = tuple(Need(name) for name in preparation.needs if name in known)
    return Wanted(needs, preparation.needs_said)


def reason(preparation: Preparation) -> str:
    """Return the person's reason; raises SealedAwayError while it is locked."""
    sealed = bytes(preparation.why_sealed)
    return unseal(preparation.person, sealed).decode() if sealed else ""


def drop_lost_reasons(lost: KeyLost) -> None:
    """Drop the reasons of somebody whose key is lost; what they need stays."""
    Preparation.objects.of(lost.person).update(why_sealed=b"")


def letter_of(preparation: Preparation) -> Letter:
    """Return the letter, what the person wrote over it before what is put together."""
    to_name, to_address = preparation.to_name, preparation.to_address
    if not to_address:
        best = next(iter(people_to_ask(preparation.application)), None)
        to_name = best.known.name if best else ""
        to_address = best.known.address if best else ""
    if preparation.text:
        subject, text = preparation.subject, preparation.text
        return Letter(to_name, to_address, subject, text, is_edited=True)
    made = adjustments_request(_asking(preparation, first_name(to_name)))
    return Letter(to_name, to_address, made.subject, made.text, is_edited=False)


def _asking(preparation: Preparation, contact: str) -> Asking:
    application = preparation.application
    at = application.next_at
    day = at.astimezone(zone_of(application.person)).date() if at else None
    answered = _invitation(application)
    return Asking(
        lines=wanted(preparation).lines,
        contact=contact,
        person=own_name(application),
        role=application.role,
        day=day,
        why=reason(preparation),
        manner=own_manner(application),
        their_subject=answered.subject if answered else "",
    )


def _invitation(application: Application) -> Message | None:
    """Return the latest mail of theirs that an interview was planned by."""
    mail = Message.objects.of(application.person_id).about(application)
    events = application.events.filter(kind__in=["invited", "interview_scheduled"])
    keys = events.exclude(message_key="").values_list("message_key", flat=True)
    pks = [int(key.partition(":")[2]) for key in keys if key.startswith("message:")]
    return mail.filter(pk__in=pks, own=False).order_by("-sent_at", "-pk").first()


def draft_of(preparation: Preparation, name: str, address: str) -> Draft:
    """Return the letter as it would go, in the thread of their invitation."""
    letter = letter_of(preparation)
    if not letter.to_address.strip():
        raise NobodyToSendToError
    if not letter.text.strip():
        raise NothingToSendError
    answered = _invitation(preparation.application)
    linked = [one for one in answered.linked_ids if one] if answered else []
    own = answered.message_id if answered else ""
    return Draft(
        from_name=name,
        from_address=address,
        to_name=letter.to_name,
        to_address=letter.to_address,
        subject=letter.subject,
        text=letter.text,
        answers=own,
        thread=tuple(one for one in linked if one != own),
    )


def usual_time(preparation: Preparation, at: datetime) -> datetime:
    """Return when it is best sent: the next working morning, or now if that is late."""
    morning = next_working_morning(at, zone_of(preparation.person))
    interview = preparation.application.next_at
    return at if interview and interview - morning < _NOTICE else morning


@transaction.atomic
def send(
    *, preparation: Preparation, account: MailAccount, send_at: datetime | None = None
) -> OutgoingLetter:
    """Put the letter on its way through the person's own server."""
    letter = approve(
        Approval(
            application=preparation.application,
            draft=draft_of(preparation, account.name, account.address),
            purpose=OutgoingLetter.Purpose.OTHER,
            account=account,
            send_at=send_at,
        )
    )
    keep(
        application=preparation.application,
        letter=letter,
        needs_asked=Asked.ASKED.value,
    )
    return letter


def mailto_of(preparation: Preparation) -> str:
    """Return the address that opens the letter in the person's mail program."""
    letter = letter_of(preparation)
    refuse_angry_words(preparation.person_id, f"{letter.subject}\n{letter.text}")
    body = quote(letter.text.replace("\n", "\r\n"))
    address = quote(letter.to_address, safe="@")
    return f"mailto:{address}?subject={quote(letter.subject)}&body={body}"


def draft_file_of(preparation: Preparation, from_address: str) -> bytes:
    """Return the letter as a file that mail programs open as an unsent draft."""
    draft = draft_of(preparation, "", from_address)
    refuse_angry_words(preparation.person_id, f"{draft.subject}\n{draft.text}")
    return b"X-Unsent: 1\r\n" + message_of(draft, "", now())
