"""Looks through the headings of a folder, and decides of each what it is worth."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils import timezone

from onward.domain.mail.first_sight import Glance, glances
from onward.domain.mail.parse import parse
from onward.journey.mail.holding import held_by
from onward.journey.mail.models import Import
from onward.journey.mailboxes.knowing import RANK, Known, state_for, why_known
from onward.journey.mailboxes.models import Heading, MailFolder, Why
from onward.journey.mailboxes.signs import mark_of_heading, ties_of
from onward.ports import mail_server as port

State = Heading.State
_ROWS_AT_ONCE = 250
_BY_WORDS = {
    Glance.WHOLE: Why.WORDS,
    Glance.BEGINNING: Why.BEGINNING,
    Glance.NOTHING: Why.NOTHING,
}


@dataclass(slots=True)
class Listing:
    """One look through a folder's headings, from where it is to its end.

    After a change of epoch the server counts anew: `former` are the rows of before, by
    mark, which take the new number over in place of being fetched again.
    """

    folder: MailFolder
    reading: Import
    known: Known
    former: dict[bytes, list[Heading]] = field(default_factory=dict)

    def list_all(
        self,
        server: port.MailServer,
        since: date | None,
        after_batch: Callable[[Import], None],
    ) -> Import:
        """Look through all that follows; returns the import as it is then."""
        self.former = _former(self.folder)
        position = self.folder.position
        for batch in server.headings(self.folder.name, position, since):
            self._keep(batch)
            after_batch(self.reading)
        _drop_former(self.folder)
        return self.reading

    def _keep(self, batch: Sequence[port.Heading]) -> None:
        """Keep what a batch of headings comes to, all or nothing."""
        new = self._without_known(batch)
        marked = [(one, mark_of_heading(one.content, one.size)) for one in new]
        again = [row for one, mark in marked if (row := self._taken_over(one, mark))]
        held = {row.number for row in again}
        rows = list(self._rows([(o, m) for o, m in marked if o.number not in held]))
        with transaction.atomic():
            reading = held_by(self.reading)
            Heading.objects.bulk_update(again, ["number", "epoch"], _ROWS_AT_ONCE)
            Heading.objects.bulk_create(rows, _ROWS_AT_ONCE)
            reading.seen += len(rows)
            reading.ordinary += len(rows)
            reading.done_bytes += len(batch)
            reading.beat_at = timezone.now()
            reading.save(update_fields=["seen", "ordinary", "done_bytes", "beat_at"])
            self.folder.position = batch[-1].position
            self.folder.save(update_fields=["position"])
        self.reading = reading

    def _without_known(self, batch: Sequence[port.Heading]) -> list[port.Heading]:
        numbers = [one.number for one in batch]
        here = self.folder.headings.filter(number__in=numbers)
        held = set(here.values_list("number", flat=True))
        return [one for one in batch if one.number not in held]

    def _taken_over(self, heading: port.Heading, mark: bytes) -> Heading | None:
        """Return the row of before that this heading is; None where that is unsure.

        Of several fetched messages with one heading nobody can tell which is which:
        they are fetched again, and their bytes decide.
        """
        rows = self.former.get(mark, [])
        is_sure = len(rows) == 1 or all(row.state == State.LEFT for row in rows)
        if not rows or not is_sure:
            return None
        row = rows.pop()
        row.number, row.epoch = heading.number, self.folder.epoch
        return row

    def _rows(self, marked: Sequence[tuple[port.Heading, bytes]]) -> Iterator[Heading]:
        parsed = [parse(one.content.replace(b"\r\n", b"\n")) for one, _ in marked]
        for (one, mark), mail, glance in zip(
            marked, parsed, glances(parsed), strict=True
        ):
            ties = ties_of(mail)
            why = max(
                _BY_WORDS[glance], why_known(ties, self.known), key=RANK.__getitem__
            )
            yield Heading(
                person_id=self.folder.person_id,
                folder=self.folder,
                number=one.number,
                epoch=self.folder.epoch,
                mark=mark,
                ties=ties,
                size=one.size,
                state=state_for(why) if why else State.LEFT,
                why=why,
            )


def _former(folder: MailFolder) -> dict[bytes, list[Heading]]:
    """Return the rows of earlier epochs by their mark."""
    found: dict[bytes, list[Heading]] = defaultdict(list)
    rows = folder.headings.exclude(epoch=folder.epoch)
    for row in rows.exclude(state=State.GONE).only("pk", "mark", "state"):
        found[bytes(row.mark)].append(row)
    return found


def _drop_former(folder: MailFolder) -> None:
    folder.headings.exclude(epoch=folder.epoch).delete()


def begin_epoch(folder: MailFolder, standing: port.Standing) -> None:
    """Note that the server counts anew in a folder, or for the first time."""
    if folder.epoch != standing.epoch:
        folder.epoch, folder.position, folder.mark = standing.epoch, "", ""
        folder.save(update_fields=["epoch", "position", "mark"])
