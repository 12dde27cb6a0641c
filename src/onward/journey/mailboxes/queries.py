"""Questions about connected mailboxes that pages and commands ask."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from onward.journey.mail.models import Import, Message
from onward.journey.mailboxes.models import ConnectedMailbox, Heading, MailFolder, Why
from onward.journey.people.models import Person

State = Heading.State
_READ = [State.FETCHED, State.KEPT]
_UNDER_WAY = [Import.State.WAITING, Import.State.RUNNING]


@dataclass(frozen=True, slots=True)
class Brought:
    """A kept message, the folder it came from, and why it was fetched."""

    message: Message
    folder: str
    why: Why


def mailboxes_of(person: Person) -> QuerySet[ConnectedMailbox]:
    """Return the person's connected mailboxes, the first one first."""
    return ConnectedMailbox.objects.of(person).select_related("reading").order_by("pk")


def folders_of(mailbox: ConnectedMailbox) -> list[MailFolder]:
    """Return a mailbox's folders, the inbox first."""
    found = mailbox.folders.all()
    return sorted(found, key=lambda one: (one.role != "inbox", one.label.casefold()))


def is_under_way(mailbox: ConnectedMailbox) -> bool:
    """Tell whether a look is going on, or was broken off and goes on soon."""
    return mailbox.reading.state in _UNDER_WAY and not mailbox.is_paused


def fetched_by_reason(mailbox: ConnectedMailbox) -> Counter[Why]:
    """Return how many messages were fetched whole, by why."""
    read = Heading.objects.of(mailbox.person).filter(
        folder__mailbox=mailbox, state__in=_READ
    )
    told = read.values_list("why").annotate(number=Count("pk"))
    return Counter({Why(why): number for why, number in told})


def looked_into(mailbox: ConnectedMailbox) -> int:
    """Return of how many messages only the beginning was read."""
    left = Heading.objects.of(mailbox.person).filter(
        folder__mailbox=mailbox, state=State.LEFT
    )
    return left.filter(why__in=[Why.BEGINNING, Why.EMPLOYER]).count()


def brought(mailbox: ConnectedMailbox, most: int) -> list[Brought]:
    """Return the latest mail that was kept from a mailbox, newest first."""
    mine = Message.objects.of(mailbox.person).filter(reading=mailbox.reading_id)
    latest = mine.exclude(state=Message.State.SET_ASIDE).defer("shown_text")
    some = list(latest.order_by("-sent_at", "-pk")[:most])
    marks = [message.digest for message in some]
    rows = Heading.objects.of(mailbox.person).filter(
        folder__mailbox=mailbox, digest__in=marks
    )
    told = {bytes(row.digest): row for row in rows.select_related("folder")}
    return [
        Brought(message, row.folder.label, Why(row.why))
        for message in some
        if (row := told.get(bytes(message.digest)))
    ]
