"""Looks through the headings of a folder, and decides of each what it is worth."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from onward.domain.mail.triage.first_sight import Glance
from onward.journey.mail.holding import held_by
from onward.journey.mail.models import Import
from onward.journey.mailboxes.handed_on import Sight
from onward.journey.mailboxes.knowing import RANK, Known, state_for, why_known
from onward.journey.mailboxes.models import Heading, MailFolder, Why
from onward.ports import mail_server as port

State = Heading.State
_ROWS_AT_ONCE = 250
Told = tuple[port.Heading, Sight]
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
    known: Known
    former: dict[bytes, list[Heading]] = field(init=False)

    def __post_init__(self) -> None:
        """Begin with the rows of before."""
        self.former = _former(self.folder)

    def keep(
        self, batch: Sequence[port.Heading], sights: Sequence[Sight], reading: Import
    ) -> Import:
        """Keep what a batch comes to, all or nothing; returns the import after it."""
        new = self._without_known(zip(batch, sights, strict=True))
        again = [row for one, sight in new if (row := self._taken_over(one, sight))]
        held = {row.number for row in again}
        rows = [self._row(*told) for told in new if told[0].number not in held]
        with transaction.atomic():
            reading = held_by(reading)
            Heading.objects.bulk_update(again, ["number", "epoch"], _ROWS_AT_ONCE)
            Heading.objects.bulk_create(rows, _ROWS_AT_ONCE)
            reading.seen += len(rows)
            reading.ordinary += len(rows)
            reading.done_bytes += len(batch)
            reading.beat_at = timezone.now()
            reading.save(update_fields=["seen", "ordinary", "done_bytes", "beat_at"])
            self.folder.position = batch[-1].position
            self.folder.save(update_fields=["position"])
        return reading

    def end(self, mark: str) -> None:
        """Note that all headings were looked through, and how the folder stood then."""
        with transaction.atomic():
            self.folder.headings.exclude(epoch=self.folder.epoch).delete()
            self.folder.mark = mark
            self.folder.save(update_fields=["mark"])

    def _without_known(self, told: Iterable[Told]) -> list[Told]:
        by_number = {one.number: (one, sight) for one, sight in told}
        here = self.folder.headings.filter(number__in=list(by_number))
        held = set(here.values_list("number", flat=True))
        return [each for number, each in by_number.items() if number not in held]

    def _taken_over(self, heading: port.Heading, sight: Sight) -> Heading | None:
        """Return the row of before that this heading is; None where that is unsure.

        Of several fetched messages with one heading nobody can tell which is which:
        they are fetched again, and their bytes decide.
        """
        rows = self.former.get(sight.mark, [])
        is_sure = len(rows) == 1 or all(row.state == State.LEFT for row in rows)
        if not rows or not is_sure:
            return None
        row = rows.pop()
        row.number, row.epoch = heading.number, self.folder.epoch
        return row

    def _row(self, heading: port.Heading, sight: Sight) -> Heading:
        reasons = _BY_WORDS[sight.glance], why_known(sight.ties, self.known)
        why = max(reasons, key=RANK.__getitem__)
        return Heading(
            person_id=self.folder.person_id,
            folder=self.folder,
            number=heading.number,
            epoch=self.folder.epoch,
            mark=sight.mark,
            ties=sight.ties,
            size=heading.size,
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


def begin_epoch(folder: MailFolder, standing: port.Standing) -> None:
    """Note that the server counts anew in a folder, or for the first time."""
    if folder.epoch != standing.epoch:
        folder.epoch, folder.position, folder.mark = standing.epoch, "", ""
        folder.save(update_fields=["epoch", "position", "mark"])
