"""When a connected mailbox is looked at next."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from onward.domain.errors import OnwardError
from onward.domain.mailboxes.trouble import MailServerError
from onward.journey.mailboxes.models import ConnectedMailbox

EVERY = timedelta(minutes=15)
_AFTER_TROUBLE = tuple(timedelta(minutes=n) for n in (0.5, 1, 2, 5, 15, 30, 60))
# What the person must put right may have been put right elsewhere; asking often could
# lock the account.
_AFTER_REFUSAL = timedelta(hours=6)


class StumbledError(OnwardError):
    """Onward stumbled over this mailbox. It tries again by itself."""


def due_now() -> QuerySet[ConnectedMailbox]:
    """Return the mailboxes it is time to look at."""
    now = timezone.now()
    due = Q(due_at__lte=now)
    return ConnectedMailbox.objects.filter(due, is_paused=False).order_by(
        "due_at", "pk"
    )


def note_well(mailbox: ConnectedMailbox) -> None:
    """Keep that a look went well."""
    now = timezone.now()
    _update(mailbox, due_at=now + EVERY, looked_at=now, tries=0, trouble="")


def note_trouble(mailbox: ConnectedMailbox, problem: OnwardError) -> None:
    """Keep why a look did not go well, and when to try again."""
    told = isinstance(problem, MailServerError) and problem.is_passing
    passing = told or isinstance(problem, StumbledError)
    steps = len(_AFTER_TROUBLE) - 1
    wait = _AFTER_TROUBLE[min(mailbox.tries, steps)] if passing else _AFTER_REFUSAL
    _update(
        mailbox,
        due_at=timezone.now() + wait,
        tries=mailbox.tries + 1,
        trouble=str(problem)[:500],
        needs_person=not passing,
    )


def _update(
    mailbox: ConnectedMailbox,
    *,
    due_at: datetime,
    tries: int,
    trouble: str,
    looked_at: datetime | None = None,
    needs_person: bool = False,
) -> None:
    mailbox.due_at, mailbox.tries, mailbox.trouble = due_at, tries, trouble
    mailbox.looked_at = looked_at or mailbox.looked_at
    mailbox.needs_person = needs_person
    changed = ["due_at", "tries", "trouble", "looked_at", "needs_person"]
    ConnectedMailbox.objects.filter(pk=mailbox.pk).update(
        **{name: getattr(mailbox, name) for name in changed}
    )


def make_due(mailbox: ConnectedMailbox) -> None:
    """Have a mailbox looked at as soon as the worker comes to it."""
    ConnectedMailbox.objects.filter(pk=mailbox.pk).update(due_at=timezone.now())
