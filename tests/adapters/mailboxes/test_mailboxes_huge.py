"""Mail made to exhaust the machine; each is read in a process of its own."""

import gzip
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.adapters.mailboxes.made import FROM_LINE, as_mbox, as_zip, message

MOST_MEMORY = 300_000  # kilobytes
LINUX = Path("/proc/self/status").exists()
pytestmark = pytest.mark.skipif(not LINUX, reason="only Linux tells a process's peak")

READ = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (30, 30))  # a hang becomes a failure
from pathlib import Path
from onward.adapters.mailboxes import open_mailbox
from onward.domain.mail.parsing.parse import parse
for item in open_mailbox(Path(sys.argv[1])).messages():
    if hasattr(item, "reason"):
        print("told:", item.reason)
    else:
        parsed = parse(item.content)
        print("read:", parsed.subject[:20], *parsed.faults)
print(Path("/proc/self/status").read_text())
"""
SPLIT = """
from onward.domain.mail.parsing.split import letters_in
from pathlib import Path
line = b"x" * (1 << 20)
windows = ((n << 20, line if n else b"From a Mon Jan  2 10:00:00 2023\\nA: b\\n\\n")
           for n in range(1_000))
print(*(letter.end for letter in letters_in(windows, 1_000)))
print(Path("/proc/self/status").read_text())
"""


def run(code: str, *arguments: str) -> list[str]:
    """Return what a process prints that may use 300 MB."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    printed, _, status = done.stdout.partition("Name:\t")
    peak = re.search(r"VmHWM:\s+(\d+) kB", status)
    assert peak is not None
    assert int(peak[1]) < MOST_MEMORY
    return printed.splitlines()


def test_an_mbox_of_ten_gigabytes_with_holes_is_read(tmp_path: Path) -> None:
    path = as_mbox(tmp_path / "box.mbox", [message(1)])
    with path.open("r+b") as stream:
        stream.seek(5 << 30)
        stream.write(b"\n" + FROM_LINE + message(2))
        stream.truncate(10 << 30)
    assert run(READ, str(path)) == [
        "read: Letter 1 too_large",
        "read: Letter 2 too_large",
        (
            "told: This mailbox ends in the middle of a line: its last message may be"
            " cut off."
        ),
    ]


@pytest.mark.parametrize("name", ["1.eml", "cur/1.host:2,S"])
def test_a_message_with_an_attachment_of_500_megabytes_is_read(
    name: str, tmp_path: Path
) -> None:
    for folder in ("cur", "new"):
        (tmp_path / folder).mkdir()
    path = tmp_path / name
    path.write_bytes(
        b"From: jo@post.example\nSubject: Plans\nMIME-Version: 1.0\n"
        b"Content-Type: multipart/mixed; boundary=edge\n\n--edge\n\nHere they are.\n"
        b"--edge\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n"
    )
    os.truncate(path, 500_000_000)
    (told,) = run(READ, str(tmp_path))
    assert told.startswith("read: Plans too_large")


def test_a_line_of_a_gigabyte_is_passed_over() -> None:
    assert run(SPLIT) == [str(1_000 << 20)]


def test_headers_of_megabytes_are_cut_and_the_rest_is_read(tmp_path: Path) -> None:
    long = b"Subject: " + b"long " * 400_000 + b"\n"
    many = b"X-Note: short\n" * 200_000
    folded = b"X-Note: a\n" + b" folded\n" * 200_000
    for number, added in enumerate((long, many, folded)):
        path = tmp_path / f"{number}.eml"
        path.write_bytes(b"From: jo@post.example\n" + added + message(number))
    told = run(READ, str(tmp_path))
    assert [line.endswith("headers_too_large") for line in told] == [True] * 3


def test_bombs_are_told_before_they_fill_the_machine(tmp_path: Path) -> None:
    zeros = bytes(60_000_000)
    as_zip(tmp_path / "1.zip", {"box.mbox": FROM_LINE + message(1) + zeros})
    stored = gzip.compress(FROM_LINE + message(2) + zeros)
    (tmp_path / "2.mbox.gz").write_bytes(stored)
    inner = as_zip(tmp_path / "inner", {"box.mbox": zeros}).read_bytes()
    as_zip(tmp_path / "3.zip", {"inner.zip": inner, "1.eml": message(3)})
    (tmp_path / "inner").unlink()
    told = [line[:20].strip() for line in run(READ, str(tmp_path))]
    assert told == [
        "told: This entry unp",
        "read: Letter 2 too_l",
        "told: This unpacks t",
        "told: This file is p",
        "read: Letter 3",
    ]


def test_a_maildir_of_many_thousand_messages_stays_small(tmp_path: Path) -> None:
    for folder in ("cur", "new"):
        (tmp_path / folder).mkdir()
    first = tmp_path / "cur" / "0.host:2,S"
    first.write_bytes(message(1))
    for number in range(1, 5_000):
        os.link(first, tmp_path / "cur" / f"{number}.host:2,S")
    assert len(run(READ, str(tmp_path))) == 5_000
