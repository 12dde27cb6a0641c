"""Keeps a line open to each connected mailbox, on which its server tells of new mail.

The threads here only wait and raise a flag; what there is to do about it is done by
the worker, so that one process writes at a time.
"""

import time
from dataclasses import dataclass, field
from threading import Event, Thread

from onward import wiring
from onward.domain.errors import OnwardError
from onward.domain.mailboxes.trouble import MailServerError
from onward.journey.mailboxes.access import access_of
from onward.journey.mailboxes.models import ConnectedMailbox, MailFolder
from onward.journey.mailboxes.timing import make_due
from onward.ports.mail_server import Access, Role

_LOOK_UP_SECONDS = 5.0
_AGAIN_AFTER, _NOT_OFFERED_AGAIN_AFTER = 60.0, 3600.0


@dataclass(slots=True)
class Watcher:
    """One line that is waited on; `news` is raised when its server says something."""

    access: Access
    folder: str
    news: Event = field(default_factory=Event)
    ended: Event = field(default_factory=Event)
    again_at: float = 0.0
    _told_to_end: Event = field(default_factory=Event)

    def start(self) -> None:
        """Begin to wait, in a thread of its own."""
        Thread(target=self._wait, daemon=True, name="mailbox").start()

    def end(self) -> None:
        """Wait no longer."""
        self._told_to_end.set()

    def _wait(self) -> None:
        try:
            watch = wiring.watch(self.access, self.folder)
            self.news.set()  # of what came before nobody would tell
            try:
                while not self._told_to_end.is_set():
                    if watch.wait(_LOOK_UP_SECONDS):
                        self.news.set()
            finally:
                watch.close()
        except OnwardError as problem:
            passing = isinstance(problem, MailServerError) and problem.is_passing
            pause = _AGAIN_AFTER if passing else _NOT_OFFERED_AGAIN_AFTER
            self.again_at = time.monotonic() + pause
        finally:
            self.ended.set()


_watchers: dict[int, Watcher] = {}


def watch_all() -> None:
    """Watch every mailbox that is looked into, and have those with news looked at."""
    wanted = {mailbox.pk: mailbox for mailbox in _to_watch()}
    for number in set(_watchers) - set(wanted):
        _watchers.pop(number).end()
    for number, mailbox in wanted.items():
        watcher = _watchers.get(number)
        if watcher is not None and watcher.news.is_set():
            watcher.news.clear()
            make_due(mailbox)
        if watcher is None or _is_over(watcher):
            _begin(mailbox)


def _to_watch() -> list[ConnectedMailbox]:
    """Return the mailboxes that were looked into and can be opened."""
    some = ConnectedMailbox.objects.filter(is_paused=False, trouble="")
    return list(some.exclude(looked_at=None))


def _is_over(watcher: Watcher) -> bool:
    return watcher.ended.is_set() and time.monotonic() >= watcher.again_at


def _begin(mailbox: ConnectedMailbox) -> None:
    folder = _folder_to_watch(mailbox)
    if folder is None:
        return
    try:
        access = access_of(mailbox)
    except OnwardError:
        return  # the next look says so
    watcher = _watchers[mailbox.pk] = Watcher(access, folder.name)
    watcher.start()


def _folder_to_watch(mailbox: ConnectedMailbox) -> MailFolder | None:
    """Return where new mail arrives; the others are looked at every few minutes."""
    chosen = mailbox.folders.filter(is_chosen=True).order_by("pk")
    inbox = chosen.filter(role__in=[Role.INBOX, Role.ALL]).first()
    return inbox or chosen.first()
