"""Reads with care what a first look into a large mailbox read in haste.

So the applications stand in the list soon; what was in doubt is fetched once more.
"""

from django.db import transaction

from onward.journey.mail.looking_again import keep_again, look_again
from onward.journey.mail.models import Seen
from onward.journey.mailboxes.fetching import WHOLE, Fetching, within_bounds
from onward.journey.mailboxes.models import Heading
from onward.ports.mailbox import RawMessage

State = Heading.State
_MOST = 100


def read_some_again(fetching: Fetching) -> bool:
    """Read again some of what is in doubt; returns whether there was anything.

    What is not there any more, or no longer the same, stays as it was first read.
    """
    rows = within_bounds(_in_doubt(fetching))
    if not rows:
        return False
    found = fetching.fetch(rows, WHOLE)
    came = [
        (row, item)
        for row in rows
        if row.number in found
        and isinstance(item := fetching.item(row, found[row.number]), RawMessage)
    ]
    with transaction.atomic():
        if came:
            _keep(fetching, came)
        _note_settled(fetching, rows)
    return True


def _keep(fetching: Fetching, came: list[tuple[Heading, RawMessage]]) -> None:
    rows, items = [row for row, _ in came], [item for _, item in came]
    again = look_again(items, fetching.reading, fetching.context, 0)
    fetching.reading = keep_again(again, fetching.reading)
    for row in rows:
        row.state = State.FETCHED
    fetching.keep_related(rows, items)
    fetching.note_kept(rows)


def _note_settled(fetching: Fetching, rows: list[Heading]) -> None:
    """Wait no longer for a second look at these, whatever came of it."""
    mine = Seen.objects.of(fetching.folder.person_id).filter(is_open=True)
    mine.filter(digest__in=[row.digest for row in rows]).update(is_open=False)


def _in_doubt(fetching: Fetching) -> list[Heading]:
    folder = fetching.folder
    mine = Seen.objects.of(folder.person_id).filter(is_open=True)
    read = folder.headings.filter(
        epoch=folder.epoch, state__in=[State.FETCHED, State.KEPT]
    )
    return list(read.filter(digest__in=mine.values("digest")).order_by("pk")[:_MOST])
