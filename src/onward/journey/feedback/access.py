"""Asking for one's own data, the last resort: written and sent like any letter."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from onward.background.clock import zone_of
from onward.domain.asking.routes import access_request
from onward.domain.letters.locales import Locale
from onward.domain.meetings.slots import next_working_morning
from onward.journey.applications.models import Application, Round
from onward.journey.feedback.asking import own_name
from onward.journey.feedback.models import AccessLetter, MailAccount, OutgoingLetter
from onward.journey.feedback.outbox import Approval, approve
from onward.journey.feedback.sending import NobodyToSendToError, NothingToSendError
from onward.journey.feedback.writing import Draft

_UNKNOWN = "…"


def access_letter_of(application: Application) -> AccessLetter:
    """Return the letter as the person has it, or as Onward would write it."""
    mine = AccessLetter.objects.of(application.person_id)
    found = mine.filter(application=application).first()
    return found or AccessLetter(
        person_id=application.person_id,
        application=application,
        subject=_("A copy of my information: %(role)s")
        % {"role": application.role or _("my application")},
        text=_written(application),
    )


def _written(application: Application) -> str:
    zone = zone_of(application.person)
    held = Round.objects.of(application.person).filter(
        application__in=application.with_merged
    )
    moments = held.exclude(starts_at=None).values_list("starts_at", flat=True)
    days = {moment.astimezone(zone).date() for moment in moments if moment}
    return access_request(
        person=own_name(application) or _UNKNOWN,
        employer=application.employer.root.name,
        role=application.role,
        days=tuple(sorted(days)),
        locale=Locale.UK,
    )


@transaction.atomic
def keep_access_letter(
    *, application: Application, to_address: str, subject: str, text: str
) -> AccessLetter:
    """Keep the letter as the person has it."""
    told = {"to_address": to_address.strip(), "subject": subject, "text": text}
    letter, _made = AccessLetter.objects.update_or_create(
        person_id=application.person_id, application=application, defaults=told
    )
    return letter


def sent_access_letter(application: Application) -> OutgoingLetter | None:
    """Return the letter that is on its way or gone, if it was approved."""
    mine = OutgoingLetter.objects.of(application.person_id)
    approved = mine.filter(
        application=application, purpose=OutgoingLetter.Purpose.ACCESS
    ).exclude(state=OutgoingLetter.State.CANCELLED)
    return approved.order_by("-approved_at", "-pk").first()


def usual_access_time(letter: AccessLetter, at: datetime) -> datetime:
    """Return when it is best sent: the next working morning."""
    return next_working_morning(at, zone_of(letter.application.person))


def send_access_letter(
    *, letter: AccessLetter, account: MailAccount, send_at: datetime | None = None
) -> OutgoingLetter:
    """Put the letter on its way through the person's own server."""
    if not letter.to_address:
        raise NobodyToSendToError
    if not letter.text.strip():
        raise NothingToSendError
    return approve(
        Approval(
            application=letter.application,
            draft=draft_of_access(letter, account.name, account.address),
            purpose=OutgoingLetter.Purpose.ACCESS,
            account=account,
            send_at=send_at,
        )
    )


def draft_of_access(letter: AccessLetter, from_name: str, from_address: str) -> Draft:
    """Return the letter as a message of its own, in nobody's thread."""
    return Draft(
        from_name=from_name,
        from_address=from_address,
        to_name="",
        to_address=letter.to_address,
        subject=letter.subject,
        text=letter.text,
    )
