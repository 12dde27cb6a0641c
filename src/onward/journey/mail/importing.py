"""Reads an import from where it is to its end, or until somebody says stop."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from onward import wiring
from onward.background.beside import HelpEndedError, possible
from onward.background.processes import own_name
from onward.domain.errors import OnwardError
from onward.domain.mail.context import Context
from onward.journey.mail.again import find_start
from onward.journey.mail.batches import keep
from onward.journey.mail.ending import end, left_unread
from onward.journey.mail.holding import HoldLostError, beat, take_hold
from onward.journey.mail.looking_again import keep_again, look_again
from onward.journey.mail.models import Import, Seen
from onward.journey.mail.own import learn_from_mailbox
from onward.journey.mail.pace import MOST_BYTES, Pace
from onward.journey.mail.portioned import batches
from onward.journey.mail.related import (
    FEW,
    LetGo,
    Place,
    fetched,
    keep_related,
    let_go_again,
    related,
    relatives_of,
)
from onward.journey.mail.rereading import context_of
from onward.journey.mail.settling import settle_for_good, settle_mail
from onward.journey.mail.side_by_side import Pieces, read_all
from onward.journey.mail.taking_back import note_reading
from onward.journey.mail.understanding import Item
from onward.ports.mailbox import Mailbox, Outline

__all__ = ["Pace", "never", "read_import"]
_SMOOTHING = 0.3
_BEGUN = ["size_bytes", "started_at", "start", "seen_after", "look"]
Kind = TypeVar("Kind", bound=Item | Outline)
State, Wanted, Look = Import.State, Import.Wanted, Import.Look


def never() -> bool:
    """Say that a second look is left for later."""
    return False


def _always() -> bool:
    return True


class _StopAskedError(Exception):
    """The worker is to end; what the batch held so far is read again later."""


def read_import(
    import_id: int,
    *,
    is_stopping: Callable[[], bool] = bool,
    after_batch: Callable[[Import], None] | None = None,
    pace: Pace | None = None,
    may_look_again: Callable[[], bool] | None = None,
) -> str:
    """Read an import as far as possible and return where it stands then.

    One that is gone, has ended or is read by another process is left alone. A second
    look begins, and goes on, while `may_look_again` says so; then it is left waiting.
    """
    reading = Import.objects.select_related("person").filter(pk=import_id).first()
    if reading is None or not take_hold(reading, own_name()):
        return reading.state if reading else ""
    reading.refresh_from_db()
    reader = _Reader(reading, is_stopping, after_batch, pace or Pace())
    reader.may_look_again = may_look_again or reader.may_look_again
    try:
        return reader.read()
    except HoldLostError:
        return State.RUNNING
    except OnwardError as problem:
        return reader.give_up(problem)


@dataclass(slots=True)
class _Reader:
    """One run over an import."""

    reading: Import
    is_stopping: Callable[[], bool]
    after_batch: Callable[[Import], None] | None
    pace: Pace
    let_go: list[LetGo] = field(default_factory=list)
    is_resumed: bool = False
    may_look_again: Callable[[], bool] = _always

    def read(self) -> str:
        """Read to the end, a pause or a stop."""
        if self._is_told_to_end():
            return self._as_wanted()
        mailbox = wiring.mailbox(Path(self.reading.path))
        context = context_of(self.reading.person)
        is_over = False
        try:
            while not (is_over or self._is_told_to_end()):
                is_over = self._look(mailbox, context)
        except _StopAskedError:
            return end(self.reading, State.WAITING)
        return self._finish() if is_over else self._as_wanted()

    def _look(self, mailbox: Mailbox, context: Context) -> bool:
        """Look through the mailbox once; returns whether nothing is left to do."""
        if self.reading.look != Look.SECOND:
            try:
                self._read(mailbox, context)
            except HelpEndedError:
                self.pace.beside = 0  # alone it goes on from what is kept
                return False
        elif not self.may_look_again():
            raise _StopAskedError
        else:
            self._read_again(mailbox, context)
        if self._is_told_to_end():
            return False
        self._end_look(mailbox, context)
        return self.reading.look == Look.WHOLE

    def _read(self, mailbox: Mailbox, context: Context) -> None:
        """Read and keep batch after batch, until the end or until asked otherwise."""
        is_left = find_start(self.reading, mailbox)
        self._begin(mailbox)
        began = time.monotonic()
        pieces = Pieces(self.reading, mailbox, self._beating, self.pace)
        for read in read_all(pieces, context) if is_left else ():
            self._note_rate(read.count, began)
            began = time.monotonic()
            self.reading = keep(read, self.reading)
            self.let_go += read.let_go
            if self._is_over_after_batch():
                return

    def _read_again(self, mailbox: Mailbox, context: Context) -> None:
        """Read whole what the first look left, as far as that one came."""
        reading = self.reading
        self.is_resumed = reading.second_position != reading.start
        last, count = reading.position, 0
        items = _up_to(last, mailbox.messages(reading.second_position))
        for batch in batches(self._beating(items), self.pace.at_once, MOST_BYTES):
            again = look_again(batch, self.reading, context, count)
            self.reading = keep_again(again, self.reading)
            self.let_go += again.let_go
            count += len(batch)
            # What came is filed at the end: in short turns filing would take it all.
            if self._is_over_after_batch(is_filing=False):
                return
            if not self.may_look_again():
                raise _StopAskedError

    def _is_over_after_batch(self, *, is_filing: bool = True) -> bool:
        """File what is due and tell; returns whether the person wants an end."""
        if is_filing:
            self._file_meanwhile()
        if self.after_batch:
            self.after_batch(self.reading)
        return self._is_told_to_end()

    def _is_told_to_end(self) -> bool:
        return bool(self.reading.wanted)

    def _begin(self, mailbox: Mailbox) -> None:
        reading = self.reading
        if not reading.position:
            learn_from_mailbox(person=reading.person, mailbox=mailbox)
        reading.size_bytes = mailbox.size_bytes
        if reading.started_at is None:
            reading.started_at, reading.start = timezone.now(), reading.position
            last = Seen.objects.of(reading.person).order_by("-pk").first()
            reading.seen_after = last.pk if last else 0
            left = reading.size_bytes - reading.done_bytes
            if left >= self.pace.two_looks_from:
                reading.look = Look.FIRST
        self.is_resumed = reading.position != reading.start
        reading.save(update_fields=_BEGUN)

    def _beating(self, items: Iterator[Kind]) -> Iterator[Kind]:
        for item in items:
            if self.is_stopping():
                raise _StopAskedError
            if self.pace.is_beat_due():
                beat(self.reading)
            yield item
            del item  # it may be large, and the next one is read meanwhile

    def _note_rate(self, count: int, began: float) -> None:
        rate = count / max(time.monotonic() - began, 1e-6)
        known = self.reading.rate
        self.reading.rate = known + _SMOOTHING * (rate - known) if known else rate

    def _file_meanwhile(self) -> None:
        size = self.reading.size_bytes
        share_read = self.reading.done_bytes / size if size else 1.0
        # all is filed at the end
        if share_read < 1 and self.pace.is_filing_due(share_read):
            began = time.monotonic()
            settle_mail(person=self.reading.person)
            self.pace.note_filing(began)

    def _as_wanted(self) -> str:
        settle_mail(person=self.reading.person)
        if self.reading.wanted == Wanted.PAUSE:
            return end(self.reading, State.PAUSED)
        settle_for_good(person=self.reading.person, reading=self.reading)
        with transaction.atomic():
            note_reading(self.reading)
            return end(self.reading, State.STOPPED, left_unread(self.reading))

    def _end_look(self, mailbox: Mailbox, context: Context) -> None:
        """Keep what belongs to kept mail and file all; go on to a second look."""
        if self.reading.kept or self.reading.ordinary:
            self._keep_related(mailbox, context)
        settle_for_good(person=self.reading.person, reading=self.reading)
        reading, self.let_go = self.reading, []
        if reading.look == Look.FIRST and reading.later:
            reading.look, reading.second_position = Look.SECOND, reading.start
        else:
            reading.look, reading.later = Look.WHOLE, 0
        reading.save(update_fields=["look", "second_position", "later"])

    def _keep_related(self, mailbox: Mailbox, context: Context) -> None:
        """Fetch again what belongs to kept mail, whatever its words."""
        if self.is_resumed:
            again = mailbox.messages(self.reading.start)
            self.let_go = list(let_go_again(self.reading, self._beating(again)))
        places = related(self.let_go, relatives_of(self.reading.person))
        is_help_due = self.reading.look == Look.FIRST and len(places) > FEW
        try:
            self._keep_at(places, mailbox, context, help_due=is_help_due)
        except HelpEndedError:
            self._keep_at(places, mailbox, context, help_due=False)

    def _keep_at(
        self, places: set[Place], mailbox: Mailbox, context: Context, *, help_due: bool
    ) -> None:
        if not places:
            return
        found = self._beating(fetched(places, mailbox, self.reading))
        beside = min(self.pace.beside, possible()) if help_due else 0
        self.reading = keep_related(
            reading=self.reading, found=found, context=context, beside=beside
        )

    def give_up(self, problem: OnwardError) -> str:
        """End with what the person is told; a first look is worth keeping."""
        settle_for_good(person=self.reading.person, reading=self.reading)
        if self.reading.look != Look.SECOND:
            return end(self.reading, State.REFUSED, str(problem))
        # Without a position it is read again, should it be given again.
        Import.objects.filter(pk=self.reading.pk).update(position="")
        return self._finish(f"{problem} {left_unread(self.reading)}")

    def _finish(self, said: str = "") -> str:
        with transaction.atomic():
            note_reading(self.reading)
            return end(self.reading, State.DONE, said or _said(self.reading))


def _up_to(position: str, items: Iterator[Item]) -> Iterator[Item]:
    """Yield what stands up to a position; what was added since has its own import."""
    for item in items:
        yield item
        if item.position == position:
            return


def _said(reading: Import) -> str:
    if reading.seen and reading.known == reading.seen:
        return _("Nothing new: all of it was read before.")
    return ""
