"""How mail is borne that was damaged, or made to do damage.

Run with `python -m bench.fuzz_mail [PART...]`; parts are `alone`, `collected`,
`mutated`, `bombs`, `huge`, all of them without a name. `alone` reads everything by the
parser alone, the others go through `onward mail classify` and `onward mail import` as a
person would. `python -m bench.fuzz_mail_guided SECONDS` looks for more, guided by
atheris where that is installed.

Each command runs in a process of its own. Starting takes a second or two, so one
ordinary mail is read first, and processor seconds are told as what comes on top.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from bench import fuzz_mail_made as made

MUTATIONS = 10_000
MOST_SECONDS, MOST_MB = 2.0, 300.0


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took and said."""

    cpu: float
    peak_mb: float
    status: int
    out: str
    err: str


class Bench:
    """Runs `onward mail` with a data folder of its own that is made once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._start: dict[str, float] = {}
        for name in ("import", "classify"):
            for _ in range(2):  # the first time makes the data folder
                plain = made.write(folder / f"plain-{name}.eml", made.letter(0))
                self._start[name] = self.onward(name, plain).cpu

    def onward(self, name: str, *paths: Path) -> Run:
        """Run `onward mail NAME --json` and return what it took."""
        onward = Path(sys.executable).with_name("onward")
        return self.run(onward, "mail", name, "--json", *paths)

    def run(self, *command: str | Path) -> Run:
        """Run a command to its end and return what it took."""
        data = {"ONWARD_DATA_DIR": str(self.folder / "data"), "ONWARD_KEY_RING": "no"}
        with (
            (self.folder / "out").open("w+") as out,
            (self.folder / "err").open("w+") as err,
        ):
            process = subprocess.Popen(
                command, stdout=out, stderr=err, env=os.environ | data
            )
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            for stream in (out, err):
                stream.seek(0)
            return Run(
                used.ru_utime + used.ru_stime,
                used.ru_maxrss / 1024,
                process.returncode,
                out.read(),
                err.read(),
            )

    def cell(self, name: str, run: Run, mails: int) -> str:
        """Return what a run took beyond the start, and whether that was too much."""
        seconds = max(0.0, run.cpu - self._start[name])
        over = seconds > MOST_SECONDS * mails or run.peak_mb > MOST_MB
        broke = run.status not in {0, 1} or "Traceback" in run.err
        flag = " BROKE" if broke else " OVER" if over else ""
        return f"{seconds:.1f} | {run.peak_mb:.0f}{flag}"


def alone(bench: Bench) -> None:
    """Read everything by the parser alone."""
    run = bench.run(sys.executable, "-m", "bench.fuzz_mail_alone", str(MUTATIONS))
    print(run.out, end="")
    print(f"{run.cpu:.0f} processor seconds, {run.peak_mb:.0f} MB", run.err[-2_000:])


def collected(bench: Bench) -> None:
    """Read the mail that others collected to try parsers on."""
    _both(bench, made.collected_in(bench.folder / "collected"))


def mutated(bench: Bench) -> None:
    """Read thousands of damaged letters."""
    _both(bench, made.mutations_in(bench.folder / "mutated", MUTATIONS))


def _both(bench: Bench, folder: Path) -> None:
    """Read a folder of files, one message each, in both ways, and count."""
    count = sum(path.is_file() for path in folder.iterdir())
    run = bench.onward("classify", folder)
    told, refused = len(run.out.splitlines()), len(run.err.splitlines())
    print(f"classify: {count} mails, {told} told, {refused} refused,", _took(run))
    run = bench.onward("import", folder)
    print(f"import: {count} mails, {_account(run)},", _took(run))


def _took(run: Run) -> str:
    broke = "" if run.status in {0, 1} and "Traceback" not in run.err else " BROKE"
    return f"{run.cpu:.1f} processor seconds, {run.peak_mb:.0f} MB{broke}"


def _account(run: Run) -> str:
    """Return where every message of an import went, and whether that adds up."""
    told = json.loads(run.out)
    names = ("kept", "ordinary", "known", "refused")
    parts = [told[name] for name in names]
    adds_up = sum(parts) == told["seen"] and min(parts) >= 0
    words = ", ".join(f"{told[name]} {name}" for name in names)
    return f"{told['seen']} seen = {words}" + ("" if adds_up else " DOES NOT ADD UP")


def bombs(bench: Bench) -> None:
    """Read mail made to exhaust a parser, each alone."""
    _each(bench, made.bombs_in(bench.folder))


def huge(bench: Bench) -> None:
    """Read files made to fill the machine, each alone."""
    _each(bench, made.huge_in(bench.folder))


def _each(bench: Bench, paths: Iterable[Path]) -> None:
    print("| | classify, s | MB | import, s | MB | came to |")
    print("| --- | ---: | ---: | ---: | ---: | --- |")
    for path in paths:
        runs = {name: bench.onward(name, path) for name in ("classify", "import")}
        run = runs["import"]
        count = json.loads(run.out)["seen"] if run.out else 1
        cells = [bench.cell(name, run, count) for name, run in runs.items()]
        came_to = _account(run) if run.out else run.err.strip()
        print(f"| {path.name} | {' | '.join(cells)} | {came_to} |", flush=True)
        path.unlink()


PARTS: dict[str, Callable[[Bench], None]] = {
    part.__name__: part for part in (alone, collected, mutated, bombs, huge)
}


def main(wanted: list[str]) -> None:
    """Run the parts asked for."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with tempfile.TemporaryDirectory(prefix="onward-fuzz-") as name:
        bench = Bench(Path(name))
        for part in wanted or PARTS:
            print(f"{part}:", flush=True)
            PARTS[part](bench)


if __name__ == "__main__":
    main(sys.argv[1:])
