"""Onward as a person starts it: a process of its own, with a data folder of its own."""

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tests.tables import NAME, lend_tables

PATIENCE_SECONDS = 180  # the demo reads its mail first, on a slow machine too
OPEN = "Onward is open at "


@dataclass(frozen=True, slots=True)
class Onward:
    """A running Onward: its page with the token, without it, and where its data is."""

    url: str
    folder: Path
    process: subprocess.Popen[str]

    @property
    def address(self) -> str:
        """The address alone, without the token that lets one in."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"


def start(
    folder: Path, command: str = "serve", *, module: str = "onward", port: int = 0
) -> Onward:
    """Start Onward, on a free port unless told; return once it says where it is open.

    `module` is what is run; one of the tests' own may put a double in a place. A folder
    that is not there yet gets its tables beforehand; an empty one is left to Onward.
    """
    if command == "serve" and not folder.exists():
        folder.mkdir(mode=0o700)
        lend_tables(folder / NAME)
    with _log(folder).open("a") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", module, command, "--port", f"{port}", "--no-open"],
            env=_surroundings(folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            # A group of its own: whatever it left behind can be found and ended.
            start_new_session=True,
        )
    try:
        return Onward(_first_line(process, folder), folder, process)
    except BaseException:
        kill(process)
        raise


@contextmanager
def started(
    folder: Path, command: str = "serve", *, module: str = "onward"
) -> Iterator[Onward]:
    """Lend a running Onward; afterwards it must have ended well, with no traceback."""
    onward = start(folder, command, module=module)
    try:
        yield onward
        assert stop(onward) == 0, said(folder)
        assert "Traceback" not in said(folder), said(folder)
    finally:
        kill(onward.process)


def stop(onward: Onward, by: signal.Signals = signal.SIGINT) -> int:
    """Ask Onward to end, as Ctrl-C does, and return how it ended."""
    onward.process.send_signal(by)
    return onward.process.wait(PATIENCE_SECONDS)


def kill(process: subprocess.Popen[str]) -> None:
    """End the process and everything it started, this instant."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(PATIENCE_SECONDS)
    if process.stdout:
        process.stdout.close()


def said(folder: Path) -> str:
    """Return what Onward wrote to its error output."""
    return _log(folder).read_text()


def _log(folder: Path) -> Path:
    """Return a file beside the data folder, which is Onward's own."""
    return folder.with_name(f"{folder.name}.log")


def _surroundings(folder: Path) -> dict[str, str]:
    """Return the environment of the process, with no setting but its folder."""
    kept = {name: word for name, word in os.environ.items() if "ONWARD_" not in name}
    return kept | {"ONWARD_DATA_DIR": str(folder)}


def _first_line(process: subprocess.Popen[str], folder: Path) -> str:
    """Return the address Onward prints; a thread reads, so that waiting can end."""
    output = process.stdout
    assert output
    lines: queue.Queue[str] = queue.Queue()
    threading.Thread(target=lambda: lines.put(output.readline()), daemon=True).start()
    line = lines.get(timeout=PATIENCE_SECONDS)
    assert line.startswith(OPEN), f"{line}{said(folder)}"
    return line.removeprefix(OPEN).strip()
