"""Fetches what a heading promised, and reads it as mail from a file is read."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from onward.domain.mail.context import Context
from onward.domain.mail.parsing import caps
from onward.journey.mail.batches import keep, known_marks
from onward.journey.mail.digests import mark_of
from onward.journey.mail.models import Import, Message, Seen
from onward.journey.mail.related import as_related, keep_as_related
from onward.journey.mail.understanding import Item
from onward.journey.mailboxes.handed_on import Beginnings, Mail, ReadMail
from onward.journey.mailboxes.models import Heading, MailFolder, Why
from onward.journey.people.models import PersonalQuerySet
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
NOTHING_READ: Mapping[bytes, Message] = {}


@dataclass(slots=True)
class Fetching:
    """Fetches from one folder what is in doubt or wanted."""

    folder: MailFolder
    server: MailServer
    context: Context
    reading: Import

    def wanted(self, after: int) -> list[Heading]:
        """Return the next rows that are wanted whole, as many as come at once."""
        return within_bounds(self._rows(State.WANTED, after, _MOST))

    def in_doubt(self, after: int) -> list[Heading]:
        """Return the next rows whose beginning is to be looked into."""
        return self._rows(State.DOUBT, after, _MOST_IN_DOUBT)

    def count(self) -> int:
        """Return how many rows are wanted or in doubt."""
        return self._open().filter(state__in=[State.WANTED, State.DOUBT]).count()

    def _rows(self, state: str, after: int, most: int) -> list[Heading]:
        rows = self._open().filter(state=state, pk__gt=after)
        return list(rows.order_by("pk")[:most])

    def _open(self) -> PersonalQuerySet[Heading]:
        here = self.folder.headings.filter(epoch=self.folder.epoch)
        return here.filter(tries__lt=_MOST_TRIES)

    def fetch(self, rows: Sequence[Heading], most: int) -> dict[str, Fetched]:
        """Return what the server has of messages, by their number."""
        numbers = [row.number for row in rows]
        told = self.server.messages(self.folder.name, numbers, most)
        return {one.number: one for one in told}

    def whole(self, rows: Sequence[Heading]) -> tuple[Mail, Callable[[ReadMail], None]]:
        """Fetch messages; returns what to read, and what keeps that once it is read."""
        found = self.fetch(rows, WHOLE)
        gone = [row for row in rows if row.number not in found]
        came = [row for row in rows if row.number in found]
        ready = [row for row in came if not _is_put_off(row, found[row.number])]
        put_off = [row for row in came if row not in ready]
        mail = self._mail(ready, found)

        def keep(made: ReadMail) -> None:
            with transaction.atomic():
                set_state(gone, State.GONE)
                _keep_rows(put_off)
                self._keep(ready, mail.items, made)

        return mail, keep

    def beginnings(
        self, rows: Sequence[Heading]
    ) -> tuple[Beginnings, Callable[[tuple[list[bool], ReadMail | None]], None]]:
        """Fetch beginnings, likewise; what is worth it is wanted, and kept if whole."""
        found = self.fetch(rows, BEGINNING)
        gone = [row for row in rows if row.number not in found]
        there = [row for row in rows if row.number in found]
        is_whole = [_is_all_of(found[row.number]) for row in there]
        whole = [row for row, is_all in zip(there, is_whole, strict=True) if is_all]
        mail = self._mail(whole, found)

        def keep(made: tuple[list[bool], ReadMail | None]) -> None:
            worth = dict(zip(there, made[0], strict=True))
            here = [p for p in zip(whole, mail.items, strict=True) if worth[p[0]]]
            with transaction.atomic():
                set_state(gone, State.GONE)
                set_state([row for row in there if not worth[row]], State.LEFT)
                set_state([row for row in there if worth[row]], State.WANTED)
                if made[1]:
                    self._keep([r for r, _ in here], [i for _, i in here], made[1])

        told = [found[row.number] for row in there]
        return Beginnings(told, is_whole, mail), keep

    def _mail(self, rows: Sequence[Heading], found: Mapping[str, Fetched]) -> Mail:
        """Return fetched messages as something to be read."""
        items = [self.item(row, found[row.number]) for row in rows]
        marks = [mark_of(i.content) for i in items if isinstance(i, RawMessage)]
        known = known_marks(self.reading, marks) if marks else set()
        chances = self._chances(known) | dict.fromkeys(self._kept(known), -1.0)
        return Mail(items, [_least(row.why) for row in rows], chances)

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

    def _keep(
        self, rows: Sequence[Heading], items: Sequence[Item], made: ReadMail
    ) -> None:
        """Keep what messages came to; the caller's transaction holds it together."""
        if not rows:
            return
        read = made.read
        before = {bytes(row.digest) for row in rows if row.digest}
        read.known -= len(before - set(read.seen))  # read before, and wanted again
        self.reading = keep(read, self.reading)
        for row, item in zip(rows, items, strict=True):
            row.state = State.REFUSED
            if isinstance(item, RawMessage):
                row.digest, row.state = mark_of(item.content), State.FETCHED
        self.keep_related(rows, items, made.related)
        self.note_kept(rows)

    def note_kept(self, rows: Sequence[Heading]) -> None:
        """Note of messages that were read whether they are kept."""
        kept = self._kept(_marks_of(rows))
        for row in rows:
            row.state = State.KEPT if bytes(row.digest) in kept else row.state
        _keep_rows(rows)

    def keep_related(
        self,
        rows: Sequence[Heading],
        items: Sequence[Item],
        read: Mapping[bytes, Message] = NOTHING_READ,
    ) -> None:
        """Keep what belongs to kept mail, whatever its words; some is read already."""
        marks = _marks_of(rows)
        kept, chances = self._kept(marks), self._chances(marks)
        about = {
            mark: item
            for row, item in zip(rows, items, strict=True)
            if isinstance(item, RawMessage)
            and (mark := bytes(row.digest)) not in kept
            and chances.get(mark, 0.0) >= _least(row.why)
        }
        if not about:
            return
        messages = {mark: read[mark] for mark in about if mark in read}
        left = [item for mark, item in about.items() if mark not in read]
        messages |= as_related(self.reading, left, self.context) if left else {}
        self.reading = keep_as_related(self.reading, messages)

    def _kept(self, marks: Collection[bytes]) -> set[bytes]:
        held = Message.objects.of(self.folder.person_id).filter(digest__in=marks)
        return {bytes(mark) for mark in held.values_list("digest", flat=True)}

    def _chances(self, marks: Collection[bytes]) -> dict[bytes, float]:
        seen = Seen.objects.of(self.folder.person_id).filter(digest__in=marks)
        return {bytes(m): chance for m, chance in seen.values_list("digest", "chance")}


def _marks_of(rows: Iterable[Heading]) -> list[bytes]:
    return [bytes(row.digest) for row in rows if row.digest]


def _is_put_off(row: Heading, fetched: Fetched) -> bool:
    """Tell whether a refused message is tried again in the next sweep; counts it."""
    if not fetched.is_refused:
        return False
    row.tries += 1
    return row.tries < _MOST_TRIES


def _is_all_of(fetched: Fetched) -> bool:
    return fetched.is_whole and not fetched.is_refused


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
