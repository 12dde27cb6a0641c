"""What may be done with mail: give it, pause it, go on, put it away."""

from pathlib import Path

from django.db import transaction
from django.utils import timezone

from onward import wiring
from onward.journey.mail.copies import drop_copy
from onward.journey.mail.models import Import
from onward.journey.mail.pasting import give_text
from onward.journey.mail.tasks import read_mailbox
from onward.journey.people.models import Person

__all__ = [
    "dismiss_import",
    "give_mailbox",
    "give_text",
    "pause_import",
    "resume_import",
    "stop_import",
]
State, Wanted = Import.State, Import.Wanted


@transaction.atomic
def give_mailbox(
    *, person: Person, path: Path, is_upload: bool = False, is_read_here: bool = False
) -> Import:
    """Return an import of the mailbox at a path that waits for its turn.

    Raises at once what the person can be told, such as that it is no mailbox. With
    `is_read_here` the caller reads it; else the worker does.
    """
    mailbox = wiring.mailbox(path)
    reading = Import.objects.create(
        person=person,
        name=mailbox.label[:300],
        path=str(path.absolute()),
        is_upload=is_upload,
        size_bytes=mailbox.size_bytes,
        fingerprint=mailbox.fingerprint()[:200],
        width=person.mail_width,
        added_at=timezone.now(),
    )
    if not is_read_here:
        read_mailbox.enqueue(reading.pk)
    return reading


def pause_import(*, reading: Import) -> None:
    """Let the reading rest after the batch it is at; at once, where nobody reads."""
    mine = Import.objects.filter(pk=reading.pk)
    if not mine.filter(state=State.WAITING).update(state=State.PAUSED):
        mine.filter(state=State.RUNNING).update(wanted=Wanted.PAUSE)


@transaction.atomic
def stop_import(*, reading: Import) -> None:
    """Let the reading end where it is; what was read stays, and is put in order."""
    mine = Import.objects.filter(pk=reading.pk)
    if mine.filter(state=State.RUNNING).update(wanted=Wanted.STOP):
        return
    idle = mine.filter(state__in=[State.WAITING, State.PAUSED])
    if idle.filter(seen=0).update(state=State.STOPPED, ended_at=timezone.now()):
        drop_copy(reading)
    elif idle.update(state=State.WAITING, wanted=Wanted.STOP):
        read_mailbox.enqueue(reading.pk)


def resume_import(*, reading: Import, is_read_here: bool = False) -> None:
    """Let a paused reading go on where it was."""
    mine = Import.objects.filter(pk=reading.pk, state=State.PAUSED)
    changed = mine.update(state=State.WAITING, wanted=Wanted.NOTHING)
    if changed and not is_read_here:
        read_mailbox.enqueue(reading.pk)


def dismiss_import(*, reading: Import) -> None:
    """Put an ended reading away; what it brought stays."""
    over = [State.DONE, State.STOPPED, State.REFUSED]
    mine = Import.objects.filter(pk=reading.pk, state__in=over)
    mine.update(dismissed_at=timezone.now())
