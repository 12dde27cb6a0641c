"""Looks into a connected mailbox: what is new, what of it matters, where it belongs.

Whatever breaks off a look (the line, the server, this process), the next one goes on
where it was: every step is kept together with how far it came.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils import timezone

from onward import wiring
from onward.background.beside import HelpEndedError
from onward.background.processes import own_name
from onward.domain.errors import OnwardError
from onward.journey.mail.holding import HoldLostError, beat, is_lost, take_hold
from onward.journey.mail.models import Import, Seen
from onward.journey.mail.pace import Pace
from onward.journey.mail.rereading import context_of
from onward.journey.mail.settling import settle_for_good, settle_mail
from onward.journey.mailboxes.access import access_of
from onward.journey.mailboxes.connecting import keep_folders
from onward.journey.mailboxes.fetching import Fetching
from onward.journey.mailboxes.knowing import known_to
from onward.journey.mailboxes.listing import Listing, begin_epoch
from onward.journey.mailboxes.models import ConnectedMailbox, Heading, MailFolder
from onward.journey.mailboxes.reading_again import read_some_again
from onward.journey.mailboxes.second_look import want_related, want_wider
from onward.journey.mailboxes.sweeps import Sweep
from onward.journey.mailboxes.timing import note_trouble, note_well
from onward.ports.mail_server import MailServer, NewEpochError, Standing

State, Look = Import.State, Import.Look
_OPEN = [Heading.State.DOUBT, Heading.State.WANTED]
_MOST_EPOCHS = 5


class _StopAskedError(Exception):
    """The worker is to end, or the person wants a pause; it goes on later."""


def look(
    mailbox: ConnectedMailbox,
    *,
    is_stopping: Callable[[], bool] = bool,
    after_batch: Callable[[Import], None] | None = None,
    pace: Pace | None = None,
) -> bool:
    """Look into a mailbox as far as possible; returns whether that went well.

    What went wrong is kept with the mailbox, in words, with when it is tried again.
    """
    if mailbox.reading.state == State.RUNNING and not is_lost(mailbox.reading):
        return False
    try:
        server = wiring.mail_server(access_of(mailbox))
        try:
            work = _Look(mailbox, server, is_stopping, after_batch, pace or Pace())
            done = _look(work)
        finally:
            server.close()
    except (HoldLostError, _StopAskedError):
        return False
    except OnwardError as problem:
        note_trouble(mailbox, problem)
        return False
    if done:
        note_well(mailbox)
    return done


def _look(work: "_Look") -> bool:
    """Look where something is new; returns whether this process could."""
    mailbox = work.mailbox
    folders = list(mailbox.folders.filter(is_chosen=True).order_by("pk"))
    standings = work.server.standings([folder.name for folder in folders])
    if not _has_news(mailbox, folders, standings):
        return True
    held = _held(mailbox.reading)
    if held is None:
        return False
    work.reading = held
    try:
        work.run(folders, standings)
    finally:
        _let_go(work.reading)
    return True


def _has_news(
    mailbox: ConnectedMailbox,
    folders: list[MailFolder],
    standings: dict[str, Standing],
) -> bool:
    """Tell whether something arrived, or an earlier look is not at its end."""
    if mailbox.reading.state != State.DONE:
        return True
    if mailbox.reading.width != mailbox.person.mail_width:
        return True
    here = [folder for folder in folders if folder.name in standings]
    if any(_is_changed(folder, standings[folder.name]) for folder in here):
        return True
    return Heading.objects.filter(folder__in=here, state__in=_OPEN).exists()


def _is_changed(folder: MailFolder, standing: Standing) -> bool:
    return (folder.epoch, folder.mark) != (standing.epoch, standing.mark)


def _held(reading: Import) -> Import | None:
    """Claim a mailbox for this process; None where another one is at it."""
    over = [State.DONE, State.STOPPED, State.REFUSED, State.PAUSED]
    Import.objects.filter(pk=reading.pk, state__in=over).update(state=State.WAITING)
    reading.refresh_from_db()
    if not take_hold(reading, own_name()):
        return None
    reading.refresh_from_db()
    return reading


def _let_go(reading: Import) -> None:
    """Leave a mailbox to the next look; one broken off is waiting for it."""
    mine = Import.objects.filter(pk=reading.pk, holder=reading.holder)
    mine.filter(state=State.RUNNING).update(state=State.WAITING, holder="")


@dataclass(slots=True)
class _Look:
    """One look, held by this process."""

    mailbox: ConnectedMailbox
    server: MailServer
    is_stopping: Callable[[], bool]
    after_batch: Callable[[Import], None] | None
    pace: Pace
    reading: Import = field(init=False)

    def __post_init__(self) -> None:
        """Begin with the counts as they are; they are claimed before they change."""
        self.reading = self.mailbox.reading

    def run(self, folders: list[MailFolder], standings: dict[str, Standing]) -> None:
        """Look until nothing new is found, and file what was."""
        self._begin(folders, standings)
        for _ in range(_MOST_EPOCHS):
            try:
                self._look_through(folders, standings)
                break
            except NewEpochError:
                standings = self.server.standings([f.name for f in folders])
        settle_for_good(person=self.mailbox.person, reading=self.reading)
        if self.reading.look != Look.WHOLE:
            self._look_again([f for f in folders if f.name in standings])
        self._end()

    def _begin(self, folders: list[MailFolder], standings: dict[str, Standing]) -> None:
        reading, person = self.reading, self.mailbox.person
        keep_folders(self.mailbox, self.server.folders(), choose=False)
        if reading.started_at is None:
            reading.started_at = timezone.now()
            last = Seen.objects.of(person).order_by("-pk").first()
            reading.seen_after = last.pk if last else 0
        if reading.width != person.mail_width:
            reading.width = person.mail_width
            want_wider(self.mailbox, person)
        reading.done_bytes = 0
        reading.size_bytes = sum(
            self._ahead(folder, standings[folder.name])
            for folder in folders
            if folder.name in standings
        )
        reading.ended_at = None
        if reading.size_bytes >= self.pace.two_looks_from_headings:
            reading.look = Look.FIRST
        reading.save(update_fields=_BEGUN)

    def _ahead(self, folder: MailFolder, standing: Standing) -> int:
        """Return how many headings there are to look through, for the bar."""
        if not _is_changed(folder, standing):
            return 0
        is_all = folder.epoch != standing.epoch or not folder.position
        if is_all and self.mailbox.since is None:
            return standing.count
        return self.server.count(folder.name, folder.position, self.mailbox.since)

    def _look_through(
        self, folders: list[MailFolder], standings: dict[str, Standing]
    ) -> None:
        here = [folder for folder in folders if folder.name in standings]
        kept = self.reading.kept
        for folder in here:
            if _is_changed(folder, standings[folder.name]):
                self._list(folder, standings[folder.name])
            self._fetch(folder)
        self._fetch_related(here, kept)

    def _fetch_related(self, here: list[MailFolder], kept: int) -> None:
        """Fetch what belongs to what was kept since, near or far."""
        while self.reading.kept != kept:
            kept = self.reading.kept
            settle_mail(person=self.mailbox.person)
            if not want_related(self.mailbox):
                return
            for folder in here:
                self._fetch(folder)

    def _look_again(self, here: list[MailFolder]) -> None:
        """Read again, with care, what was in doubt when all was read in haste."""
        self._note_look(Look.SECOND)
        kept = self.reading.kept
        for folder in here:
            fetching = self._fetching(folder)
            while read_some_again(fetching):
                self.reading = fetching.reading
                self._step()
        self._fetch_related(here, kept)
        settle_for_good(person=self.mailbox.person, reading=self.reading)
        self._note_look(Look.WHOLE)

    def _note_look(self, look: Import.Look) -> None:
        """Keep which look this is; after the last nothing is left for later."""
        self.reading.look = look
        self.reading.later = 0 if look == Look.WHOLE else self.reading.later
        self.reading.save(update_fields=["look", "later"])

    def _list(self, folder: MailFolder, standing: Standing) -> None:
        """Look through a folder's headings, fetching what they promise meanwhile."""
        begin_epoch(folder, standing)
        listing = Listing(folder, known_to(self.mailbox.person))
        fetching = self._fetching(folder)
        ahead = self.reading.size_bytes - self.reading.done_bytes
        self._go(Sweep(fetching, self.pace, listing, self.mailbox.since), ahead)
        listing.end(standing.mark)

    def _fetch(self, folder: MailFolder) -> None:
        """Fetch what a folder's headings promise; first what is certain."""
        self._step()
        while ahead := (fetching := self._fetching(folder)).count():
            self._go(Sweep(fetching, self.pace), ahead)

    def _go(self, one: Sweep, ahead: int) -> None:
        """Go through one sweep; where help ends, alone, with what is left."""
        try:
            for _ in one.go(ahead):
                self.reading = one.fetching.reading
                self._step()
        except HelpEndedError:
            self.pace.beside = 0
            self._go(one, ahead)

    def _fetching(self, folder: MailFolder) -> Fetching:
        context = context_of(self.mailbox.person)
        return Fetching(folder, self.server, context, self.reading)

    def _step(self) -> None:
        """Give a sign of life between two steps, and file what was read meanwhile."""
        if self.is_stopping() or _is_paused(self.mailbox):
            raise _StopAskedError
        if self.pace.is_beat_due():
            beat(self.reading)
        if self.reading.kept and self.pace.is_filing_due():
            began = time.monotonic()
            settle_mail(person=self.mailbox.person)
            self.pace.note_filing(began)
        if self.after_batch:
            self.after_batch(self.reading)

    def _end(self) -> None:
        mine = Import.objects.filter(pk=self.reading.pk, holder=self.reading.holder)
        mine.update(state=State.DONE, holder="", ended_at=timezone.now())


_BEGUN = [
    *("started_at", "seen_after", "width", "done_bytes", "size_bytes", "ended_at"),
    "look",
]


def _is_paused(mailbox: ConnectedMailbox) -> bool:
    """Tell whether the person wants a pause, or let go of the mailbox meanwhile."""
    there = ConnectedMailbox.objects.filter(pk=mailbox.pk, is_paused=False)
    return not there.exists()
