"""How quickly a mailbox is read, beside `cat` and beside the standard library.

Run with `python -m bench.import [COUNT]`. The mailbox is generated, so this measures
speed and memory and says nothing of how well mail is understood. Each way runs in a
process of its own; CPU seconds are the figure to trust where a machine is shared.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

COUNT, MEAN_KB = 20_000, 40
ROOT = Path(__file__).resolve().parents[1]
GENERATOR = ROOT.parent / "shared" / "make_mbox.py"
# What a program would do that knows nothing but Python: open, parse, take the text.
BY_LIBRARY = """
import mailbox, sys
from email import policy, message_from_binary_file
read = lambda stream: message_from_binary_file(stream, policy=policy.default)
box = mailbox.mbox(sys.argv[1], read)
count = 0
for mail in box:
    count += 1
    try:
        mail["subject"], mail["from"], mail["date"]
        body = mail.get_body(("plain", "html"))
        body and body.get_content()
    except Exception:
        pass
print(count)
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What one way took."""

    wall: float
    cpu: float
    peak_mb: float
    said: str


def run(*command: str, **surroundings: str) -> Run:
    """Run a command to its end and return what it took."""
    began = time.monotonic()
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=os.environ | surroundings
    )
    said = process.stdout.read() if process.stdout else ""
    _, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command[0]} failed.")
    return Run(
        time.monotonic() - began,
        used.ru_utime + used.ru_stime,
        used.ru_maxrss / 1024,
        said,
    )


def main() -> None:
    """Generate a mailbox, read it in each way, and print a table."""
    if not GENERATOR.exists():
        sys.exit(f"There is no {GENERATOR} to make a mailbox with.")
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    with tempfile.TemporaryDirectory() as folder:
        box = Path(folder) / "mail.mbox"
        made = (str(count), "--mean-kb", str(MEAN_KB), "--mbox", str(box))
        run(sys.executable, str(GENERATOR), "--n", *made)
        print(f"{count:,} messages, {box.stat().st_size / 1e6:,.0f} MB")
        _print(count, _ways(box, Path(folder) / "data"))


def _ways(box: Path, data: Path) -> Mapping[str, Run]:
    onward = (sys.executable, "-m", "onward", "mail", "import", "--json", str(box))
    kept = {"ONWARD_DATA_DIR": str(data)}
    return {
        "cat": run("sh", "-c", f"cat {box} > /dev/null"),
        "mailbox + email": run(sys.executable, "-c", BY_LIBRARY, str(box)),
        "Onward, first time": run(*onward, **kept),
        "Onward, unchanged": run(*onward, **kept),
    }


def _print(count: int, ways: Mapping[str, Run]) -> None:
    print(f"{'':<20}{'wall s':>8}{'CPU s':>8}{'/s':>9}{'/CPU s':>9}{'peak MB':>9}")
    for name, took in ways.items():
        rates = f"{count / took.wall:>9,.0f}{count / took.cpu:>9,.0f}"
        print(f"{name:<20}{took.wall:>8.1f}{took.cpu:>8.1f}{rates}{took.peak_mb:>9.0f}")
    told = json.loads(ways["Onward, first time"].said)
    parts = ("kept", "ordinary", "known", "refused")
    print(", ".join(f"{told[part]:,} {part}" for part in parts))
    if told["seen"] != sum(told[part] for part in parts):
        sys.exit("Not every message is accounted for.")


if __name__ == "__main__":
    main()
