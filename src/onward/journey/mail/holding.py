"""Sees to it that one process reads an import, and that a dead one is noticed."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from onward.background.processes import is_gone, is_here
from onward.journey.mail.models import Import

BEAT_SECONDS = 2.0
# A reader that gave no sign for this long is taken for dead; it then finds itself
# locked out, because every step asks for the import under its own name.
LOST_AFTER = timedelta(seconds=30)
# One that still runs on this machine may be at something long.
HUNG_AFTER = timedelta(minutes=10)


class HoldLostError(Exception):
    """Another process has taken this import over."""


def take_hold(reading: Import, holder: str) -> bool:
    """Claim an import that nobody reads; of two processes one is told no."""
    now = timezone.now()
    held = Q(state=Import.State.WAITING) | Q(
        state=Import.State.RUNNING, holder=reading.holder, beat_at=reading.beat_at
    )
    idle = reading.state == Import.State.WAITING
    if not idle and not (reading.state == Import.State.RUNNING and is_lost(reading)):
        return False
    claimed = Import.objects.filter(held, pk=reading.pk).update(
        state=Import.State.RUNNING, holder=holder, beat_at=now
    )
    return claimed == 1


def is_lost(reading: Import) -> bool:
    """Tell whether whoever reads an import is gone."""
    if reading.beat_at is None or is_gone(reading.holder):
        return True
    silent = timezone.now() - reading.beat_at
    return silent > (HUNG_AFTER if is_here(reading.holder) else LOST_AFTER)


def beat(reading: Import) -> None:
    """Give a sign of life."""
    mine = Import.objects.filter(pk=reading.pk, holder=reading.holder)
    mine.update(beat_at=timezone.now())


def held_by(reading: Import) -> Import:
    """Return the import as it is now, locked; only for the process that holds it."""
    mine = Import.objects.select_for_update().filter(
        pk=reading.pk, holder=reading.holder, state=Import.State.RUNNING
    )
    held = mine.first()
    if held is None:
        raise HoldLostError
    return held
