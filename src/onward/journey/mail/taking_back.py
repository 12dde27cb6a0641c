"""Takes back all that one reading of a mailbox brought."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.journey.applications.models import Application, Event
from onward.journey.history.services import record_change, undoer
from onward.journey.mail.models import Filing, Import, Message, Seen
from onward.journey.mail.passages import forget_words
from onward.journey.mail.placing import is_empty
from onward.journey.mail.recording import derive_all
from onward.journey.people.models import Person


def note_reading(reading: Import) -> None:
    """Keep in the history that a mailbox was read, so that it can be taken back."""
    if not reading.kept:
        return
    said = ngettext(
        "Read %(name)s: %(count)s mail about your search",
        "Read %(name)s: %(count)s mails about your search",
        reading.kept,
    )
    record_change(
        person=reading.person,
        text=said % {"name": reading.name, "count": reading.kept},
        undoer="mail.import",
        arguments={"number": reading.pk},
        of_what=f"import:{reading.pk}",
        is_automatic=True,
    )


@undoer("mail.import")
@transaction.atomic
def take_back_reading(*, person: Person, number: int) -> None:
    """Remove what a reading brought, but for what the person has decided about.

    Its mail is forgotten whole: given again, the mailbox is read again.
    """
    mine = Message.objects.of(person).filter(reading=number, confirmed_at=None)
    messages = list(mine.only("digest"))
    keys = [message.key for message in messages]
    filed = Filing.objects.of(person).filter(message__in=messages)
    rows = set(filed.values_list("application_id", flat=True))
    for first in range(0, len(keys), 500):
        some = keys[first : first + 500]
        Event.objects.of(person).filter(message_key__in=some).delete()
        forget_words(person, some)
    Seen.objects.of(person).filter(digest__in=mine.values("digest")).delete()
    mine.delete()
    _leave(Application.objects.of(person).in_bulk(rows))
    Import.objects.of(person).filter(pk=number).update(
        position="", fingerprint="", said=_("Taken back.")
    )


def _leave(rows: dict[int, Application]) -> None:
    """Bring applications up to date; those left without anything go."""
    empty = [row for row in rows.values() if is_empty(row)]
    for row in empty:
        del rows[row.pk]
        row.delete()
    derive_all(list(rows.values()))
