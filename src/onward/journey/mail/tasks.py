"""What is done with mail beside the pages."""

import time
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
_TURN_SECONDS = 5.0


@task()
def read_mailbox(import_id: int) -> None:
    """Read an import; one that is gone or read by another needs nothing.

    A large one is left waiting for its second look, so that others come first.
    """
    from onward.journey.mail.importing import (  # noqa: PLC0415 - see below
        never,
        read_import,
    )

    # What understands mail takes 100 MB; a worker that never reads any goes without.
    read_import(import_id, is_stopping=stopping.is_asked, may_look_again=never)


@repeated(seconds=5)
def take_up_imports() -> None:
    """Go on with what waits without a task, or whose reader has died."""
    under_way = Import.objects.filter(state__in=[State.WAITING, State.RUNNING])
    left = under_way.filter(is_connected=False)
    second = Import.Look.SECOND
    for reading in left.exclude(look=second).order_by("added_at", "pk"):
        if reading.state == State.WAITING or is_lost(reading):
            read_mailbox.call(reading.pk)
        if stopping.is_asked():
            return
    for reading in left.filter(look=second).order_by("added_at", "pk"):
        if reading.state == State.WAITING or is_lost(reading):
            _look_again(reading)
            return


def _look_again(reading: Import) -> None:
    """Go on with a second look for a while, so that other work has its turn too."""
    from onward.journey.mail.importing import read_import  # noqa: PLC0415 - as above

    until = time.monotonic() + _TURN_SECONDS
    read_import(
        reading.pk,
        is_stopping=stopping.is_asked,
        may_look_again=lambda: time.monotonic() < until,
    )


@repeated(seconds=300)
def tidy() -> None:
    """Let go for good of what was forgotten, and of copies nobody sent to their end."""
    now = timezone.now()
    sweep_forgotten(before=now - timedelta(hours=1))
    drop_old_uploads(before=now - timedelta(days=7))
