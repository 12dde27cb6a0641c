"""Lets go of an import when a reading of it ends, however it ends."""

from django.utils import timezone
from django.utils.translation import ngettext

from onward.journey.mail.copies import drop_copy
from onward.journey.mail.models import Import

State, Wanted = Import.State, Import.Wanted


def end(reading: Import, state: str, said: str = "") -> str:
    """Let go of an import, whatever became of it."""
    mine = Import.objects.filter(pk=reading.pk, holder=reading.holder)
    over = state in {State.DONE, State.STOPPED, State.REFUSED}
    mine.update(
        state=state,
        holder="",
        wanted=Wanted.NOTHING,
        said=said[:500],
        ended_at=timezone.now() if over else None,
    )
    if over and reading.is_upload:
        drop_copy(reading)
    return state


def left_unread(reading: Import) -> str:
    """Say how many messages a second look that ended early did not get to."""
    if not reading.later:
        return ""
    return ngettext(
        "Of one message only the sender and the subject were looked at.",
        "Of %(count)s messages only the sender and the subject were looked at.",
        reading.later,
    ) % {"count": f"{reading.later:,}"}
