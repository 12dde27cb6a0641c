"""Spares reading what an earlier import of the same mailbox has read."""

from django.db.models import Q

from onward.journey.mail.batches import UNDER_WAY
from onward.journey.mail.models import Import
from onward.journey.mail.width import NEEDED
from onward.journey.people.models import Width
from onward.ports.mailbox import Mailbox

_COUNTED = ["seen", "known", "position", "done_bytes", "fingerprint"]


def find_start(reading: Import, mailbox: Mailbox) -> bool:
    """Go to where reading begins; returns whether there is anything left to read.

    Nothing is left of a mailbox that has not changed since. Where mail was added at the
    end, reading goes on there; else it begins anew.
    """
    earlier = None if reading.position else _earlier(reading)
    if earlier is None:
        _note(reading, mailbox)
        return True
    is_same = earlier.fingerprint == mailbox.fingerprint()
    first = None if is_same else next(mailbox.messages(earlier.position), None)
    if first is None or first.bytes_done > earlier.done_bytes:
        _count_as_known(reading, earlier, mailbox)
    else:
        _note(reading, mailbox)
    return first is not None


def _earlier(reading: Import) -> Import | None:
    """Return the last import of the same place that took in at least as much."""
    is_through = Q(state=Import.State.DONE) | Q(
        state__in=UNDER_WAY, look=Import.Look.SECOND
    )
    same = Import.objects.of(reading.person).filter(
        is_through, path=reading.path, is_upload=False
    )
    needed = NEEDED[Width(reading.width)]
    wide = [width for width, least in NEEDED.items() if least <= needed]
    found = same.filter(width__in=wide).exclude(position="").order_by("-pk")
    return None if reading.is_upload else found.first()


def _note(reading: Import, mailbox: Mailbox) -> None:
    """Keep how the mailbox looks now, to tell later whether it changed."""
    reading.fingerprint = mailbox.fingerprint()[:200]
    reading.save(update_fields=["fingerprint"])


def _count_as_known(reading: Import, earlier: Import, mailbox: Mailbox) -> None:
    reading.seen = reading.known = earlier.seen
    reading.position = earlier.position
    reading.done_bytes = earlier.done_bytes
    reading.fingerprint = mailbox.fingerprint()[:200]
    reading.save(update_fields=_COUNTED)
