"""What the page of the letter for one's own data shows."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from django.urls import reverse
from django.utils.translation import gettext as _

from onward.background.clock import zone_of
from onward.domain.asking.routes import routes
from onward.journey.feedback.access import sent_access_letter, usual_access_time
from onward.journey.feedback.accounts import account_of
from onward.journey.feedback.models import AccessLetter
from onward.journey.feedback.outbox import AngryWordsError, refuse_angry_words
from onward.web.shown.asking import ToneShown
from onward.web.shown.asking_tone import tone_at, tone_shown
from onward.web.shown.moments import hour, near_day

_KEY = "access"


@dataclass(frozen=True, slots=True)
class AccessShown:
    """The letter's page: its price, how it can go, and whether one went already."""

    cost: str
    application: str
    application_url: str
    routes_url: str
    tone_url: str
    improve_url: str
    file_url: str
    mailto: str
    send_label: str
    has_account: bool
    sent_url: str = ""


def access_of(letter: AccessLetter, now: datetime) -> AccessShown:
    """Return the letter's page."""
    application = letter.application
    pk = [application.pk]
    sent = sent_access_letter(application)
    return AccessShown(
        cost=_(next(one.cost for one in routes() if one.key == _KEY)),
        application=application.label,
        application_url=reverse("application", args=pk),
        routes_url=reverse("other-routes", args=pk),
        tone_url=reverse("access-tone", args=pk),
        improve_url=reverse("access-improve", args=pk),
        file_url=reverse("access-file", args=pk),
        mailto=_mailto(letter),
        send_label=_("Send %(when)s") % {"when": _when(letter, now)},
        has_account=account_of(application.person) is not None,
        sent_url=reverse("letter", args=[sent.pk]) if sent else "",
    )


def access_tone(letter: AccessLetter, text: str, now: datetime) -> ToneShown:
    """Return how the letter sounds, were it sent at its usual time."""
    moment = usual_access_time(letter, now)
    return tone_shown(tone_at(letter.application.person, text, moment))


def _when(letter: AccessLetter, now: datetime) -> str:
    zone = zone_of(letter.application.person)
    moment = usual_access_time(letter, now).astimezone(zone)
    return f"{near_day(moment.date(), now.astimezone(zone).date())}, {hour(moment)}"


def _mailto(letter: AccessLetter) -> str:
    """Return what opens it in a mail program; words of an angry version never do."""
    try:
        refuse_angry_words(letter.person_id, f"{letter.subject}\n{letter.text}")
    except AngryWordsError:
        return ""
    subject, body = quote(letter.subject), quote(letter.text.replace("\n", "\r\n"))
    to = quote(letter.to_address, safe="@")
    return f"mailto:{to}?subject={subject}&body={body}"
