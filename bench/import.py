"""How quickly a mailbox is read, beside what else reads or indexes mail.

    python -m bench.import [--counts 20000 100000] [--mean-kb 40 29.5] [--only onward]

Makes a mailbox and reads it with `cat`, the standard library, `mairix`, `mu`, `notmuch`
and Onward: the first time, again unchanged, and after 100 messages were added. What is
not installed is left out with a line. The mail is generated, so this measures speed and
memory and says nothing of how well mail is understood. mairix, mu and notmuch index all
words of all mail; Onward opens what may be about a search and reads the rest later.

Each way runs in processes of its own. Where a machine is shared, the seconds of the
processor are to be trusted and the clock is not. Memory is the most that all of its
processes held together, pages they share counted once.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[1]
GENERATOR = ROOT.parent / "shared" / "make_mbox.py"
ADDED, SAMPLE_SECONDS, IDLE_PAGES = 100, 0.1, 40
# What a program would do that knows nothing but Python: open, parse, take the text.
BY_LIBRARY = """
import mailbox, sys
from email import policy, message_from_binary_file
read = lambda stream: message_from_binary_file(stream, policy=policy.default)
box = mailbox.mbox(sys.argv[1], read)
for mail in box:
    try:
        mail["subject"], mail["from"], mail["date"]
        body = mail.get_body(("plain", "html"))
        body and body.get_content()
    except Exception:
        pass
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What one way took: seconds, seconds of the processor, megabytes at the peak."""

    wall: float
    cpu: float
    peak: float
    said: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where the mail of one size is, as one file and as a Maildir."""

    folder: Path
    count: int
    mean_kb: str

    @property
    def box(self) -> Path:
        """The mbox."""
        return self.folder / "mail.mbox"

    @property
    def maildir(self) -> Path:
        """The Maildir, for those that read no mbox."""
        return self.folder / "Maildir"

    def make(self, *, with_maildir: bool) -> None:
        """Write the mail."""
        self._write(0, self.count, self.box)
        if with_maildir:
            self._write(0, self.count, self.maildir)

    def add(self, *, with_maildir: bool) -> None:
        """Add a few messages at the end."""
        more = self.folder / "more.mbox"
        self._write(self.count, ADDED, more)
        with self.box.open("ab") as box:
            box.write(more.read_bytes())
        if with_maildir:
            self._write(self.count, ADDED, self.maildir)

    def _write(self, start: int, count: int, to: Path) -> None:
        kind = "--maildir" if to == self.maildir else "--mbox"
        made = ("--n", str(count), "--start", str(start), kind, str(to))
        run(sys.executable, str(GENERATOR), *made, "--mean-kb", self.mean_kb)


def run(*command: str, **surroundings: str) -> Run:
    """Run a command to its end and return what it took."""
    began = time.monotonic()
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | surroundings,
    )
    peak = [0.0]
    watch = threading.Thread(target=_watch, args=(process.pid, peak), daemon=True)
    watch.start()
    said, problem = process.stdout.read() if process.stdout else "", process.stderr
    _, status, used = os.wait4(process.pid, 0)
    wall = time.monotonic() - began
    process.returncode = status
    if status:
        told = problem.read()[-300:] if problem else ""
        return Run(wall, used.ru_utime + used.ru_stime, peak[0], f"failed: {told}")
    alone = used.ru_maxrss / 1024
    return Run(wall, used.ru_utime + used.ru_stime, peak[0] or alone, said)


def _watch(number: int, peak: list[float]) -> None:
    """Note the most memory that a process and its children hold together."""
    try:
        parent = psutil.Process(number)
        while True:
            family = [parent, *parent.children(recursive=True)]
            peak[0] = max(peak[0], sum(map(_megabytes, family)))
            time.sleep(SAMPLE_SECONDS)
    except psutil.Error:
        return


def _megabytes(process: psutil.Process) -> float:
    try:
        return float(process.memory_full_info().pss) / 1e6
    except psutil.Error:
        return 0.0


def ways(place: Place, only: str) -> Iterator[tuple[str, list[str], dict[str, str]]]:
    """Yield each way by name, with its command and what it finds around it."""
    folder, box, maildir = place.folder, str(place.box), str(place.maildir)
    if only != "onward":
        yield "cat", ["sh", "-c", f"cat {box} > /dev/null"], {}
        yield "mailbox + email", [sys.executable, "-c", BY_LIBRARY, box], {}
        yield from _others(folder, box, maildir)
    command = [sys.executable, "-m", "onward", "mail", "import", "--json", box]
    yield "Onward", command, {"ONWARD_DATA_DIR": str(folder / "data")}


def _others(
    folder: Path, box: str, maildir: str
) -> Iterator[tuple[str, list[str], dict[str, str]]]:
    rc = folder / "mairixrc"
    rc.write_text(f"base={folder}\nmbox={box}\nmfolder=found\ndatabase={folder}/mairix")
    home = f"--muhome={folder}/mu"
    config = folder / "notmuch-config"
    config.write_text(f"[database]\npath={maildir}\n[new]\ntags=new\n")
    yield "mairix", ["mairix", "-f", str(rc)], {}
    begin = f"[ -d {folder}/mu ] || mu init {home} --maildir={maildir} --quiet; "
    yield "mu index", ["sh", "-c", f"{begin}mu index {home} --quiet"], {}
    yield "notmuch new", ["notmuch", "new"], {"NOTMUCH_CONFIG": str(config)}


def is_there(name: str) -> bool:
    """Tell whether what a way needs is installed; say so where it is not."""
    program = {"mairix": "mairix", "mu index": "mu", "notmuch new": "notmuch"}.get(name)
    if program is None or shutil.which(program):
        return True
    print(f"{name}: left out, it is not installed.")
    return False


@contextmanager
def watched(data: str, told: dict[str, float]) -> Iterator[None]:
    """Look at the list of applications meanwhile, and note what that found."""
    command = [sys.executable, "-m", "bench.import_watched"]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"ONWARD_DATA_DIR": data},
    ) as watcher:
        if watcher.stdin and watcher.stdout:
            watcher.stdout.readline()
            watcher.stdin.write("\n")
            watcher.stdin.flush()
            yield
            watcher.stdin.close()
            told |= json.loads(watcher.stdout.readline())


def measure(place: Place, only: str) -> None:
    """Read the mail of one size in each way, three times, and print a table."""
    with_maildir = only != "onward"
    place.make(with_maildir=with_maildir)
    size = place.box.stat().st_size / 1e6
    print(f"\n{place.count:,} messages, {size:,.0f} MB\n")
    print("| | | seconds | processor s | messages/s | a processor s | peak MB |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: |", flush=True)
    chosen = [way for way in ways(place, only) if is_there(way[0])]
    for name, command, around in chosen:
        _print(name, "first", place.count, run(*command, **around))
    for name, command, around in chosen:
        if name not in {"cat", "mailbox + email"}:
            _print(name, "unchanged", 0, run(*command, **around))
    place.add(with_maildir=with_maildir)
    for name, command, around in chosen:
        if name not in {"cat", "mailbox + email"}:
            _print(name, f"+{ADDED}", ADDED, run(*command, **around))
    _with_pages(place)


def _print(name: str, when: str, count: int, took: Run) -> None:
    if took.said.startswith("failed"):
        print(f"| {name} | {when} | {took.said.strip()} | | | | |", flush=True)
        return
    rates = f"{count / took.wall:,.0f} | {count / took.cpu:,.0f}" if count else " | "
    times = f"{took.wall:.2f} | {took.cpu:.2f}"
    print(f"| {name} | {when} | {times} | {rates} | {took.peak:.0f} |", flush=True)
    if name == "Onward":
        told = json.loads(took.said)
        parts = ("kept", "ordinary", "known", "refused")
        if told["seen"] != sum(told[part] for part in parts):
            sys.exit("Not every message is accounted for.")


def _with_pages(place: Place) -> None:
    """Import once more into an empty folder, and look at the list meanwhile."""
    data = str(place.folder / "data-watched")
    command = [sys.executable, "-m", "onward", "mail", "import", "--json"]
    meanwhile: dict[str, float] = {}
    with watched(data, meanwhile):
        took = run(*command, str(place.box), ONWARD_DATA_DIR=data)
    idle: dict[str, float] = {}
    with watched(data, idle):
        time.sleep(IDLE_PAGES * SAMPLE_SECONDS)
    print(
        f"\nWith the list looked at: {took.wall:.1f} s; the first application after"
        f" {meanwhile['first']:.1f} s; the list p95 {meanwhile['p95']:.0f} ms"
        f" (median {meanwhile['median']:.0f}), idle {idle['p95']:.0f} ms"
        f" (median {idle['median']:.0f}).",
        flush=True,
    )


def main() -> None:
    """Measure each size that is asked for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--counts", nargs="*", type=int, default=[20_000, 100_000])
    asked.add_argument("--mean-kb", nargs="*", default=["40", "29.5"])
    asked.add_argument("--only", choices=["", "onward"], default="")
    asked.add_argument("--folder", type=Path, help="where there is room for the mail")
    told = asked.parse_args()
    if not GENERATOR.exists():
        sys.exit(f"There is no {GENERATOR} to make a mailbox with.")
    for count, mean_kb in zip(told.counts, told.mean_kb, strict=False):
        with tempfile.TemporaryDirectory(dir=told.folder) as folder:
            measure(Place(Path(folder), count, mean_kb), told.only)


if __name__ == "__main__":
    main()
