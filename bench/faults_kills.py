"""Kills whoever reads mail, at random moments, and sees what comes of it after all."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

from bench.faults_parts import (
    FEW,
    GENERATOR,
    chance_of,
    compared,
    connected,
    looked,
    pipeline,
    served,
)
from onward.journey.mail.importing import read_import
from onward.journey.mail.models import Import
from onward.journey.mail.pace import Pace
from onward.journey.mailboxes.looking import look
from onward.journey.mailboxes.models import ConnectedMailbox
from tests.journey.mail.killing import ends_within, forked
from tests.journey.mail.reading import all_that_is_known, begin_anew, give

KILLS_OF_A_SERVER, KILLS_OF_A_FILE = 60, 70
MOST_KILLS_A_RUN = 10


def is_killed(work: Callable[[], object], seconds: float) -> bool:
    """Do something in a process that is killed after a time; tell whether it was."""
    return not ends_within(forked(work), seconds)


def kills_of_imap() -> None:
    """Kill the process that looks into a mailbox, in one look and in two by turns."""
    chance = chance_of(4)
    with served(FEW) as server:
        began = time.monotonic()
        looked(connected(server.plain))
        lasts = time.monotonic() - began
        expected, done, same = pipeline(), 0, set[str]()
        for least in cycle((1 << 40, 0)):
            if done >= KILLS_OF_A_SERVER:
                break
            mailbox = connected(server.plain)

            def work(number: int = mailbox.pk, least: int = least) -> None:
                mine = ConnectedMailbox.objects.get(pk=number)
                look(mine, pace=Pace(two_looks_from_headings=least))

            for _ in range(MOST_KILLS_A_RUN):
                done += is_killed(work, chance.uniform(0.02, lasts / 4))
            looked(mailbox)
            same.add(compared(expected))
        print(f"{done} kills: {'; '.join(sorted(same))}")


def kills_of_mbox() -> None:
    """Kill the process that reads an mbox."""
    _kills_of_a_file("--mbox")


def kills_of_maildir() -> None:
    """Kill the process that reads a Maildir."""
    _kills_of_a_file("--maildir")


def _kills_of_a_file(kind: str) -> None:
    """Read generated mail in one look and in two, killed again and again."""
    with tempfile.TemporaryDirectory(prefix="onward-kills-") as folder:
        path = Path(folder) / "mail"
        told = ("--n", str(FEW), "--mean-kb", "40", kind, path)
        subprocess.run(
            [sys.executable, GENERATOR, *told], check=True, stderr=subprocess.DEVNULL
        )
        for looks, least in (("one look", 1 << 40), ("two looks", 0)):
            _kills_of_a_pace(path, looks, least)


def _kills_of_a_pace(path: Path, looks: str, two_looks_from: int) -> None:
    """Kill until it was often enough; each run is finished and held to the first."""

    def pace() -> Pace:
        return Pace(
            25, two_looks_from=two_looks_from, first_filing=0.0, between_filings=0.0
        )

    chance, done, runs, same = chance_of(5 + two_looks_from % 7), 0, 0, 0
    begin_anew()
    began = time.monotonic()
    read_import(give(path).pk, pace=pace())
    lasts = time.monotonic() - began
    expected, counts = all_that_is_known(), _counts()
    while done < KILLS_OF_A_FILE // 2:
        begin_anew()
        number = give(path).pk

        def work(number: int = number) -> None:
            read_import(number, pace=pace())

        for _ in range(MOST_KILLS_A_RUN):
            done += is_killed(work, chance.uniform(0.02, lasts / 3))
        read_import(number, pace=pace())
        runs += 1
        same += (all_that_is_known(), _counts()) == (expected, counts)
    print(f"{looks}: {done} kills, {same} of {runs} runs came to the same: {counts[0]}")


def _counts() -> list[dict[str, object]]:
    names = ("state", "seen", "kept", "known", "refused", "ordinary", "later")
    return list(Import.objects.values(*names))


PARTS: dict[str, Callable[[], None]] = {
    part.__name__: part for part in (kills_of_imap, kills_of_mbox, kills_of_maildir)
}
