"""Reads mailboxes in the terminal, with a bar, and can be paused."""

import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from types import FrameType

import typer

from onward.cli.mail_said import COUNTED, Told, as_json, in_words
from onward.domain.errors import OnwardError
from onward.journey.mail.importing import never, read_import
from onward.journey.mail.models import Import
from onward.journey.mail.services import give_mailbox, pause_import, resume_import
from onward.journey.people.models import Person

State = Import.State
_FOLLOW_SECONDS = 0.5
_LATER = (
    "Of {:,} so far only the sender, the subject and perhaps the first lines were "
    "looked at. Onward reads the rest of them whenever it runs; --whole does it now."
)
_PAUSED = "Paused. The same command again goes on where it was."


def import_all(paths: Sequence[Path], *, as_json: bool, is_whole: bool) -> int:
    """Read each mailbox in turn and return the exit code.

    Of a large one only the first look is done here, unless it is to be whole.
    """
    person = Person.objects.local()
    failed = False
    with _interrupted() as stop:
        for path in paths:
            try:
                reading = _read(_reading_of(person, path), stop, is_whole=is_whole)
            except OnwardError as problem:
                sys.stderr.write(f"{path}: {problem}\n")
                failed = True
                continue
            failed = failed or reading.state == State.REFUSED
            typer.echo(_as_json(path, reading) if as_json else _in_words(reading))
            if stop.is_set():
                break
    return 1 if failed else 0


@contextmanager
def _interrupted() -> Iterator[Event]:
    """Note Ctrl-C and being told to end; a second Ctrl-C ends at once."""
    stop = Event()

    def heed(number: int, _frame: FrameType | None) -> None:
        if stop.is_set():
            signal.signal(number, signal.SIG_DFL)
        stop.set()

    before = {n: signal.signal(n, heed) for n in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _reading_of(person: Person, path: Path) -> Import:
    """Return the import of this path that was begun before, or a new one."""
    open_states = [State.PAUSED, State.WAITING, State.RUNNING]
    mine = Import.objects.of(person).filter(state__in=open_states)
    first = mine.exclude(look=Import.Look.SECOND)
    known = first.filter(path=str(path.absolute())).order_by("-added_at").first()
    if known is None:
        return give_mailbox(person=person, path=path, is_read_here=True)
    if known.state == State.PAUSED:
        resume_import(reading=known, is_read_here=True)
    return known


@contextmanager
def _shown(reading: Import) -> Iterator[Callable[[Import], None]]:
    """Show how far an import is, to whoever looks at a terminal."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from onward.cli.mail_bar import bar  # noqa: PLC0415 - a tenth of a second

    with bar(reading.name) as show:
        yield lambda now: show(
            now.done_bytes,
            now.size_bytes,
            f"{now.seen:,} read, {now.kept:,} kept, {now.rate:,.0f}/s",
        )


def _read(reading: Import, stop: Event, *, is_whole: bool) -> Import:
    """Read an import here, or watch another process read it."""
    with _shown(reading) as show:
        state = read_import(
            reading.pk,
            is_stopping=stop.is_set,
            after_batch=show,
            may_look_again=None if is_whole else never,
        )
        reading.refresh_from_db()
        while _is_read_elsewhere(reading, state) and not stop.wait(_FOLLOW_SECONDS):
            reading.refresh_from_db()
            show(reading)
            state = reading.state
    if state == State.WAITING and not _waits_for_second(reading):
        pause_import(reading=reading)
    reading.refresh_from_db()
    return reading


def _is_read_elsewhere(reading: Import, state: str) -> bool:
    return state == State.RUNNING and reading.look != Import.Look.SECOND


def _waits_for_second(reading: Import) -> bool:
    """Tell whether all was looked at once, and what is left can be done later."""
    return reading.look == Import.Look.SECOND and reading.state != State.PAUSED


def _told(reading: Import) -> Told:
    return {name: getattr(reading, name) for name in COUNTED}


def _in_words(reading: Import) -> str:
    told = in_words(_told(reading))
    if reading.state == State.PAUSED:
        return f"{told} {_PAUSED}"
    if _waits_for_second(reading):
        return f"{told} {_LATER.format(reading.later)}"
    return f"{told} {reading.said}".strip()


def _as_json(path: Path, reading: Import) -> str:
    told = _told(reading)
    if _waits_for_second(reading):
        told |= {"state": State.DONE.value, "later": reading.later}
    told["problems"] = [
        {"place": problem.place, "reason": problem.reason}
        for problem in reading.problems.all()
    ]
    return as_json(path, told)
