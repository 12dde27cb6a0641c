"""What `bench.faults` does to a mailbox; Django must be ready before."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from threading import Timer
from typing import Any

from onward.journey.applications.models import Application, Event
from onward.journey.mail.models import Filing, Import, Message
from onward.journey.mailboxes.connecting import Given, choose, connect
from onward.journey.mailboxes.looking import look
from onward.journey.mailboxes.models import ConnectedMailbox, Heading
from onward.journey.people.models import Person
from tools.dovecot import PASSWORD, USER, Dovecot
from tools.dovecot import server as dovecot_server
from tools.faulty_line import Faults, line_to

ROOT = Path(__file__).resolve().parents[1]
GENERATOR = ROOT.parent / "shared" / "make_mbox.py"
FEW, MANY = 400, 20_000
CUTS, RESTARTS, EPOCHS = 500, 20, 20
MOST_LOOKS = 400
Told = dict[str, Any]


def chance_of(seed: int) -> Random:
    """Return chance that falls the same way each time."""
    return Random(seed)  # noqa: S311 - a run must be like the one before


def _generated(folder: Path, count: int) -> Path:
    """Return a Maildir of generated mail."""
    maildir = folder / f"mail-{count}"
    told = ("--n", str(count), "--mean-kb", "40", "--maildir", maildir)
    subprocess.run(
        [sys.executable, GENERATOR, *told], check=True, stderr=subprocess.DEVNULL
    )
    return maildir


@contextmanager
def served(count: int) -> Iterator[Dovecot]:
    """Lend a server with generated mail, and say what was changed there."""
    with tempfile.TemporaryDirectory(prefix="onward-faults-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        with dovecot_server(_generated(folder, count)) as running:
            yield running
            changes = running.changes()
            print(f"changes in the mailbox's log: {len(changes)}")


def connected(port: int) -> ConnectedMailbox:
    """Forget all there was, and connect anew."""
    Application.objects.all().delete()
    Person.objects.all().delete()
    given = Given(USER, "127.0.0.1", port, "none", USER, PASSWORD)
    mailbox = connect(person=Person.objects.local(), given=given)
    chosen = mailbox.folders.filter(is_chosen=True).values_list("pk", flat=True)
    choose(mailbox=mailbox, folders=list(chosen), since=None)
    return mailbox


def looked(mailbox: ConnectedMailbox) -> int:
    """Look as the worker does, again after each trouble; return how often."""
    for times in range(1, MOST_LOOKS):
        if look(ConnectedMailbox.objects.get(pk=mailbox.pk)):
            return times
    sys.exit("The mailbox could not be read to its end.")


def pipeline() -> Told:
    """Return what came of it, as values that no row number is part of."""
    filed = Filing.objects.filter(ended_at=None).values_list(
        "message__digest", "application__employer__name", "application__role"
    )
    return {
        "messages": sorted(
            (bytes(mark).hex(), meaning, state)
            for mark, meaning, state in Message.objects.values_list(
                "digest", "meaning", "state"
            )
        ),
        "filed": sorted((bytes(mark).hex(), *names) for mark, *names in filed),
        "events": sorted(
            (str(at), kind)
            for at, kind in Event.objects.values_list("happened_at", "kind")
        ),
        "counts": list(Import.objects.values_list("seen", "kept", "refused")),
    }


def compared(expected: Told) -> str:
    """Return whether what came of it is what was expected."""
    found = pipeline()
    same = all(found[name] == expected[name] for name in expected)
    marks = {mark for mark, *_ in expected["messages"]}
    here = [mark for mark, *_ in found["messages"]]
    lost, doubled = len(marks - set(here)), len(here) - len(set(here))
    return f"lost {lost}, doubled {doubled}, pipeline {'the same' if same else 'OTHER'}"


def first() -> None:
    """Read 20,000 messages for the first time, then nothing new, then one more."""
    with served(MANY) as server, line_to(server.plain) as line:
        size = sum(path.stat().st_size for path in server.maildir.rglob("*:2,*"))
        mailbox = connected(line.port)
        told: dict[str, str] = {}
        began, cpu = time.monotonic(), time.process_time()

        def so_far() -> str:
            wall, used = time.monotonic() - began, time.process_time() - cpu
            return f"{used:.1f} processor seconds, {wall:.0f} on the clock"

        def watch(reading: Import) -> None:
            if "first applications" not in told and Application.objects.exists():
                told["first applications"] = so_far()
            if reading.done_bytes == reading.size_bytes:
                told.setdefault("all headings", so_far())
            if reading.look == Import.Look.SECOND:
                told.setdefault("all in the list", so_far())

        look(mailbox, after_batch=watch)
        told["all read with care"] = so_far()
        for what, took in told.items():
            print(f"{what}: {took}")
        print(f"{line.moved / size:.1%} of {size:,} bytes")
        print(json.dumps(pipeline()["counts"]))
        line.forget()
        began = time.monotonic()
        look(ConnectedMailbox.objects.get(pk=mailbox.pk))
        print(f"nothing new: {time.monotonic() - began:.2f} s, ", end="")
        print(f"{line.round_trips} packets asked")


def cuts() -> None:
    """Cut the line at random bytes."""
    chance = chance_of(1)
    with served(FEW) as server:
        looked(connected(server.plain))
        expected, done, looks, same = pipeline(), 0, 0, set[str]()
        while done < CUTS:
            with line_to(
                server.plain, lambda _n: Faults(chance.randrange(500, 30_000))
            ) as line:
                looks += looked(connected(line.port))
                done += line.cuts
            same.add(compared(expected))
        print(f"{done} cuts, {looks} looks: {'; '.join(sorted(same))}")


def restarts() -> None:
    """Restart the server in the middle of looks."""
    chance = chance_of(2)
    with served(FEW) as server:
        looked(connected(server.plain))
        expected, same = pipeline(), set[str]()
        for _ in range(RESTARTS):
            mailbox = connected(server.plain)
            later = Timer(chance.uniform(0.1, 1.5), server.restart)
            later.start()
            looked(mailbox)
            later.join()
            same.add(compared(expected))
        print(f"{RESTARTS} restarts: {'; '.join(sorted(same))}")


def epochs() -> None:
    """Let the server count anew, every other time in another order."""
    with served(FEW) as server, line_to(server.plain) as line:
        mailbox = connected(line.port)
        looked(mailbox)
        expected, whole, same = pipeline(), line.moved, set[str]()
        line.forget()
        for number in range(EPOCHS):
            server.stop()
            if number % 2:
                _reorder(server, number)
            server.begin_new_epoch()
            time.sleep(1.1)  # the epoch is a time in seconds
            server.start()
            looked(mailbox)
            same.add(compared(expected))
        again = sum("BODY.PEEK[]" in command for command in line.commands())
        print(f"{EPOCHS} new epochs: {'; '.join(sorted(same))}; ", end="")
        print(f"{again} times bodies were asked for, ", end="")
        print(f"{line.moved / EPOCHS / whole:.1%} of the first bytes each")


def _reorder(server: Dovecot, seed: int) -> None:
    """Give the messages names in another order."""
    paths = [p for part in ("cur", "new") for p in (server.box() / part).iterdir()]
    chance_of(seed).shuffle(paths)
    for place, path in enumerate(paths):
        rest = path.name.partition(".")[2]
        path.rename(path.with_name(f"{seed + 1}{place:09}.{rest}"))


def expunged() -> None:
    """Take a tenth of the messages away while they are read."""
    chance = chance_of(3)
    with served(FEW) as server:
        mailbox = connected(server.plain)
        gone = 0

        def expunge(_reading: object) -> None:
            nonlocal gone
            there = sorted((server.box() / "cur").iterdir())
            if there and gone < FEW // 10:
                chance.choice(there).unlink(missing_ok=True)
                gone += 1

        went_well = look(mailbox, after_batch=expunge)
        states = Heading.objects.values_list("state", flat=True)
        left = sum(state in {"wanted", "doubt"} for state in states)
        print(f"{gone} expunged meanwhile: went well {went_well}, {left} left open")


PARTS: dict[str, Callable[[], None]] = {
    part.__name__: part for part in (first, cuts, restarts, epochs, expunged)
}
