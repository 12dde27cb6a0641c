"""Fetches what a heading promised, and reads it as mail from a file is read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction

from onward.domain.mail import caps
from onward.domain.mail.details_context import Context
from onward.domain.mail.first_sight import worth_whole
from onward.domain.mail.parse import parse
from onward.journey.mail.batches import keep, read_batch
from onward.journey.mail.digests import mark_of
from onward.journey.mail.models import Import, Message, Seen
from onward.journey.mail.portioned import Batch
from onward.journey.mail.related import keep_as_related
from onward.journey.mail.understanding import Item
from onward.journey.mailboxes.models import Heading, MailFolder, Why
from onward.ports.mail_server import Fetched, MailServer, Role
from onward.ports.mailbox import RawMessage, Unreadable

State = Heading.State
BEGINNING = 8_192
WHOLE = caps.MESSAGE + caps.MESSAGE // 16
_MOST, _MOST_BYTES, _MOST_IN_DOUBT = 100, 8_000_000, 200
_MOST_TRIES = 5
# As with files: one known person writes of other things too.
_LEAST_OF_PEOPLE = 0.1
_REFUSED = "The mail server would not hand over this message."
_SENT = "Sent"
_KEPT_OF_ROW = ["state", "digest", "tries"]


@dataclass(slots=True)
class Fetching:
    """Fetches from one folder what is in doubt or wanted."""

    folder: MailFolder
    server: MailServer
    context: Context
    reading: Import

    def next_some(self, *, also_in_doubt: bool = True) -> bool:
        """Fetch and keep some; returns whether there was anything to fetch."""
        wanted = within_bounds(self._rows(State.WANTED, _MOST))
        if wanted:
            self._keep(wanted, self.fetch(wanted, WHOLE))
            return True
        doubts = self._rows(State.DOUBT, _MOST_IN_DOUBT) if also_in_doubt else []
        if doubts:
            self._look_into(doubts)
        return bool(doubts)

    def _rows(self, state: str, most: int) -> list[Heading]:
        here = self.folder.headings.filter(state=state, epoch=self.folder.epoch)
        return list(here.filter(tries__lt=_MOST_TRIES).order_by("pk")[:most])

    def fetch(self, rows: Sequence[Heading], most: int) -> dict[str, Fetched]:
        """Return what the server has of messages, by their number."""
        numbers = [row.number for row in rows]
        told = self.server.messages(self.folder.name, numbers, most)
        return {one.number: one for one in told}

    def _look_into(self, rows: Sequence[Heading]) -> None:
        """Read beginnings; what is worth it is wanted whole, and kept if it is."""
        found = self.fetch(rows, BEGINNING)
        there = [row for row in rows if row.number in found]
        worth = worth_whole([parse(found[row.number].content) for row in there])
        left = [row for row, is_worth in zip(there, worth, strict=True) if not is_worth]
        good = [row for row, is_worth in zip(there, worth, strict=True) if is_worth]
        whole = [row for row in good if found[row.number].is_whole]
        gone = [row for row in rows if row.number not in found]
        with transaction.atomic():
            set_state(gone, State.GONE)
            set_state(left, State.LEFT)
            set_state(good, State.WANTED)
            if whole:
                self._keep(whole, found)

    def _keep(self, rows: Sequence[Heading], found: dict[str, Fetched]) -> None:
        """Read what came and keep what it comes to, in one transaction."""
        came = [row for row in rows if row.number in found]
        gone = [row for row in rows if row.number not in found]
        items = {row.pk: self.item(row, found[row.number]) for row in came}
        ready = [row for row in came if not self._is_put_off(row, found[row.number])]
        with transaction.atomic():
            set_state(gone, State.GONE)
            _keep_rows([row for row in came if row.tries])
            if ready:
                self._read(ready, [items[row.pk] for row in ready])

    def _is_put_off(self, row: Heading, fetched: Fetched) -> bool:
        """Tell whether a refused message is tried again at the next look."""
        if not fetched.is_refused:
            return False
        row.tries += 1
        return row.tries < _MOST_TRIES

    def item(self, row: Heading, fetched: Fetched) -> Item:
        """Return a fetched message as one from a file would be."""
        label = self.folder.label
        place = f"{label}, message {row.number.rpartition(':')[2]}"
        done = self.reading.done_bytes
        if fetched.is_refused or not fetched.content.strip():
            return Unreadable(_REFUSED, place, row.number, done, fetched.content)
        if self.folder.role == Role.SENT:
            label = _SENT  # whatever it is called there
        return RawMessage(fetched.content, place, row.number, done, (label,))

    def _read(self, rows: Sequence[Heading], items: Sequence[Item]) -> None:
        read = read_batch(Batch(list(items)), self.reading, self.context)
        read.count = 0  # they were counted when their headings were seen
        before = {bytes(row.digest) for row in rows if row.digest}
        read.known -= len(before - set(read.seen))  # read before, and wanted again
        self.reading = keep(read, self.reading)
        for row, item in zip(rows, items, strict=True):
            row.state = State.REFUSED
            if isinstance(item, RawMessage):
                row.digest, row.state = mark_of(item.content), State.FETCHED
        self.keep_related(rows, items)
        self.note_kept(rows)

    def note_kept(self, rows: Sequence[Heading]) -> None:
        """Note of messages that were read whether they are kept."""
        kept = self._kept(rows)
        for row in rows:
            row.state = State.KEPT if bytes(row.digest) in kept else row.state
        _keep_rows(rows)

    def keep_related(self, rows: Sequence[Heading], items: Sequence[Item]) -> None:
        """Keep what belongs to kept mail, whatever its words."""
        kept, chances = self._kept(rows), self._chances(rows)
        about = [
            item
            for row, item in zip(rows, items, strict=True)
            if isinstance(item, RawMessage)
            and (mark := bytes(row.digest)) not in kept
            and chances.get(mark, 0.0) >= _least(row.why)
        ]
        if about:
            self.reading = keep_as_related(self.reading, about, self.context)

    def _kept(self, rows: Iterable[Heading]) -> set[bytes]:
        marks = [row.digest for row in rows if row.digest]
        held = Message.objects.of(self.folder.person_id).filter(digest__in=marks)
        return {bytes(mark) for mark in held.values_list("digest", flat=True)}

    def _chances(self, rows: Iterable[Heading]) -> dict[bytes, float]:
        marks = [row.digest for row in rows if row.digest]
        seen = Seen.objects.of(self.folder.person_id).filter(digest__in=marks)
        return {bytes(m): chance for m, chance in seen.values_list("digest", "chance")}


def _keep_rows(rows: Sequence[Heading]) -> None:
    """Write rows that stand already; as one statement, where an update takes many."""
    Heading.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["folder", "number"],
        update_fields=_KEPT_OF_ROW,
    )


def _least(why: str) -> float:
    """Return how likely a message must be about the search to be kept as related.

    One the person forgot has a chance below nothing, and stays forgotten.
    """
    least = {Why.THREAD: 0.0, Why.PERSON: _LEAST_OF_PEOPLE}
    return least.get(Why(why), 2.0)


def within_bounds(rows: Sequence[Heading]) -> list[Heading]:
    """Return the first rows that together are not too large to fetch at once."""
    some: list[Heading] = []
    size = 0
    for row in rows:
        if some and size + row.size > _MOST_BYTES:
            break
        some.append(row)
        size += row.size
    return some


def set_state(rows: Sequence[Heading], state: State) -> None:
    """Note what became of some headings."""
    if rows:
        numbers = [row.pk for row in rows]
        Heading.objects.filter(pk__in=numbers).update(state=state)
