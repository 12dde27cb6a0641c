"""Sweeps through a folder: its headings, then what these promise.

Of a large one two processes read while this one asks the server and writes. Whatever
breaks off a sweep, the next one begins with what is left.
"""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from onward.background.beside import done_beside, possible
from onward.domain.mail.encoder.weights import shipped_encoder
from onward.domain.mail.loading import load
from onward.journey.mail.pace import Pace
from onward.journey.mailboxes.fetching import Fetching
from onward.journey.mailboxes.handed_on import HandedOn, Headings
from onward.journey.mailboxes.listing import Listing
from onward.journey.mailboxes.models import Heading

# To start two processes, and what each then learns for itself, takes as long as this.
FEW = 100
Part = tuple[HandedOn, Callable[[Any], None]]


@dataclass(slots=True)
class Sweep:
    """One sweep through a folder; `listing` where its headings are looked through."""

    fetching: Fetching
    pace: Pace
    listing: Listing | None = None
    since: date | None = None

    def go(self, ahead: int) -> Iterator[None]:
        """Read and keep handful after handful, with so many ahead; pauses after each.

        Raises `HelpEndedError` when a process beside ends.
        """
        waiting: deque[Callable[[Any], None]] = deque()

        def handed_on() -> Iterator[HandedOn]:
            for part, keep in self._parts():
                waiting.append(keep)
                yield part

        reading, context = self.fetching.reading, self.fetching.context
        count = min(self.pace.beside, possible()) if ahead > FEW else 0

        def work(part: HandedOn) -> object:
            return part.read(reading, context)

        if count:
            load(context)  # all share what it loads
            shipped_encoder("en")
        made = (
            done_beside(handed_on(), work, count) if count else map(work, handed_on())
        )
        for one in made:
            waiting.popleft()(one)
            yield

    def _parts(self) -> Iterator[Part]:
        """Yield what is to be read, each with what keeps it."""
        wanted = _Rows(self.fetching.wanted)
        if self.listing is None:
            yield from map(self.fetching.whole, wanted.left())
            doubts = _Rows(self.fetching.in_doubt)
            yield from map(self.fetching.beginnings, doubts.left())
            return
        folder = self.fetching.folder
        server = self.fetching.server
        for batch in server.headings(folder.name, folder.position, self.since):
            yield Headings(batch), partial(self._keep_listed, batch)
            # The first applications are to show soon.
            yield from map(self.fetching.whole, wanted.left())

    def _keep_listed(self, batch: Any, sights: Any) -> None:
        if self.listing:
            kept = self.listing.keep(batch, sights, self.fetching.reading)
            self.fetching.reading = kept


@dataclass(slots=True)
class _Rows:
    """Rows in the order in which they came, each once in a sweep."""

    following: Callable[[int], list[Heading]]
    last: int = 0

    def left(self) -> Iterator[list[Heading]]:
        """Yield the rows that are there by now, some at a time."""
        while rows := self.following(self.last):
            self.last = rows[-1].pk
            yield rows
