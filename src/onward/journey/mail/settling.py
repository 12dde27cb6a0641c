"""Files mail: puts every message that may still move where it belongs.

The result follows from the messages and from what the person decided, not from the
order in which they were read: so it may be done in the middle of a reading, to have
something to show, again at its end, and once more after a break.
"""

from django.db import transaction
from django.utils import timezone

from onward.domain.mail.linking.settle import settle
from onward.journey.mail.models import Import, Message
from onward.journey.mail.settling_facts import free_messages, gather
from onward.journey.mail.settling_rows import Rows
from onward.journey.people.models import Person


def settle_mail(*, person: Person) -> None:
    """File every message that may still move; safe to repeat and to break off."""
    if not free_messages(person).exists():
        return  # gathering what is known takes a third of a second
    facts = gather(person)
    if not facts.free:
        return
    settled = settle(facts.free.values(), facts.standing, facts.loose)
    rows = Rows(person, facts, settled)
    for some in rows.parts():
        with transaction.atomic():
            Person.objects.select_for_update().get(pk=person.pk)
            rows.keep(some)
    with transaction.atomic():
        rows.mark_the_rest()
        rows.sweep()


def settle_for_good(*, person: Person, reading: Import | None = None) -> None:
    """File the mail of a reading that has ended; from now on it stays where it is."""
    # These two bring numpy and the weights: the pages start without.
    from onward.journey.mail.own import learn_from_kept  # noqa: PLC0415
    from onward.journey.mail.rereading import (  # noqa: PLC0415
        reread_in_conversation,
        reread_own,
    )

    learn_from_kept(person=person)
    reread_own(person=person)
    if reading is not None and reading.look != Import.Look.FIRST:
        reread_in_conversation(reading=reading)
    settle_mail(person=person)
    done = free_messages(person)
    if reading is not None:
        done = done.filter(reading=reading)
    done.update(settled_at=timezone.now())


def stays(message: Message) -> bool:
    """Tell whether a message is not filed elsewhere any more by itself."""
    return message.settled_at is not None or message.confirmed_at is not None
