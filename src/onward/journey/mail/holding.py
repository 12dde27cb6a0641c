"""Sees to it that one process reads an import, and that a dead one is noticed."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from onward.background.processes import is_gone
from onward.journey.mail.models import Import

BEAT_SECONDS = 2.0
# A reader that gave no sign for this long is taken for dead; it then finds itself
# locked out, because every step asks for the import under its own name.
LOST_AFTER = timedelta(seconds=30)


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
    if reading.beat_at is None or timezone.now() - reading.beat_at > LOST_AFTER:
        return True
    return is_gone(reading.holder)


def beat(reading: Import) -> None:
    """Give a sign of life."""
    mine = Import.objects.filter(pk=reading.pk, holder=reading.holder)
    mine.update(beat_at=timezone.now())
