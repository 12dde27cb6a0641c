"""Reads an import from where it is to its end, or until somebody says stop."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from onward import wiring
from onward.background.processes import own_name
from onward.domain.errors import OnwardError
from onward.domain.mail.details_context import Context
from onward.journey.mail.again import items_of
from onward.journey.mail.batches import Item, batches, keep, read_batch
from onward.journey.mail.copies import drop_copy
from onward.journey.mail.holding import (
    BEAT_SECONDS,
    HoldLostError,
    beat,
    take_hold,
)
from onward.journey.mail.models import Import, Seen
from onward.journey.mail.own import learn_from_mailbox
from onward.journey.mail.related import (
    LetGo,
    keep_related,
    let_go_again,
    related,
    relatives_of,
)
from onward.journey.mail.rereading import context_of
from onward.journey.mail.settling import settle_for_good, settle_mail
from onward.journey.mail.taking_back import note_reading
from onward.ports.mailbox import Mailbox

MOST, MOST_BYTES = 250, 16_000_000
# The first applications show soon; later ones when filing costs little beside reading.
_FIRST_FILING_SECONDS, _BETWEEN_FILINGS, _SHARE_OF_TIME = 1.0, 4.0, 15.0
_SMOOTHING = 0.3
_BEGUN = ["size_bytes", "started_at", "start", "seen_after"]
State, Wanted = Import.State, Import.Wanted


class _StopAskedError(Exception):
    """The worker is to end; what the batch held so far is read again later."""


@dataclass(slots=True)
class Pace:
    """Decides how much to read at once, and when to file what was read."""

    at_once: int = MOST
    first_filing: float = _FIRST_FILING_SECONDS
    between_filings: float = _BETWEEN_FILINGS
    started: float = field(default_factory=time.monotonic)
    beaten: float = 0.0
    filed: float = 0.0
    cost: float = 0.0

    def is_beat_due(self) -> bool:
        """Tell whether a sign of life is due, and note that it is given."""
        moment = time.monotonic()
        due = moment - self.beaten > BEAT_SECONDS
        self.beaten = moment if due else self.beaten
        return due

    def is_filing_due(self) -> bool:
        """Tell whether what was read should be filed meanwhile."""
        moment = time.monotonic()
        if not self.filed:
            return moment - self.started >= self.first_filing
        wait = max(self.between_filings, _SHARE_OF_TIME * self.cost)
        return moment - self.filed >= wait if self.between_filings else True

    def note_filing(self, began: float) -> None:
        """Remember when filing ended and what it took."""
        self.filed = time.monotonic()
        self.cost = self.filed - began


def read_import(
    import_id: int,
    *,
    is_stopping: Callable[[], bool] = bool,
    after_batch: Callable[[Import], None] | None = None,
    pace: Pace | None = None,
) -> str:
    """Read an import as far as possible and return where it stands then.

    One that is gone, has ended or is read by another process is left alone.
    """
    reading = Import.objects.select_related("person").filter(pk=import_id).first()
    if reading is None or not take_hold(reading, own_name()):
        return reading.state if reading else ""
    reading.refresh_from_db()
    try:
        return _Reader(reading, is_stopping, after_batch, pace or Pace()).read()
    except HoldLostError:
        return State.RUNNING
    except OnwardError as problem:
        settle_for_good(person=reading.person, reading=reading)
        return _end(reading, State.REFUSED, str(problem))


@dataclass(slots=True)
class _Reader:
    """One run over an import."""

    reading: Import
    is_stopping: Callable[[], bool]
    after_batch: Callable[[Import], None] | None
    pace: Pace
    let_go: list[LetGo] = field(default_factory=list)
    is_resumed: bool = False

    def read(self) -> str:
        """Read to the end, a pause or a stop."""
        if self.reading.wanted:
            return self._as_wanted()
        mailbox = wiring.mailbox(Path(self.reading.path))
        items = self._beating(items_of(self.reading, mailbox))
        self._begin(mailbox)
        context = context_of(self.reading.person)
        try:
            self._read(items, context)
            if self.reading.wanted:
                return self._as_wanted()
            return self._finish(mailbox, context)
        except _StopAskedError:
            return _end(self.reading, State.WAITING)

    def _read(self, items: Iterator[Item], context: Context) -> None:
        """Read and keep batch after batch, until the end or until asked otherwise."""
        count, began = 0, time.monotonic()
        for batch in batches(items, self.pace.at_once, MOST_BYTES):
            read = read_batch(batch, self.reading, context, count)
            self._note_rate(len(batch), began)
            began = time.monotonic()
            self.reading = keep(read, self.reading)
            self.let_go += read.let_go
            count += len(batch)
            self._file_meanwhile()
            if self.after_batch:
                self.after_batch(self.reading)
            if self.reading.wanted:
                return

    def _begin(self, mailbox: Mailbox) -> None:
        reading = self.reading
        if not reading.position:
            learn_from_mailbox(person=reading.person, mailbox=mailbox)
        reading.size_bytes = mailbox.size_bytes
        if reading.started_at is None:
            reading.started_at, reading.start = timezone.now(), reading.position
            last = Seen.objects.of(reading.person).order_by("-pk").first()
            reading.seen_after = last.pk if last else 0
        self.is_resumed = reading.position != reading.start
        reading.save(update_fields=_BEGUN)

    def _beating(self, items: Iterator[Item]) -> Iterator[Item]:
        for item in items:
            if self.is_stopping():
                raise _StopAskedError
            if self.pace.is_beat_due():
                beat(self.reading)
            yield item

    def _note_rate(self, count: int, began: float) -> None:
        rate = count / max(time.monotonic() - began, 1e-6)
        known = self.reading.rate
        self.reading.rate = known + _SMOOTHING * (rate - known) if known else rate

    def _file_meanwhile(self) -> None:
        if self.pace.is_filing_due():
            began = time.monotonic()
            settle_mail(person=self.reading.person)
            self.pace.note_filing(began)

    def _as_wanted(self) -> str:
        settle_mail(person=self.reading.person)
        if self.reading.wanted == Wanted.PAUSE:
            return _end(self.reading, State.PAUSED)
        settle_for_good(person=self.reading.person, reading=self.reading)
        with transaction.atomic():
            note_reading(self.reading)
            return _end(self.reading, State.STOPPED)

    def _finish(self, mailbox: Mailbox, context: Context) -> str:
        if self.reading.kept or self.reading.ordinary:
            self._keep_related(mailbox, context)
        settle_for_good(person=self.reading.person, reading=self.reading)
        with transaction.atomic():
            note_reading(self.reading)
            return _end(self.reading, State.DONE, _said(self.reading))

    def _keep_related(self, mailbox: Mailbox, context: Context) -> None:
        """Fetch again what belongs to kept mail, whatever its words."""
        again = mailbox.messages(self.reading.start)
        if self.is_resumed:
            self.let_go = list(let_go_again(self.reading, self._beating(again)))
            again = mailbox.messages(self.reading.start)
        places = related(self.let_go, relatives_of(self.reading.person))
        if places:
            self.reading = keep_related(
                reading=self.reading,
                items=self._beating(again),
                places=places,
                context=context,
            )


def _said(reading: Import) -> str:
    if reading.seen and reading.known == reading.seen:
        return _("Nothing new: all of it was read before.")
    return ""


def _end(reading: Import, state: str, said: str = "") -> str:
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
