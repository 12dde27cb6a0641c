"""Changes how much mail is taken in, for what is kept already and for what comes."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from onward.domain.applications.events import Source
from onward.journey.history.services import record_change, undoer
from onward.journey.mail.models import Message
from onward.journey.mail.placing import is_empty, place
from onward.journey.mail.queries import let_go_between
from onward.journey.mail.settling import settle_for_good
from onward.journey.mail.width import NEEDED
from onward.journey.people.models import Person, Width


@dataclass(frozen=True, slots=True)
class Changed:
    """What another width did: brought back, set aside, and what it cannot bring."""

    back: int = 0
    aside: int = 0
    let_go: int = 0


@transaction.atomic
def set_width(*, person: Person, width: Width) -> Changed:
    """Take in more or less mail; what is kept is shown or set aside at once.

    What was let go before is gone: it comes when its mailbox is given again.
    """
    before = person.mail_width
    if before == width:
        return Changed()
    changed = _apply(person, width)
    record_change(
        person=person,
        text=_("You changed how much mail is taken in"),
        undoer="mail.width",
        arguments={"width": before},
        of_what="mail",
    )
    return changed


@undoer("mail.width")
def take_back_width(*, person: Person, width: str) -> None:
    """Take in as much mail as before."""
    _apply(person, Width(width))


def _apply(person: Person, width: Width) -> Changed:
    before = Width(person.mail_width)
    person.mail_width = width
    person.save(update_fields=["mail_width"])
    needed = NEEDED[width]
    mine = Message.objects.of(person).filter(forgotten_at=None, confirmed_at=None)
    # Not what was set aside with an application that was deleted.
    hidden = mine.filter(state=Message.State.SET_ASIDE, chance__lt=NEEDED[before])
    back = hidden.filter(chance__gte=needed)
    brought = back.update(state=Message.State.FILED, settled_at=None)
    aside = list(mine.exclude(state=Message.State.SET_ASIDE).filter(chance__lt=needed))
    for message in aside:
        _set_aside(message)
    if brought:
        settle_for_good(person=person)
    return Changed(brought, len(aside), let_go_between(person, before, width))


def _set_aside(message: Message) -> None:
    filed = message.filings.filter(ended_at=None).select_related("application")
    places = [filing.application for filing in filed]
    place(message, [], by_person=False, source=Source.RULE)
    message.state = Message.State.SET_ASIDE
    message.save(update_fields=["state"])
    for application in places:
        if is_empty(application):
            application.delete()
