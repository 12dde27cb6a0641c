"""Reads an import from where it is to its end, or until somebody says stop."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _

from onward import wiring
from onward.background.processes import own_name
from onward.domain.errors import OnwardError
from onward.domain.mail.details_context import Context
from onward.journey.mail.again import items_of
from onward.journey.mail.batches import (
    HoldLostError,
    Item,
    batches,
    keep,
    read_batch,
)
from onward.journey.mail.copies import drop_copy
from onward.journey.mail.holding import BEAT_SECONDS, beat, take_hold
from onward.journey.mail.models import Import
from onward.journey.mail.own import learn_from_mailbox
from onward.journey.mail.related import keep_related
from onward.journey.mail.rereading import context_of
from onward.journey.mail.settling import settle_for_good, settle_mail
from onward.ports.mailbox import Mailbox

MOST, MOST_BYTES = 250, 16_000_000
# The first applications show soon; later ones when filing costs little beside reading.
_FIRST_FILING_SECONDS, _BETWEEN_FILINGS, _SHARE_OF_TIME = 1.0, 4.0, 8.0
_SMOOTHING = 0.3
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
        return _end(reading, State.REFUSED, str(problem))


@dataclass(slots=True)
class _Reader:
    """One run over an import."""

    reading: Import
    is_stopping: Callable[[], bool]
    after_batch: Callable[[Import], None] | None
    pace: Pace

    def read(self) -> str:
        """Read to the end, a pause or a stop."""
        mailbox = wiring.mailbox(Path(self.reading.path))
        items = self._beating(items_of(self.reading, mailbox))
        self._begin(mailbox)
        context = context_of(self.reading.person)
        try:
            for batch in batches(items, self.pace.at_once, MOST_BYTES):
                began = time.monotonic()
                read = read_batch(batch, self.reading, context)
                self._note_rate(len(batch), began)
                self.reading = keep(read, self.reading)
                self._file_meanwhile()
                if self.after_batch:
                    self.after_batch(self.reading)
                if self.reading.wanted:
                    return self._as_wanted()
        except _StopAskedError:
            return _end(self.reading, State.WAITING)
        return self._finish(mailbox, context)

    def _begin(self, mailbox: Mailbox) -> None:
        reading = self.reading
        if not reading.position:
            learn_from_mailbox(person=reading.person, mailbox=mailbox)
        reading.size_bytes = mailbox.size_bytes
        reading.started_at = reading.started_at or timezone.now()
        reading.save(update_fields=["size_bytes", "started_at"])

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
        return _end(self.reading, State.STOPPED)

    def _finish(self, mailbox: Mailbox, context: Context) -> str:
        if self.reading.kept:
            keep_related(reading=self.reading, mailbox=mailbox, context=context)
            self.reading.refresh_from_db()
        settle_for_good(person=self.reading.person, reading=self.reading)
        return _end(self.reading, State.DONE, _said(self.reading))


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
