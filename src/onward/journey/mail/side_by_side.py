"""Reads a mailbox piece by piece; of a large one two processes read at once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from onward.background.beside import done_beside, possible
from onward.domain.mail.context import Context
from onward.domain.mail.loading import load
from onward.journey.mail.batches import read_batch
from onward.journey.mail.models import Import
from onward.journey.mail.pace import MOST_BYTES, Pace
from onward.journey.mail.portioned import Batch, Kind, batches, numbered
from onward.journey.mail.understanding import Item, Read
from onward.ports.mailbox import Mailbox, Outline, Outlined


@dataclass(frozen=True, slots=True)
class Pieces:
    """What is left of a mailbox for an import to read; `beating` may stop it."""

    reading: Import
    mailbox: Mailbox
    beating: Callable[[Iterator[Any]], Iterator[Any]]
    pace: Pace

    @property
    def beside(self) -> int:
        """How many other processes are to read; none of a mailbox that is small."""
        is_large = self.reading.look == Import.Look.FIRST
        return min(self.pace.beside, possible()) if is_large else 0

    def batches(self) -> Iterator[Batch[Item]]:
        """Yield pieces with their messages."""
        return self._batches(self.mailbox.messages(self.reading.position))

    def outlines(self, mailbox: Outlined) -> Iterator[Batch[Outline]]:
        """Yield where pieces stand, so that no mail need be handed on."""
        return self._batches(mailbox.outlines(self.reading.position))

    def _batches(self, items: Iterator[Kind]) -> Iterator[Batch[Kind]]:
        some = batches(self.beating(items), self.pace.at_once, MOST_BYTES)
        return numbered(some, self.reading.position)


def read_all(pieces: Pieces, context: Context) -> Iterator[Read]:
    """Yield what each piece comes to, in order; nothing is written yet.

    Raises `HelpEndedError` when a process beside ends, as it does when the mailbox was
    written anew.
    """
    reading = pieces.reading  # as it is now: nothing of it changes how mail is read
    mailbox, count = pieces.mailbox, pieces.beside

    def work(batch: Batch[Item]) -> Read:
        return read_batch(batch, reading, context).light()

    if not count:
        return map(work, pieces.batches())
    load(context)  # all share what it loads
    if not isinstance(mailbox, Outlined):
        return done_beside(pieces.batches(), work, count)

    def work_there(batch: Batch[Outline]) -> Read:
        there = mailbox.standing_at(batch.items)
        return work(Batch(there, batch.first, batch.after))

    return done_beside(pieces.outlines(mailbox), work_there, count)
