"""The words of the step about a mailbox that lets Onward in no longer."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from onward.journey.today.circumstances import Step as Known
from onward.web.shown.moments import near_day
from onward.web.shown.shared import Action
from onward.web.shown.today import Step


def mailbox_step(known: Known, now: datetime) -> Step:
    """Return the step that says why a mailbox is shut, and leads to its page."""
    mailbox = known.mailbox
    address = mailbox.address if mailbox else _("your mailbox")
    url = reverse("mailbox", args=[mailbox.pk]) if mailbox else reverse("mail")
    return Step(
        kind=known.candidate.kind,
        title=_("Onward can no longer read %(address)s") % {"address": address},
        said=mailbox.trouble if mailbox else "",
        actions=(Action(_("See what helps"), url, primary=True),),
        not_now_url=reverse("not-now", args=[known.candidate.key]),
        why=_why(known, now),
    )


def _why(known: Known, now: datetime) -> str:
    waits = _("What comes there is not seen here meanwhile. It waits; nothing is lost.")
    if known.candidate.at is None:
        return waits
    day = near_day(known.candidate.at.astimezone(now.tzinfo).date(), now.date())
    return _("It was last read %(day)s.") % {"day": day} + f" {waits}"
