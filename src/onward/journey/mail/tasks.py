"""What is done with mail beside the pages."""

from datetime import timedelta

from django.utils import timezone

from onward.background import stopping
from onward.background.queue import task
from onward.background.schedule import repeated
from onward.journey.mail.copies import drop_old_uploads
from onward.journey.mail.forgetting import sweep_forgotten
from onward.journey.mail.holding import is_lost
from onward.journey.mail.models import Import

State = Import.State


@task()
def read_mailbox(import_id: int) -> None:
    """Read an import; one that is gone or read by another needs nothing."""
    from onward.journey.mail.importing import read_import  # noqa: PLC0415 - see below

    # What understands mail takes 100 MB; a worker that never reads any goes without.
    read_import(import_id, is_stopping=stopping.is_asked)


@repeated(seconds=5)
def take_up_imports() -> None:
    """Go on with what waits without a task, or whose reader has died."""
    under_way = Import.objects.filter(state__in=[State.WAITING, State.RUNNING])
    left = under_way.filter(is_connected=False)
    for reading in left.order_by("added_at", "pk"):
        if reading.state == State.WAITING or is_lost(reading):
            read_mailbox.call(reading.pk)
        if stopping.is_asked():
            return


@repeated(seconds=300)
def tidy() -> None:
    """Let go for good of what was forgotten, and of copies nobody sent to their end."""
    now = timezone.now()
    sweep_forgotten(before=now - timedelta(hours=1))
    drop_old_uploads(before=now - timedelta(days=7))
