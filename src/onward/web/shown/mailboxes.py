"""What the pages about mailboxes on servers show."""

from dataclasses import dataclass
from typing import Any

from django.contrib.humanize.templatetags.humanize import intcomma
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from onward.background import clock
from onward.domain.letters.providers import provider_of
from onward.journey.mail.models import Import
from onward.journey.mailboxes.connecting import USUAL_SINCE
from onward.journey.mailboxes.leave import giver_of
from onward.journey.mailboxes.models import ConnectedMailbox, Why
from onward.journey.mailboxes.queries import (
    Brought,
    brought,
    fetched_by_reason,
    folders_of,
    is_under_way,
    looked_into,
    mailboxes_of,
)
from onward.journey.people.models import Person
from onward.web.shown.mail import Line, MailboxShown
from onward.web.shown.mail_imports import share_of
from onward.web.shown.moments import hour, near_day

_MOST_LINES = 20
_MINUTES = 60


@dataclass(frozen=True, slots=True)
class Connecting:
    """How a mailbox is opened: what its provider wants, and who gives leave."""

    address: str
    provider: str = ""
    wants_app_password: bool = False
    help_url: str = ""
    giver: str = ""
    giver_name: str = ""
    register_url: str = ""
    has_code: bool = False
    takes_password: bool = True


@dataclass(frozen=True, slots=True)
class LettingGo:
    """The page that asks whether mail stays when its mailbox is let go."""

    name: str
    kept: str
    back_url: str


WHY = {
    Why.THREAD: gettext_lazy("It belongs to a conversation about your search."),
    Why.PERSON: gettext_lazy("You know this person from your search."),
    Why.EMPLOYER: gettext_lazy("You applied to this employer."),
    Why.WORDS: gettext_lazy("Its subject or sender speaks of a job."),
    Why.BEGINNING: gettext_lazy("Its first lines speak of a job."),
}
_COUNTED = {
    Why.THREAD: gettext_lazy("in conversations of your search"),
    Why.PERSON: gettext_lazy("from people you know from it"),
    Why.EMPLOYER: gettext_lazy("from employers you applied to"),
    Why.WORDS: gettext_lazy("by subject or sender"),
    Why.BEGINNING: gettext_lazy("by their first lines"),
}


def mailboxes_shown(person: Person) -> tuple[MailboxShown, ...]:
    """Return the person's connected mailboxes as cards."""
    return tuple(mailbox_of(mailbox) for mailbox in mailboxes_of(person))


def mailbox_of(mailbox: ConnectedMailbox, *, with_mail: bool = False) -> MailboxShown:
    """Return one mailbox; with its mail for a page of its own."""
    reading, live = mailbox.reading, is_under_way(mailbox)
    chosen = [f.label for f in folders_of(mailbox) if f.is_chosen] if with_mail else []
    return MailboxShown(
        id=mailbox.pk,
        name=mailbox.address,
        url=reverse("mailbox", args=[mailbox.pk]),
        sentence=_sentence(mailbox),
        state="paused" if mailbox.is_paused else "read" if live else "watched",
        is_live=not mailbox.trouble and (live or _is_first_to_come(mailbox)),
        share=share_of(reading) if live else None,
        trouble=mailbox.trouble,
        needs_person=mailbox.needs_person,
        seen=intcomma(reading.seen) if reading.seen else "",
        kept=intcomma(reading.kept) if reading.seen else "",
        reasons=_reasons(mailbox) if with_mail else (),
        lines=_lines(mailbox) if with_mail else (),
        folders=", ".join(chosen),
        since=_since(mailbox),
    )


def _is_first_to_come(mailbox: ConnectedMailbox) -> bool:
    return mailbox.looked_at is None and mailbox.due_at is not None


def _sentence(mailbox: ConnectedMailbox) -> str:
    reading = mailbox.reading
    if mailbox.is_paused:
        return _("Paused. Onward leaves it alone.")
    if is_under_way(mailbox) or _is_first_to_come(mailbox):
        return _reading(reading)
    if mailbox.looked_at is None:
        return _("Connected. Choose what to read.")
    when = {"when": _when(mailbox)}
    if mailbox.trouble:
        return _("Looked %(when)s, and not since.") % when
    return _("Looked %(when)s. New mail is seen as it comes.") % when


def _reading(reading: Import) -> str:
    if not reading.size_bytes or not reading.seen:
        return _("Reading begins.")
    if reading.done_bytes >= reading.size_bytes:
        return _("All %(all)s are looked through. Reading what matters.") % {
            "all": intcomma(reading.size_bytes)
        }
    return _("Looking through %(all)s mails. %(done)s are done.") % {
        "done": intcomma(reading.done_bytes),
        "all": intcomma(reading.size_bytes),
    }


def _when(mailbox: ConnectedMailbox) -> str:
    looked = mailbox.looked_at
    if looked is None:
        return ""
    minutes = int((timezone.now() - looked).total_seconds() // _MINUTES)
    if minutes < 1:
        return _("just now")
    if minutes < _MINUTES:
        return ngettext("a minute ago", "%(count)s minutes ago", minutes) % {
            "count": minutes
        }
    local = timezone.localtime(looked)
    day = near_day(local.date(), clock.today(mailbox.person))
    return _("%(day)s at %(hour)s") % {"day": day, "hour": hour(local)}


def _since(mailbox: ConnectedMailbox) -> str:
    if mailbox.since is None:
        return _("all there is")
    return near_day(mailbox.since, clock.today(mailbox.person))


def _reasons(mailbox: ConnectedMailbox) -> tuple[tuple[str, str], ...]:
    """Return how many mails were fetched and why, and what was only looked into."""
    told = fetched_by_reason(mailbox)
    rows = [
        (_("Fetched %(why)s") % {"why": words}, intcomma(told[why]))
        for why, words in _COUNTED.items()
        if told[why]
    ]
    if beginnings := looked_into(mailbox):
        rows.append((_("Only the first lines read"), intcomma(beginnings)))
    return tuple(rows)


def _lines(mailbox: ConnectedMailbox) -> tuple[Line, ...]:
    return tuple(_line(one, mailbox) for one in brought(mailbox, _MOST_LINES))


def _line(one: Brought, mailbox: ConnectedMailbox) -> Line:
    message, today = one.message, clock.today(mailbox.person)
    sent = message.sent_at
    return Line(
        url=reverse("message", args=[message.pk]),
        on=near_day(timezone.localtime(sent).date(), today) if sent else "",
        sender=message.sender_name or message.sender_address,
        subject=message.subject or _("No subject"),
        folder=one.folder,
        why=str(WHY.get(one.why, "")),
    )


def connecting_of(address: str) -> Connecting:
    """Return how the mailbox of an address is opened."""
    provider = provider_of(address)
    if provider is None:
        return Connecting(address)
    giver = giver_of(provider.sign_in)
    return Connecting(
        address=address,
        provider=provider.name,
        wants_app_password=provider.app_password,
        help_url=provider.help,
        giver=provider.sign_in,
        giver_name=giver.name if giver else "",
        register_url=giver.register if giver else "",
        has_code=bool(giver and giver.device),
        takes_password=provider.sign_in != "microsoft",
    )


def folder_choices(mailbox: ConnectedMailbox) -> list[tuple[str, str]]:
    """Return the folders to choose from."""
    return [(str(folder.pk), folder.label) for folder in folders_of(mailbox)]


def starting(mailbox: ConnectedMailbox) -> dict[str, Any]:
    """Return what is chosen when the folders are shown."""
    chosen = [str(folder.pk) for folder in folders_of(mailbox) if folder.is_chosen]
    if mailbox.due_at is None:
        return {"folders": chosen, "since": USUAL_SINCE}
    since = "day" if mailbox.since else "all"
    return {"folders": chosen, "since": since, "day": mailbox.since}


def going_of(mailbox: ConnectedMailbox) -> LettingGo:
    """Return what to ask when a mailbox is let go."""
    kept = mailbox.reading.kept
    said = ngettext(
        "%(count)s mail about your search came from it.",
        "%(count)s mails about your search came from it.",
        kept,
    ) % {"count": intcomma(kept)}
    return LettingGo(mailbox.address, said, reverse("mailbox", args=[mailbox.pk]))
