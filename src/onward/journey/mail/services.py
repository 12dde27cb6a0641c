"""What may be done with mail: give it, pause it, go on, put it away."""

from pathlib import Path

from django.db import transaction
from django.utils import timezone

from onward import wiring
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
    """Let the reading rest after the batch it is at."""
    _ask(reading, Wanted.PAUSE, State.PAUSED)


def stop_import(*, reading: Import) -> None:
    """Let the reading end where it is; what was read stays."""
    _ask(reading, Wanted.STOP, State.STOPPED)


def _ask(reading: Import, wanted: str, at_once: str) -> None:
    """Ask whoever reads; where nobody does, it is so at once."""
    mine = Import.objects.filter(pk=reading.pk)
    idle = mine.filter(state__in=[State.WAITING, State.PAUSED])
    if not idle.update(state=at_once):
        mine.filter(state=State.RUNNING).update(wanted=wanted)


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
